import type Decimal from 'decimal.js';
import { ratio, type Fen } from '../../domain/money';
import { groupRows } from '../group';
import { agree } from './agreement';
import type { EvidenceRequest } from './request';
import type { CountedLine, FactLine, ReasonLine } from './rows';

/** One part of the figure: what it is, its facts, their sum (分; null where there is no fact). */
export interface EvidencePartModel {
  term: string;
  amount: Fen | null;
  facts: readonly CountedLine[];
  /** Facts that are counted but not listed. */
  unlisted: number;
}

/** The same quantity, said twice and differently in one document, or in two of one body: both figures, forms first. */
export interface Conflict {
  taken: FactLine;
  other: FactLine;
  /** other − taken, 分. */
  difference: Fen;
}

/** The figure in the drawer's head: money, or a ratio that may be undefined. */
export type EvidenceFigure =
  | { kind: 'amount'; amount: Fen | null }
  | { kind: 'ratio'; ratio: Decimal | null; missing: 'no_figure' | 'zero_base' | null };

/** Money beside the figure: a part, the difference of the parts, another column of the same row. */
export interface EvidenceLine {
  term: string;
  amount: Fen | null;
}

export interface EvidenceModel {
  request: EvidenceRequest;
  figure: EvidenceFigure;
  parts: readonly EvidencePartModel[];
  lines: readonly EvidenceLine[];
  /** Share of the 合计 row in the same column, where the figure is one fact below it. */
  share: Decimal | null;
  conflicts: readonly Conflict[];
  /** Other places that say the same quantity with the same figure, within rounding. */
  confirmations: readonly FactLine[];
  reasons: readonly ReasonLine[];
  departments: readonly string[];
  years: readonly number[];
}

export interface EvidenceRows {
  counted: readonly (readonly CountedLine[])[];
  same: readonly FactLine[];
  /** Facts of the subjects below, for what contradicts there. */
  below: readonly FactLine[];
  reasons: readonly ReasonLine[];
  beside: readonly FactLine[];
}

/** Request and rows → what the drawer shows. */
export function evidenceModel(request: EvidenceRequest, rows: EvidenceRows): EvidenceModel {
  const parts = mergedParts(request, rows.counted);
  const facts = parts.flatMap((part) => part.facts);
  return {
    request,
    figure: figureOf(request, parts),
    parts,
    lines: [...partLines(request, parts), ...columnLines(facts, rows.beside)],
    share: shareOf(facts, rows.beside),
    ...compare(facts, rows.same, rows.below),
    reasons: withoutRepeats(rows.reasons.filter((line) => explains(request, line))),
    departments: [...new Set(facts.map((fact) => fact.department))],
    years: [...new Set(facts.map((fact) => fact.fiscal_year))].sort(),
  };
}

/** Parts of one term are one addend: figures that several coordinates are needed to reach. */
function mergedParts(request: EvidenceRequest, counted: EvidenceRows['counted']): EvidencePartModel[] {
  const given = request.parts.map(({ term }, i) => ({ term, facts: counted[i] ?? [] }));
  return [...groupRows(given, (part) => part.term)].map(([term, parts]) => {
    const found = parts.filter((part) => part.facts.length > 0);
    return {
      term,
      amount: found.length === 0 ? null : found.reduce((sum, part) => sum + part.facts[0]!.sum_fen, 0n),
      facts: parts.flatMap((part) => part.facts),
      unlisted: found.reduce((sum, { facts }) => sum + Number(facts[0]!.facts) - facts.length, 0),
    };
  });
}

function figureOf(request: EvidenceRequest, parts: readonly EvidencePartModel[]): EvidenceFigure {
  const first = parts[0]?.amount ?? null;
  const second = parts[1]?.amount ?? null;
  if (request.show === 'amount') return { kind: 'amount', amount: first };
  if (request.show === 'change') {
    return { kind: 'amount', amount: first === null || second === null ? null : first - second };
  }
  if (first === null || second === null) return { kind: 'ratio', ratio: null, missing: 'no_figure' };
  const value = ratio(request.show === 'change_rate' ? first - second : first, second);
  return { kind: 'ratio', ratio: value, missing: value === null ? 'zero_base' : null };
}

