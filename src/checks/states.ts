import type { Fact } from '../domain/facts';
import type { CheckInput, CheckReport, Finding, Instance, Side } from './types';

/**
 * What the identities say of one fact. `conflict`: a finding names it, or it stands in an identity that fails and
 * nothing tells which of its cells is wrong · `implied`: not printed, worked out from a sentence · `exact`, `rounding`:
 * at least one identity that holds speaks for it · `unchecked`: none does.
 */
export const FACT_STATES = ['exact', 'rounding', 'conflict', 'implied', 'unchecked'] as const;
export type FactState = (typeof FACT_STATES)[number];

/** A fact that carries a mark wherever it is shown, with its coordinates and the findings that touch it. */
export interface MarkedFact extends Pick<
  Fact,
  | 'fact_id'
  | 'doc_id'
  | 'region'
  | 'department'
  | 'scope'
  | 'fiscal_year'
  | 'source'
  | 'form'
  | 'flow'
  | 'classification'
  | 'subject_code'
  | 'subject_name'
  | 'subject_level'
  | 'fund'
  | 'measure'
  | 'stage'
  | 'amount'
> {
  state: 'conflict' | 'implied';
  /** A sentence that repeats a form's amount, and not as the form prints it: where both are asked for, the form counts. */
  repeats: boolean;
  findings: Finding[];
}

/** The states of one document's facts. */
export interface DocumentStates {
  doc_id: string;
  /** One letter for each fact, in the order of the fact_ids by code point: see LETTERS. */
  letters: string;
  marked: MarkedFact[];
}

/** The letter of a state in `letters`: states travel as one short text a document. */
export const LETTERS: Record<FactState, string> = {
  exact: 'e',
  rounding: 'r',
  conflict: 'c',
  implied: 'i',
  unchecked: 'u',
};

/** Only equations of amounts: a sum that is not exceeded, a word or a percentage says nothing of the amount itself. */
const ofAmounts = ({ relation }: Instance) => relation === 'equal' || relation === 'at_most';

const docOf = (instance: Instance, side: Side) => side.doc_id ?? instance.doc_id;

/** A side as printed by forms; a side of several sources is not. */
type FromForms = (doc_id: string, fact_ids: readonly string[]) => boolean;

/**
 * The facts of a document that a finding puts in doubt. It names them; where it names none, all that stand on both
 * sides, but for a form's that a sentence contradicts: the form is believed. A remark (severity info), and a finding
 * about words, percentages or counts, puts no amount in doubt.
 */
export function doubted(finding: Finding, doc_id: string, fromForms: FromForms): readonly string[] {
  const instances = finding.instances.filter(ofAmounts);
  if (finding.severity === 'info' || instances.length === 0) return [];
  if (finding.fact_ids.length > 0) return finding.doc_id === doc_id ? finding.fact_ids : [];
  return instances.flatMap((instance) => {
    const sides = [instance.left, instance.right].map((side) => ({
      side,
      form: fromForms(docOf(instance, side), side.fact_ids),
    }));
    const believed = sides.some(({ form }) => form) && sides.some(({ form }) => !form);
    return sides
      .filter(({ side, form }) => docOf(instance, side) === doc_id && !(believed && form))
      .flatMap(({ side }) => side.fact_ids);
  });
}

/** The facts of a document on either side of an identity. */
export function standsIn(instance: Instance, doc_id: string): string[] {
  return [instance.left, instance.right].flatMap((side) =>
    docOf(instance, side) === doc_id ? side.fact_ids : [],
  );
}

/** Equal by code point, as the database orders text. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const step = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (step !== 0) return step;
  }
  return left.length - right.length;
}

/**
 * The state of every fact of one document, from its own report and from the rules across documents of all that were
 * checked with it. Pure.
 */
export function factStates(
  input: CheckInput,
  report: Pick<CheckReport, 'instances' | 'findings'>,
  across: Pick<CheckReport, 'instances' | 'findings'>,
  fromForms: FromForms,
): Map<string, FactState> {
  const id = input.document.doc_id;
  const holds = new Map<string, 'exact' | 'rounding'>();
  for (const instance of [...report.instances, ...across.instances]) {
    const { relation, outcome } = instance;
    if (relation !== 'equal' && relation !== 'rate') continue;
    if (outcome !== 'exact' && outcome !== 'rounding') continue;
    for (const fact of standsIn(instance, id)) {
      if (holds.get(fact) !== 'exact') holds.set(fact, outcome);
    }
  }
  const doubt = new Set(
    [...report.findings, ...across.findings].flatMap((finding) => doubted(finding, id, fromForms)),
  );
  return new Map(
    input.facts.map(({ fact_id, derived }): [string, FactState] => {
      if (doubt.has(fact_id)) return [fact_id, 'conflict'];
      return [fact_id, derived ? 'implied' : (holds.get(fact_id) ?? 'unchecked')];
    }),
  );
}

/** The states as they travel: letters for the table, and the facts that carry a mark with their findings. */
export function documentStates(
  input: CheckInput,
  states: ReadonlyMap<string, FactState>,
  findings: readonly Finding[],
  fromForms: FromForms,
): DocumentStates {
  const { doc_id } = input.document;
  const ordered = [...states].sort(([a], [b]) => byCodePoint(a, b));
  const speaking = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const id of new Set(doubted(finding, doc_id, fromForms))) {
      speaking.set(id, [...(speaking.get(id) ?? []), finding]);
    }
  }
  const marked = input.facts.flatMap((fact): MarkedFact[] => {
    const state = states.get(fact.fact_id);
    if (state !== 'conflict' && state !== 'implied') return [];
    const own = speaking.get(fact.fact_id) ?? [];
    const repeats = fact.form === null && own.some((finding) => repeatsForm(finding, fact, fromForms));
    return [{ ...coordinatesOf(fact), state, repeats, findings: own }];
  });
  return { doc_id, letters: ordered.map(([, state]) => LETTERS[state]).join(''), marked };
}

/** Whether an identity of the finding sets the fact alone against a form. */
function repeatsForm({ instances }: Finding, { doc_id, fact_id }: Fact, fromForms: FromForms): boolean {
  return instances.some((instance) => {
    const sides = [instance.left, instance.right];
    const own = sides.findIndex(
      (side) =>
        docOf(instance, side) === doc_id && side.fact_ids.length === 1 && side.fact_ids[0] === fact_id,
    );
    const other = sides[1 - own];
    return (
      own >= 0 &&
      other!.fact_ids.length > 0 &&
      docOf(instance, other!) === doc_id &&
      fromForms(doc_id, other!.fact_ids)
    );
  });
}

function coordinatesOf(fact: Fact): Omit<MarkedFact, 'state' | 'repeats' | 'findings'> {
  const { fact_id, doc_id, region, department, scope, fiscal_year, source, form, flow, classification } =
    fact;
  const { subject_code, subject_name, subject_level, fund, measure, stage, amount } = fact;
  return {
    fact_id,
    doc_id,
    region,
    department,
    scope,
    fiscal_year,
    source,
    form,
    flow,
    classification,
    subject_code,
    subject_name,
    subject_level,
    fund,
    measure,
    stage,
    amount,
  };
}
