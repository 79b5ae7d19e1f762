import { groupRows } from '../group';
import type { BreakdownRequest, Choice } from './breakdown-request';
import type { Classification } from './classification';
import type { Figure } from './figure';
import { asPublished, restate, type Move, type Printed, type Restated } from './restate';
import { changeOfSums, contributionOf, renamedOf, sumOf, type Divided, type Step, type Sum } from './step';
import { printedOf, type SubjectFact } from './subject-facts';

/** One year's documents, put together on one classification. */
interface Side {
  rows: Map<string, Restated>;
  moves: Move[];
  held: Set<string>;
  totals: Printed[];
  /** Codes and keys with a figure that is left out. */
  unsound: Set<string>;
}

const figureOf = ({ doc_id, fact_id, form, amount, resolution }: SubjectFact): Figure => ({
  doc_id,
  fact_id,
  form,
  amount,
  resolution,
});

/** The parts of a change by functional or economic subject. */
export function subjectSteps(
  { basis, level }: Pick<BreakdownRequest, 'basis' | 'level'>,
  { compared, from, to }: Choice,
  classification: Classification,
  facts: readonly SubjectFact[],
): Divided {
  const deepest = classification === 'economy' ? (Math.min(level, 2) as 1 | 2) : level;
  const byDocument = groupRows(facts, ({ doc_id }) => doc_id);
  const linesOf = (doc_id: string) => byDocument.get(doc_id) ?? [];
  const complete = compared.filter(({ body }) =>
    [from, to].every((year) => linesOf(body.documents.get(year)!.doc_id).some(({ code }) => code !== null)),
  );
  const span = { first: from, last: to };
  const side = (year: number, target: number | null): Side => {
    const all: Side = { rows: new Map(), moves: [], held: new Set(), totals: [], unsound: new Set() };
    for (const { body } of complete) {
      const lines = linesOf(body.documents.get(year)!.doc_id);
      const printed = printedOf(lines);
      const found =
        target === null
          ? asPublished(printed, deepest)
          : restate(printed, { classification, level: deepest, year, target, span });
      const unsound = new Set(lines.filter(({ sound }) => !sound).map(({ fact_id }) => fact_id));
      for (const row of found.rows.values()) {
        if (row.figures.some(({ fact_id }) => unsound.has(fact_id))) all.unsound.add(row.key);
        const known = all.rows.get(row.key);
        if (known) known.figures.push(...row.figures);
        else all.rows.set(row.key, { ...row, figures: [...row.figures] });
      }
      all.moves.push(...found.moves);
      for (const code of found.held) all.held.add(code);
      all.totals.push(
        ...lines.flatMap((line) =>
          line.code === null && line.sound ? [{ ...figureOf(line), code: '', name: line.name }] : [],
        ),
      );
    }
    return all;
  };
  // As published each year is on its own classification; what would move is found by restating the other way.
  const wanted = basis === 'from' ? from : to;
  const restatedBefore = side(from, wanted);
  const restatedNow = side(to, wanted);
  const published = basis === 'published';
  const before = published ? side(from, null) : restatedBefore;
  const now = published ? side(to, null) : restatedNow;
  const moves = [...restatedBefore.moves, ...restatedNow.moves];
  const keys = [...new Set([...before.rows.keys(), ...now.rows.keys()])].sort();
  const unsound = keys.filter((key) => before.unsound.has(key) || now.unsound.has(key));
  const step = (key: string) => stepOf(key, before.rows.get(key), now.rows.get(key), moves, before, now);
  return {
    before: totalOf(before, complete.length),
    now: totalOf(now, complete.length),
    steps: keys.filter((key) => !unsound.includes(key)).map(step),
    left_out: unsound,
    held: [...new Set([...restatedBefore.held, ...restatedNow.held])],
    without: compared.filter((pair) => !complete.includes(pair)).map(({ body }) => body.department),
  };
}

/** The forms' own totals; where one is missing or left out, there is no total. */
function totalOf({ totals, rows }: Side, documents: number): Sum | null {
  const documentsWithTotal = new Set(totals.map(({ doc_id }) => doc_id)).size;
  if (rows.size === 0 || documentsWithTotal < documents) return null;
  return sumOf(totals);
}

function stepOf(
  key: string,
  before: Restated | undefined,
  now: Restated | undefined,
  moves: readonly Move[],
  sideBefore: Side,
  sideNow: Side,
): Step {
  const row = (now ?? before)!;
  const sums = { before: sumOf(before?.figures ?? []), now: sumOf(now?.figures ?? []) };
  const change = changeOfSums(sums.now, sums.before, { now: true, before: true });
  return {
    ...change,
    key,
    codes: row.codes,
    name: row.name,
    renamed: renamedOf(before?.figures[0], now?.figures[0]),
    ...sums,
    contribution: contributionOf(change, sums.now, sums.before),
    points: null,
    moves: merged(moves.filter(({ out_of, into, code }) => out_of === key || into === key || code === key)),
    held: row.codes.some((code) => sideBefore.held.has(code) || sideNow.held.has(code)),
    reasons: [],
  };
}

/** The same move in several documents is one, its amounts together. */
function merged(moves: readonly Move[]): Move[] {
  const found = new Map<string, Move>();
  for (const move of moves) {
    const key = [move.code, move.out_of, move.into].join(' ');
    const known = found.get(key);
    found.set(key, known ? { ...known, amount: known.amount + move.amount } : move);
  }
  return [...found.values()];
}
