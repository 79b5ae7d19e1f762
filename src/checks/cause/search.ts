import type { Fen } from '../../domain/money';
import type { Book, Cell, Row } from '../book';
import type { Judged } from '../relate';
import { cellMove, pairMoves, rowMove } from './moves';
import { exchangeMoves, isCopied, isPermuted, missingRowMoves } from './row-moves';
import { SLIPS, slipOf } from './slip';
import { gain, System, type Move } from './system';

/** A change that explains failures, or failures that nothing explains (`move` null). */
export interface Cause {
  move: Move | null;
  failures: Judged[];
  /** Cells that would do equally well: the document does not tell which one it is. */
  candidates: readonly Cell[];
}

/** Most moves looked for in one document; a document beyond that is not a document with slips. */
const MOST = 400;

/**
 * The smallest set of cells whose change makes the failing identities hold, found greedily: the change that repairs
 * most and breaks least goes first. Where several cells would do equally well none is named.
 */
export function findMoves(book: Book, judged: readonly Judged[]): Cause[] {
  const linear = judged.filter(
    ({ terms, instance }) =>
      terms.length > 0 &&
      instance.outcome !== 'unknown' &&
      (instance.relation === 'equal' || instance.relation === 'at_most') &&
      instance.rule !== 'E20',
  );
  const system = new System(linear);
  const causes: Cause[] = [];
  let failing = system.failing();
  for (let step = 0; failing.length > 0 && step < MOST; step++) {
    const cause = best(book, system, failing);
    if (!cause) break;
    causes.push(cause);
    if (cause.move && cause.move.changes.size > 0) {
      system.apply(cause.move);
      failing = system.failing().filter((one) => !isOpenUnder(causes, one));
    } else failing = failing.filter((one) => !cause.failures.includes(one));
  }
  return [...causes, ...together(failing).map((failures) => ({ move: null, failures, candidates: [] }))];
}

/** Failures already explained by a missing row or by a cell that cannot be told stay explained. */
const isOpenUnder = (causes: readonly Cause[], one: Judged) =>
  causes.some((cause) => (!cause.move || cause.move.changes.size === 0) && cause.failures.includes(one));

function best(book: Book, system: System, failing: readonly Judged[]): Cause | null {
  const set = new Set(failing);
  const cells = new Map<string, Cell>();
  const rows = new Set<Row>();
  for (const one of failing) {
    for (const { cell } of one.terms) {
      cells.set(cell.key, cell);
      rows.add(cell.row);
    }
  }
  const seen = new Set<string>();
  const moves = [
    ...[...cells.values()].map((cell) => cellMove(system, cell, set)),
    ...[...cells.values()].flatMap((cell) => pairMoves(system, cell, set)),
    ...[...rows].map((row) => rowMove(system, row, set)),
    ...missingRowMoves(system, failing),
    ...exchangeMoves(system, failing),
  ].filter((move): move is Move => move !== null && gain(move) > 0 && isNew(seen, move));
  if (moves.length === 0) return null;
  const structured = new Set(moves.filter((move) => isStructured(book, move)));
  const worths = moves.map((move) => worth(move, structured.has(move)));
  const top = Math.max(...worths);
  return choose(
    moves.filter((_, index) => worths[index] === top),
    structured,
  );
}

/** The same change is found on more than one way. */
function isNew(seen: Set<string>, move: Move): boolean {
  const changes = [...move.changes].map(([cell, change]) => `${cell.key}=${change}`).sort();
  const key = changes.length > 0 ? changes.join() : `missing ${move.parent?.key}`;
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** Cells that one slip explains together: rows or columns that changed places, a line copied. */
const isStructured = (book: Book, move: Move) =>
  move.kind === 'exchange' || (move.kind === 'row' && (isPermuted(move) || isCopied(book, move)));

/** Gain, less for each further cell changed; a blank that would have to be filled counts as one more. */
function worth(move: Move, structured: boolean): number {
  if (structured) return gain(move) * 4;
  const blanks = [...move.changes.keys()].filter((cell) => !cell.fact).length;
  return gain(move) * 4 - Math.max(0, move.changes.size - 1) - blanks - (move.kind === 'missing_row' ? 1 : 0);
}

/** Of equal moves the one whose change looks like a slip; sentences are doubted before forms. */
function choose(moves: readonly Move[], structured: ReadonlySet<Move>): Cause {
  const loose = moves.filter((move) => [...move.changes.keys()].some((cell) => cell.row.form === ''));
  const pool = loose.length > 0 && loose.length < moves.length ? loose : moves;
  const ranked = pool
    .map((move) => ({ move, rank: structured.has(move) ? 0 : rankOf(move) }))
    .sort((a, b) => a.rank - b.rank);
  const [first, second] = ranked;
  const cause = { failures: first!.move.repaired, candidates: [] };
  if (!second || first!.rank < second.rank) return { ...cause, move: first!.move };
  // Equal moves may also repair something else: that is another cause, for another turn.
  const failure = first!.move.repaired[0]!;
  const tied = ranked
    .filter(({ move, rank }) => rank === first!.rank && move.repaired.includes(failure))
    .map(({ move }) => move);
  if (new Set(tied.map(cellsOf)).size === 1) {
    // The same cells by a last place more or less: the one that leaves the row's sum as it is.
    const even = tied.find(
      ({ changes }) => [...changes.values()].reduce((sum, change) => sum + change, 0n) === 0n,
    );
    return { ...cause, move: even ?? first!.move };
  }
  const shared = first!.move.repaired.filter((one) => tied.every((move) => move.repaired.includes(one)));
  return { move: null, failures: shared, candidates: tied.flatMap((move) => [...move.changes.keys()]) };
}

const cellsOf = ({ changes }: Move) =>
  [...changes.keys()]
    .map(({ key }) => key)
    .sort()
    .join();

function rankOf(move: Move): number {
  const ranks = [...move.changes].map(([cell, change]) => {
    const expected = (cell.amount ?? 0n) + change;
    if (expected < 0n && (cell.amount ?? 0n) >= 0n) return SLIPS.length + 1;
    if (cell.amount === null) return SLIPS.length;
    // A digit wrong, dropped or too many: with leading digits all three come about by chance.
    const slip = slipOf(cell.amount, expected, cell.unit);
    return SLIPS.indexOf(slip === 'dropped_digit' || slip === 'extra_digit' ? 'wrong_digit' : slip);
  });
  return ranks.length === 0 ? SLIPS.indexOf('wrong_digit') : Math.max(...ranks);
}

/** Failures that nothing explains, together where they share a cell or differ by the same amount. */
function together(failing: readonly Judged[]): Judged[][] {
  const groups: { cells: Set<string>; amounts: Set<Fen>; list: Judged[] }[] = [];
  for (const one of failing) {
    const cells = one.terms.filter(({ cell }) => cell.fact).map(({ cell }) => cell.key);
    const amount = one.instance.difference;
    const size = amount === null ? null : amount < 0n ? -amount : amount;
    const matching = groups.filter(
      (group) => cells.some((key) => group.cells.has(key)) || (size !== null && group.amounts.has(size)),
    );
    const merged = {
      cells: new Set([...cells, ...matching.flatMap((group) => [...group.cells])]),
      amounts: new Set([
        ...(size === null ? [] : [size]),
        ...matching.flatMap((group) => [...group.amounts]),
      ]),
      list: [...matching.flatMap((group) => group.list), one],
    };
    for (const group of matching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => group.list);
}
