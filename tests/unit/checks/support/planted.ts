import type { CheckInput, RuleId } from '../../../../src/checks';
import type { Fact, Statement } from '../../../../src/domain/facts';

/** A document with one error in it: the cells it sits in, and the rules of which one must speak of it. */
export interface Planted {
  input: CheckInput;
  cells: string[];
}

export interface Plant {
  name: string;
  rules: readonly RuleId[];
  /** The kinds that the finding may be called; any where absent. */
  kinds?: readonly string[];
  /** Form sets whose documents do not tell which of several cells it is: the cell must be among those listed. */
  among?: readonly string[] | 'all';
  /** Form sets where rounding, or a second equal row, may leave the cell untold: the rule alone must speak. */
  untold?: readonly string[] | 'all';
  /** Null where the document has no place for it. */
  plant(input: CheckInput): Planted | null;
}

const FORMS: Record<string, readonly string[]> = {
  summary: ['01', 'B01'],
  revenue: ['02', 'B02'],
  expenditure: ['03', 'B03'],
  fiscal: ['04', 'B04'],
  general: ['05', 'B05'],
  basic: ['06', 'B06'],
  fund: ['07', 'B07'],
  threePublic: ['09', 'B09'],
};

export const inForm = (fact: Fact, role: string) =>
  fact.form !== null && FORMS[role]!.includes(fact.form) && fact.stage !== 'adjusted_budget';

/** The last stage of the form that the document prints: 决算 in a final account. */
export const cells = (input: CheckInput, role: string, where: (fact: Fact) => boolean): Fact[] => {
  const own = input.facts.filter((fact) => inForm(fact, role) && fact.amount > 1_000_000n && where(fact));
  const finals = own.filter(({ stage }) => stage === 'final');
  return finals.length > 0 ? finals : own;
};

/** The input with one fact's amount replaced; nothing where the amount would stay. */
export function changed(
  input: CheckInput,
  fact: Fact | undefined,
  to: (fact: Fact) => bigint,
): Planted | null {
  if (!fact) return null;
  const amount = to(fact);
  if (amount === fact.amount) return null;
  const facts = input.facts.map((one) => (one === fact ? { ...one, amount } : one));
  return { input: { ...input, facts }, cells: [fact.fact_id] };
}

export function withStatement(input: CheckInput, at: number, change: Partial<Statement>): Planted | null {
  if (at < 0) return null;
  const statements = input.statements.map((one, index) => (index === at ? { ...one, ...change } : one));
  return { input: { ...input, statements }, cells: [] };
}

const digits = (fact: Fact) => (fact.amount / fact.resolution).toString();
const back = (text: string, fact: Fact) => BigInt(text) * fact.resolution;

/** The third digit from the left becomes another one. */
export const wrongDigit = (fact: Fact) => {
  const text = digits(fact);
  const at = Math.min(2, text.length - 1);
  return back(text.slice(0, at) + ((Number(text[at]) + 4) % 10) + text.slice(at + 1), fact);
};

/** The first pair of different neighbours changes places. */
export const swapped = (fact: Fact) => {
  const text = digits(fact);
  for (let at = 0; at + 1 < text.length; at++)
    if (text[at] !== text[at + 1] && !(at === 0 && text[1] === '0'))
      return back(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2), fact);
  return fact.amount;
};

export const dropped = (fact: Fact) => back(digits(fact).slice(0, 2) + digits(fact).slice(3), fact);
export const extra = (fact: Fact) => back(`${digits(fact).slice(0, 2)}7${digits(fact).slice(2)}`, fact);
export const times = (power: bigint) => (fact: Fact) => fact.amount * power;
export const negative = (fact: Fact) => -fact.amount;
export const stale = (fact: Fact) =>
  fact.amount - (fact.amount / 7n / fact.resolution) * fact.resolution - 12n * fact.resolution;

/** A change of the first sentence about something. */
export function statement(item: string, change: (input: CheckInput, at: number) => Planted | null) {
  return (input: CheckInput) =>
    change(
      input,
      input.statements.findIndex((one) => one.item === item),
    );
}

export const replaced = (text: string, from: string, to: string) => text.replace(`${from}%`, `${to}%`);
