import type { DocumentRow, Fact, Stage, Warning } from '../domain/facts';
import type { Session } from '../engine/types';
import { checkDocuments } from './documents';
import { loadCheckInputs } from './load';
import { checkDocument } from './run';
import { documentStates, factStates, type DocumentStates } from './states';
import type { CheckInput, CheckReport, Finding, Outcome, RuleId } from './types';

/** What the checks say of one document, without its facts. */
export interface CheckedDocument {
  document: DocumentRow;
  counts: Record<RuleId, Record<Outcome, number>>;
  findings: Finding[];
  /** Stages of the facts that its findings speak of, by fact_id. */
  stages: ReadonlyMap<string, Stage>;
}

/** Documents read at a time; all of one department stay together. */
const AT_ONCE = 60;

/**
 * Checks the documents named, reading them back from the engine department by department, with the rules across
 * documents of `among` (other years and the budget of the same bodies). Results in the order of `documents`.
 */
export async function collectChecks(
  session: Pick<Session, 'query'>,
  documents: readonly DocumentRow[],
  among: readonly DocumentRow[],
  warnings: readonly Warning[],
): Promise<CheckedDocument[]> {
  const wanted = new Set(documents.map(({ doc_id }) => doc_id));
  const bodies = new Map<string, string[]>();
  for (const { doc_id, region, department } of among) {
    const body = `${region}|${department}`;
    bodies.set(body, [...(bodies.get(body) ?? []), doc_id]);
  }
  const checked = new Map<string, CheckedDocument>();
  for (const ids of portions([...bodies.values()].filter((own) => own.some((id) => wanted.has(id))))) {
    const inputs = await loadCheckInputs(session, warnings, ids);
    for (const one of checkTogether(inputs, wanted)) checked.set(one.document.doc_id, one);
    // Long runs leave the page its turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return documents.flatMap(({ doc_id }) => checked.get(doc_id) ?? []);
}

/** A checked document with the states of its facts. */
export type CheckedFacts = CheckedDocument & { facts: DocumentStates };

/** Checks the documents `wanted` with the rules across all that are given: those of whole bodies. Pure. */
export function checkTogether(inputs: readonly CheckInput[], wanted: ReadonlySet<string>): CheckedFacts[] {
  const across = checkDocuments(inputs);
  const printed = new Map(inputs.map(({ document, facts }) => [document.doc_id, formFacts(facts)]));
  const fromForms = (doc_id: string, ids: readonly string[]) =>
    ids.every((id) => printed.get(doc_id)?.has(id));
  return inputs
    .filter(({ document }) => wanted.has(document.doc_id))
    .map((input) => {
      const id = input.document.doc_id;
      const report = checkDocument(input);
      const findings = [...report.findings, ...across.findings.filter(({ doc_id }) => doc_id === id)];
      const spoken = new Set(findings.flatMap(spokenOf));
      const facts = input.facts.filter(({ fact_id }) => spoken.has(fact_id));
      const states = factStates(input, report, across, fromForms);
      return {
        document: input.document,
        counts: withAcross(report, across, id),
        findings,
        stages: new Map(facts.map(({ fact_id, stage }) => [fact_id, stage])),
        facts: documentStates(input, states, [...report.findings, ...across.findings], fromForms),
      };
    });
}

const formFacts = (facts: readonly Fact[]) =>
  new Set(facts.flatMap(({ fact_id, form, derived }) => (form !== null && !derived ? [fact_id] : [])));

function portions(groups: readonly string[][]): string[][] {
  const found: string[][] = [];
  for (const group of groups) {
    const last = found.at(-1);
    if (last && last.length + group.length <= AT_ONCE) last.push(...group);
    else found.push([...group]);
  }
  return found;
}

const spokenOf = ({ instances, fact_ids }: Finding) => [
  ...fact_ids,
  ...instances.flatMap(({ left, right }) => [...left.fact_ids, ...right.fact_ids]),
];

function withAcross(report: CheckReport, across: CheckReport, doc_id: string): CheckReport['counts'] {
  const counts = structuredClone(report.counts);
  for (const one of across.instances) if (one.doc_id === doc_id) counts[one.rule][one.outcome]++;
  return counts;
}
