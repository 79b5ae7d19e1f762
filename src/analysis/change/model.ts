import type { Fen } from '../../domain/money';
import { findings, statedOf, type Finding, type Stated } from './check';
import {
  changeOf,
  disagreementOf,
  finalOf,
  priorOf,
  type Change,
  type Disagreement,
  type Figure,
  type Prior,
} from './figure';
import { isSubjectCode, ITEMS } from './items';
import type { Pair } from './pair';
import type { ChangeRequest } from './request';
import type { ChangeRows, DocumentLine, FigureLine, StatementLine, SubjectLine } from './rows';
import { subjectBreak, type SubjectBreak } from './subject-break';
import { summaries, type ChangeSummary } from './summary';

/** One item of one document against the year before. Money in 分. */
export interface ChangeRow extends Change {
  document: DocumentLine;
  /** Last year's document, where it is loaded. */
  before: DocumentLine | null;
  /** An ItemKey or a functional subject code. */
  item: string;
  /** The subject's name as this year's form has it; null for the fixed items. */
  name: string | null;
  /** Why the two years' figures are not of quite the same subject. */
  break: SubjectBreak | null;
  /** 0 an item of its own or a class; each further level one more. */
  level: number;
  final: Figure | null;
  prior: Prior | null;
  stated: Stated | null;
  findings: Finding[];
  disagreement: Disagreement | null;
  /** The two figures as printed, where `final` and `prior` are in other prices or per head. */
  printed?: { final: Figure | null; prior: Prior | null };
}

export interface ChangeModel {
  request: ChangeRequest;
  rows: ChangeRow[];
  /** One a scope (部门, 单位), for `departments`. */
  summaries: ChangeSummary[];
  /** Every document that could be chosen for `items`. */
  documents: DocumentLine[];
  /** The document of `items`. */
  document: DocumentLine | null;
  /** Classes that can be compared. */
  subjects: SubjectLine[];
  /** Further documents of the same body and year, left out. */
  spare: number;
}

type Lookup = (doc_id: string | undefined, item: string) => FigureLine | undefined;

/** Looks up by document and item. */
export function lookup<T extends { doc_id: string; item: string }>(
  lines: readonly T[],
): (doc_id: string | undefined, item: string) => T | undefined {
  const found = new Map<string, T>();
  for (const line of lines) {
    const key = `${line.doc_id}\u001f${line.item}`;
    if (!found.has(key)) found.set(key, line);
  }
  return (doc_id, item) => (doc_id === undefined ? undefined : found.get(`${doc_id}\u001f${item}`));
}

/** Form 05 of a final account, B05 of a budget: it lists every subject with money. */
const printsForm05 = (document: DocumentLine | null) =>
  document !== null && document.forms_present.split(',').some((form) => form === '05' || form === 'B05');

/** One row: this year's figure, last year's, their change, and what the document says of it. */
export function changeRow(
  pair: Pair,
  item: string,
  figures: Lookup,
  statement: StatementLine | undefined,
): ChangeRow {
  const line = figures(pair.document.doc_id, item);
  const lineBefore = figures(pair.before?.doc_id, item);
  const final = finalOf(line);
  const prior = priorOf(line, lineBefore);
  const subject = isSubjectCode(item);
  const name = subject ? (line?.name ?? lineBefore?.name ?? null) : null;
  const printed = { now: line?.name ?? null, before: lineBefore?.name ?? null };
  return {
    document: pair.document,
    before: pair.before,
    item,
    name,
    break: subject && pair.before ? subjectBreak(item, pair.document.fiscal_year, printed) : null,
    level: subject ? (item.length - 3) / 2 : (ITEMS.find(({ key }) => key === item)?.level ?? 0),
    final,
    prior,
    ...changeOf(final, prior, {
      now: subject && printsForm05(pair.document),
      before: subject && printsForm05(pair.before),
    }),
    stated: statement ? statedOf(statement) : null,
    findings: statement ? findings(statement, line, final, prior) : [],
    disagreement: disagreementOf(line),
  };
}

/** The items of one document, in the order of the narrative, then its functional subjects in code order. */
function itemsOf(pair: Pair, figures: readonly FigureLine[]): string[] {
  const own = new Set([pair.document.doc_id, pair.before?.doc_id]);
  const codes = figures
    .filter((line) => own.has(line.doc_id) && isSubjectCode(line.item))
    // Without last year's form 05 only the subjects whose last year the narrative says can be compared.
    .filter((line) => printsForm05(pair.before) || line.prior !== null)
    .map((line) => line.item);
  return [...ITEMS.map(({ key }) => key), ...[...new Set(codes)].sort()];
}

/** A part or subject of which neither year has a figure is no row; a fixed item is, with its reason. */
const worthARow = (row: ChangeRow) =>
  row.state !== 'nothing' || (row.level === 0 && !isSubjectCode(row.item));

export interface Selection {
  pairs: readonly Pair[];
  /** All that could be chosen. */
  documents: readonly DocumentLine[];
  spare: number;
  subjects: readonly SubjectLine[];
}

/**
 * Request + rows (分) → the changes. Last year's figure is that of last year's document where it is loaded, else what
 * this year's “较上年…” implies. Rows stay in the order of the documents; the page ranks them.
 */
export function changeModel(
  request: ChangeRequest,
  selection: Selection,
  rows: Pick<ChangeRows, 'figures' | 'statements'>,
): ChangeModel {
  const figures = lookup(rows.figures);
  const statements = lookup(rows.statements);
  const row = (pair: Pair, item: string) =>
    changeRow(pair, item, figures, statements(pair.document.doc_id, item));
  const itemsOfPair = (pair: Pair): string[] => {
    if (request.view === 'departments') return [request.item];
    return request.view === 'matrix' ? ITEMS.map(({ key }) => key) : itemsOf(pair, rows.figures);
  };
  const all = selection.pairs.flatMap((pair) => itemsOfPair(pair).map((item) => row(pair, item)));
  const kept = request.view === 'matrix' ? all : all.filter(worthARow);
  return {
    request,
    rows: kept,
    summaries: request.view === 'departments' ? summaries(kept) : [],
    documents: [...selection.documents],
    document: request.view === 'items' ? (selection.pairs[0]?.document ?? null) : null,
    subjects: [...selection.subjects],
    spare: selection.spare,
  };
}

/** Rows by their change or rate, greatest first; those without one stand last, in their order. */
export function ranked(rows: readonly ChangeRow[], by: 'change' | 'rate'): ChangeRow[] {
  return [...rows].sort((a, b) => {
    if (by === 'change') return compareFen(a.change, b.change);
    if (a.rate && b.rate) return b.rate.cmp(a.rate);
    return a.rate ? -1 : b.rate ? 1 : compareFen(a.change, b.change);
  });
}

function compareFen(a: Fen | null, b: Fen | null): number {
  if (a === null || b === null) return a !== null ? -1 : b !== null ? 1 : 0;
  return a > b ? -1 : a < b ? 1 : 0;
}
