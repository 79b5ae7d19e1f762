import type { CheckInput } from '../../../../src/checks';
import type { Fact } from '../../../../src/domain/facts';
import { cells, type Planted } from './planted';

export const item = (measure: string) => (fact: Fact) =>
  fact.classification === 'function' && fact.subject_level === 3 && fact.measure === measure;
/** All amounts of a row. */
const row = (input: CheckInput, fact: Fact) =>
  input.facts.filter(
    (other) =>
      other.form === fact.form && other.stage === fact.stage && other.subject_code === fact.subject_code,
  );

/** Two 项 of one form under different 款, with their amounts exchanged. */
export function exchanged(input: CheckInput): Planted | null {
  const all = cells(input, 'general', item('total')).filter((fact) => row(input, fact).length === 3);
  const first = all[0];
  const columns = (fact: Fact) =>
    row(input, fact)
      .map(({ measure }) => measure)
      .join();
  const second = all.find(
    (fact) =>
      first &&
      fact.subject_code!.slice(0, 3) !== first.subject_code!.slice(0, 3) &&
      columns(fact) === columns(first),
  );
  if (!first || !second) return null;
  const [a, b] = [row(input, first), row(input, second)];
  const other = (fact: Fact) =>
    [...a, ...b].find((one) => one !== fact && one.measure === fact.measure)!.amount;
  const facts = input.facts.map((fact) =>
    a.includes(fact) || b.includes(fact) ? { ...fact, amount: other(fact) } : fact,
  );
  return { input: { ...input, facts }, cells: [...a, ...b].map(({ fact_id }) => fact_id) };
}

export function columnsExchanged(input: CheckInput): Planted | null {
  const fact = cells(input, 'expenditure', item('basic')).find((one) => {
    const project = row(input, one).find(({ measure }) => measure === 'project');
    return project && project.amount > 1_000_000n && project.amount !== one.amount;
  });
  if (!fact) return null;
  const other = row(input, fact).find(({ measure }) => measure === 'project')!;
  const facts = input.facts.map((one) =>
    one === fact ? { ...one, amount: other.amount } : one === other ? { ...one, amount: fact.amount } : one,
  );
  return { input: { ...input, facts }, cells: [fact.fact_id, other.fact_id] };
}

/** An amount printed under 其他收入 instead of 财政拨款收入. */
export function movedColumn(input: CheckInput): Planted | null {
  const fact = cells(input, 'revenue', item('fiscal_appropriation')).find(
    (one) => !row(input, one).some(({ measure, amount }) => measure === 'other' && amount !== 0n),
  );
  if (!fact) return null;
  const blank = row(input, fact).find(({ measure }) => measure === 'other');
  const facts = input.facts
    .filter((one) => one !== blank)
    .map((one) =>
      one === fact ? { ...one, measure: 'other' as const, fact_id: `${fact.fact_id}-other` } : one,
    );
  return { input: { ...input, facts }, cells: [`${fact.fact_id}-other`] };
}

/** A 项 that is not alone under its 款 and is left out of the expenditure form. */
export function missing(input: CheckInput): Planted | null {
  const all = cells(input, 'expenditure', item('total'));
  const parent = (fact: Fact) =>
    input.facts.find(
      (other) =>
        other.form === fact.form &&
        other.measure === 'total' &&
        other.subject_code !== fact.subject_code &&
        fact.subject_code!.startsWith(other.subject_code ?? '-') &&
        !input.facts.some(
          (mid) =>
            mid.form === fact.form &&
            mid.subject_code !== null &&
            fact.subject_code!.startsWith(mid.subject_code) &&
            mid.subject_code.length > other.subject_code!.length &&
            mid.subject_code.length < 7,
        ),
    );
  const fact = all.find((one) => {
    const above = parent(one)?.subject_code;
    return above && all.filter((other) => other.subject_code!.startsWith(above)).length > 1;
  });
  if (!fact) return null;
  const gone = row(input, fact);
  return {
    input: { ...input, facts: input.facts.filter((one) => !gone.includes(one)) },
    cells: [parent(fact)!.fact_id],
  };
}

/** A 项 that repeats the amounts of the row above it. */
export function copied(input: CheckInput): Planted | null {
  const all = cells(input, 'expenditure', item('total'));
  for (let at = 1; at < all.length; at++) {
    const [above, fact] = [row(input, all[at - 1]!), row(input, all[at]!)];
    const columns = (list: readonly Fact[]) => list.map(({ measure }) => measure).join();
    if (columns(above) !== columns(fact) || all[at]!.amount === all[at - 1]!.amount) continue;
    const amount = (one: Fact) => above.find(({ measure }) => measure === one.measure)!.amount;
    const facts = input.facts.map((one) => (fact.includes(one) ? { ...one, amount: amount(one) } : one));
    return { input: { ...input, facts }, cells: fact.map(({ fact_id }) => fact_id) };
  }
  return null;
}

export function blanked(input: CheckInput): Planted | null {
  const fact = cells(input, 'expenditure', item('total'))[0];
  if (!fact) return null;
  // What is left of the row names it: the cell itself prints nothing.
  return {
    input: { ...input, facts: input.facts.filter((one) => one !== fact) },
    cells: row(input, fact).map(({ fact_id }) => fact_id),
  };
}