/** Where the figure is made of two parts: both, and their difference unless it is the figure itself. */
function partLines(request: EvidenceRequest, parts: readonly EvidencePartModel[]): EvidenceLine[] {
  if (parts.length < 2) return [];
  const lines: EvidenceLine[] = parts.map(({ term, amount }) => ({ term, amount }));
  const [first, second] = parts.map((part) => part.amount);
  if (request.show === 'change' || request.show === 'share' || first == null || second == null) return lines;
  return [
    ...lines,
    { term: request.show === 'change_rate' ? 'change' : 'difference', amount: first - second },
  ];
}

/** The other columns of the row of the one fact shown; blanks and zeros are left out. */
function columnLines(facts: readonly CountedLine[], beside: readonly FactLine[]): EvidenceLine[] {
  const [fact] = facts;
  if (!fact || facts.length !== 1) return [];
  return beside
    .filter((other) => sameSubject(other, fact) && other.measure !== fact.measure && other.amount_fen !== 0n)
    .map((other) => ({ term: other.measure, amount: other.amount_fen }));
}

function shareOf(facts: readonly CountedLine[], beside: readonly FactLine[]): Decimal | null {
  const [fact] = facts;
  if (!fact || facts.length !== 1) return null;
  const total = beside.find((other) => !sameSubject(other, fact) && other.measure === fact.measure);
  return total ? ratio(fact.amount_fen, total.amount_fen) : null;
}

const sameSubject = (a: FactLine, b: FactLine) =>
  a.subject_code === b.subject_code && a.subject_name === b.subject_name;

/** Whether what is said of the same quantities, and of the subjects below them, agrees. */
function compare(
  facts: readonly CountedLine[],
  same: readonly FactLine[],
  below: readonly FactLine[],
): Pick<EvidenceModel, 'conflicts' | 'confirmations'> {
  const others = groupRows(same, quantityOf);
  const counted = new Set(facts.map(idOf));
  const conflicts: Conflict[] = [];
  const confirmations: FactLine[] = [];
  for (const taken of facts) {
    for (const other of others.get(quantityOf(taken)) ?? []) {
      if (counted.has(idOf(other))) continue;
      if (agree(printed(taken), printed(other))) confirmations.push(other);
      else conflicts.push(conflict(taken, other));
    }
  }
  const known = new Set(facts.map(quantityOf));
  for (const [quantity, said] of groupRows(below, quantityOf)) {
    if (known.has(quantity)) continue;
    const taken = said.find((fact) => fact.source === 'form' || fact.source === 'budget_form') ?? said[0]!;
    for (const other of said) {
      if (other !== taken && !agree(printed(taken), printed(other))) conflicts.push(conflict(taken, other));
    }
  }
  return { conflicts, confirmations };
}

const quantityOf = (fact: FactLine) => `${fact.owner}\n${fact.quantity}`;
const idOf = (fact: FactLine) => `${fact.doc_id}\n${fact.fact_id}`;
const conflict = (taken: FactLine, other: FactLine): Conflict => ({
  taken,
  other,
  difference: other.amount_fen - taken.amount_fen,
});
const printed = (fact: FactLine) => ({ amount: fact.amount_fen, resolution: fact.resolution_fen });

/** A change is explained by what is said of last year, a rate of execution by what is said of the budget. */
function explains({ show }: EvidenceRequest, line: ReasonLine): boolean {
  switch (show) {
    case 'change':
    case 'change_rate':
      return line.about_change || !line.about_budget;
    case 'execution_rate':
    case 'control_rate':
      return line.about_budget || !line.about_change;
    case 'amount':
    case 'share':
      return true;
  }
}

/** One sentence may give its reason for several figures. */
function withoutRepeats(reasons: readonly ReasonLine[]): ReasonLine[] {
  const seen = new Set<string>();
  return reasons.filter((line) => {
    const key = `${line.doc_id}\n${line.line}\n${line.reason}`;
    return !seen.has(key) && seen.add(key);
  });
}
