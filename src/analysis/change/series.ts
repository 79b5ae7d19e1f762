import { groupRows } from '../group';
import type { Body } from './bodies';
import type { Classification } from './classification';
import { finalOf, priorOf, type Prior } from './figure';
import { ITEM_KEYS } from './items';
import { lookup } from './model';
import { asPublished, restate, type Move, type Restated } from './restate';
import type { FigureLine } from './rows';
import type { SeriesChoice, SeriesRequest } from './series-request';
import { renamedOf, sumOf, type Sum } from './step';
import { printedOf, type SubjectFact } from './subject-facts';

/** A line's figure of one year. */
export interface SeriesPoint {
  year: number;
  sum: Sum;
  /** Whose price level and staff it is told with. */
  department: string;
  source: Prior['source'];
}

/** Between a year and the one before on the line something other than the money changed. */
export interface SeriesBreak {
  /** First year of the new state. */
  year: number;
  renamed: { before: string; now: string } | null;
  moves: Move[];
}

export interface SeriesLine {
  /** An item, a code (see Restated.key) or a body's key. */
  key: string;
  codes: readonly string[];
  name: string | null;
  /** Years ascending, without those that have no figure. */
  points: SeriesPoint[];
  breaks: SeriesBreak[];
}

/** Lines over the years. Money in 分. */
export interface SeriesModel {
  request: SeriesRequest;
  choice: SeriesChoice | null;
  /** From the first to the last year with a figure, all of them. */
  years: number[];
  /** Largest last figure first. */
  lines: SeriesLine[];
  /** Figures left out because an identity contradicts them. */
  left_out: number;
}

/** Request, what is chosen and its rows → lines. A year without a document or figure is a gap, never 0. */
export function seriesModel(
  request: SeriesRequest,
  choice: SeriesChoice | null,
  rows: { figures: readonly FigureLine[]; subjects: readonly SubjectFact[] },
): SeriesModel {
  const found = choice ? linesOf(request, choice, rows) : [];
  const lines = found
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => {
      const [x, y] = [a.points.at(-1)!, b.points.at(-1)!];
      return y.year - x.year || (y.sum.amount > x.sum.amount ? 1 : y.sum.amount < x.sum.amount ? -1 : 0);
    });
  const told = lines.flatMap(({ points }) => points.map(({ year }) => year));
  const [first, last] = [Math.min(...told), Math.max(...told)];
  return {
    request,
    choice,
    years: told.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i),
    lines,
    left_out: rows.subjects.filter(({ sound }) => !sound).length,
  };
}

function linesOf(
  request: SeriesRequest,
  choice: SeriesChoice,
  rows: { figures: readonly FigureLine[]; subjects: readonly SubjectFact[] },
): SeriesLine[] {
  if (choice.byBody) {
    return choice.shown.map((body) => ({
      ...itemLine(body, request.item, rows.figures),
      key: body.key,
      name: body.department,
    }));
  }
  const body = choice.shown[0]!;
  if (request.lines === 'items') return ITEM_KEYS.map((item) => itemLine(body, item, rows.figures));
  return subjectLines(request, request.lines, body, rows.subjects);
}

/** One item of one body: each year's own figure, else what the next year's document says of it. */
function itemLine(body: Body, item: string, figures: readonly FigureLine[]): SeriesLine {
  const find = lookup(figures);
  const points = new Map<number, SeriesPoint>();
  const put = (year: number, figure: Prior) => {
    if (points.has(year)) return;
    const sum = sumOf([figure], figure.source === 'implied')!;
    points.set(year, { year, sum, department: body.department, source: figure.source });
  };
  for (const [year, document] of body.documents) {
    const own = finalOf(find(document.doc_id, item));
    if (own) put(year, { ...own, source: 'document', quote: null });
  }
  for (const [year, document] of body.documents) {
    const prior = priorOf(find(document.doc_id, item), undefined);
    if (prior) put(year - 1, prior);
  }
  const sorted = [...points.values()].sort((a, b) => a.year - b.year);
  return { key: item, codes: [], name: null, points: sorted, breaks: [] };
}

/** The subjects of one body on each year's classification or on one year's. */
function subjectLines(
  { level, basis }: SeriesRequest,
  classification: Classification,
  body: Body,
  facts: readonly SubjectFact[],
): SeriesLine[] {
  const deepest = classification === 'economy' ? (Math.min(level, 2) as 1 | 2) : level;
  const byDocument = groupRows(
    facts.filter(({ sound }) => sound),
    ({ doc_id }) => doc_id,
  );
  const documents = [...body.documents].filter(([, { doc_id }]) => byDocument.has(doc_id));
  if (documents.length === 0) return [];
  const span = { first: documents[0]![0], last: documents.at(-1)![0] };
  const target = basis === 'from' ? span.first : span.last;
  const lines = new Map<string, { line: SeriesLine; rows: { year: number; row: Restated }[] }>();
  const moves: Move[] = [];
  for (const [year, { doc_id }] of documents) {
    const printed = printedOf(byDocument.get(doc_id)!);
    const restated = restate(printed, { classification, level: deepest, year, target, span });
    moves.push(...restated.moves);
    const shown = basis === 'published' ? asPublished(printed, deepest) : restated;
    for (const row of shown.rows.values()) {
      const entry = lines.get(row.key) ?? {
        line: { key: row.key, codes: row.codes, name: row.name, points: [], breaks: [] },
        rows: [],
      };
      lines.set(row.key, entry);
      entry.rows.push({ year, row });
      entry.line.name = row.name;
      const sum = sumOf(row.figures)!;
      entry.line.points.push({ year, sum, department: body.department, source: 'document' });
    }
  }
  const known = documents.map(([year]) => year);
  return [...lines.values()].map(({ line, rows }) => ({
    ...line,
    breaks: breaksOf(line.key, rows, moves, classification, known),
  }));
}

/** Where a line's name changes, and where subjects enter or leave it. */
function breaksOf(
  key: string,
  rows: readonly { year: number; row: Restated }[],
  moves: readonly Move[],
  classification: Classification,
  years: readonly number[],
): SeriesBreak[] {
  const found = new Map<number, SeriesBreak>();
  const at = (year: number): SeriesBreak => {
    const known = found.get(year) ?? { year, renamed: null, moves: [] };
    found.set(year, known);
    return known;
  };
  rows.forEach(({ year, row }, i) => {
    const before = rows[i - 1]?.row;
    const renamed = renamedOf(before?.figures[0], row.figures[0]);
    if (renamed) at(year).renamed = renamed;
  });
  const own = moves.filter(({ out_of, into, code }) => out_of === key || into === key || code === key);
  for (const move of own) {
    const year =
      classification === 'economy' ? years.find((y) => y >= 2018) : firstAfter(move.code, years, rows);
    if (year !== undefined && !at(year).moves.some(({ code }) => code === move.code))
      at(year).moves.push(move);
  }
  return [...found.values()].sort((a, b) => a.year - b.year);
}

/** A functional subject moves in the year after its last one. */
function firstAfter(
  code: string,
  years: readonly number[],
  rows: readonly { year: number; row: Restated }[],
): number | undefined {
  const last = rows.findLast(({ row }) => row.figures.some((figure) => figure.code === code))?.year;
  return years.find((year) => last !== undefined && year > last) ?? rows[0]?.year;
}
