import type { Fen } from '../../domain/money';
import type { Cell, Row } from '../book';
import type { Judged } from '../relate';
import { isPermuted } from './row-moves';
import { isPlainSlip, slipOf } from './slip';
import { gain, type Move, type System } from './system';

const signIn = (one: Judged, cell: Cell): number =>
  one.terms.reduce((total, term) => (term.cell.key === cell.key ? total + term.sign : total), 0);

/** The change of a cell that makes one identity hold exactly. */
function changeFor(system: System, one: Judged, cell: Cell): Fen | null {
  const sign = signIn(one, cell);
  return sign === 1 ? -system.residual(one) : sign === -1 ? system.residual(one) : null;
}

/** The best change of one cell alone. */
export function cellMove(system: System, cell: Cell, failing: ReadonlySet<Judged>): Move | null {
  let best: Move | null = null;
  const tried = new Set<Fen>();
  const wanted = [...system.of(cell)].filter((one) => failing.has(one));
  // Two prints of one quantity give the change exactly; sums of rounded terms only nearly.
  wanted.sort((a, b) => Number(a.instance.tolerance - b.instance.tolerance));
  for (const one of wanted) {
    const change = changeFor(system, one, cell);
    if (change === null || change === 0n || tried.has(change)) continue;
    tried.add(change);
    const move = system.weigh('cell', new Map([[cell, change]]));
    if (!best || gain(move) > gain(best)) best = move;
  }
  return best && rounded(system, cell, best);
}

/** Units of the last place by which sums of rounded terms may miss the right amount of one of them. */
const NEAR = 8n;

/** The change a few last places to and fro, where that makes it a plain slip and repairs no less. */
function rounded(system: System, cell: Cell, move: Move): Move {
  const change = move.changes.get(cell)!;
  if (cell.amount === null || isPlainSlip(slipOf(cell.amount, cell.amount + change, cell.unit))) return move;
  const exact = ({ instance }: Judged) => instance.relation === 'equal' && instance.tolerance === 0n;
  if (move.repaired.some(exact)) return move;
  let best = move;
  for (let step = 1n; step <= NEAR; step++) {
    for (const near of [change + step * cell.unit, change - step * cell.unit]) {
      const plain = isPlainSlip(slipOf(cell.amount, cell.amount + near, cell.unit));
      const moved = system.weigh('cell', new Map([[cell, near]]));
      if (plain && gain(moved) >= gain(best)) return moved;
      if (gain(moved) > gain(best)) best = moved;
    }
  }
  return best;
}

/**
 * A cell changed together with another of its row, so that the row still adds up: a total and its only part, or a
 * fund's column and 合计, are written by the same hand.
 */
export function pairMoves(system: System, cell: Cell, failing: ReadonlySet<Judged>): Move[] {
  const alone = cellMove(system, cell, failing);
  if (!alone) return [];
  const change = alone.changes.get(cell)!;
  const partners = new Map<Cell, Fen>();
  for (const one of system.of(cell)) {
    if (failing.has(one) || system.holds(one, alone.changes)) continue;
    for (const term of one.terms) {
      if (term.cell === cell || term.cell.row !== cell.row || !term.cell.fact) continue;
      partners.set(term.cell, signIn(one, term.cell) === signIn(one, cell) ? -change : change);
    }
  }
  return [...partners].map(([other, also]) =>
    system.weigh(
      'row',
      new Map([
        [cell, change],
        [other, also],
      ]),
    ),
  );
}

/** Several cells of one row changed together, each as its own column wants it. */
export function rowMove(system: System, row: Row, failing: ReadonlySet<Judged>): Move | null {
  const changes = new Map<Cell, Fen>();
  const inRow = (one: Judged) => one.terms.filter(({ cell }) => cell.row === row).length;
  for (const cell of row.cells.values()) {
    const votes = new Map<Fen, number>();
    for (const one of system.of(cell)) {
      if (!failing.has(one) || inRow(one) !== 1) continue;
      const change = changeFor(system, one, cell);
      if (change !== null && change !== 0n) votes.set(change, (votes.get(change) ?? 0) + 1);
    }
    const [change] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
    if (change !== undefined) changes.set(cell, change);
  }
  if (changes.size < 2) return null;
  const moves = [changes, ...readings(changes)].map((reading) => system.weigh('row', reading));
  return moves.reduce((best, move) => (gain(move) > gain(best) ? move : best));
}

/**
 * Gaps of rounded sums give the changes of a row to a few last places only. Other readings of the same changes: the
 * amounts that the row prints, in other columns; a total that follows its parts; a last place more or less.
 */
function readings(changes: ReadonlyMap<Cell, Fen>): ReadonlyMap<Cell, Fen>[] {
  const found: ReadonlyMap<Cell, Fen>[] = [];
  const swapped = permuted(changes);
  if (swapped) found.push(swapped);
  const total = [...changes.keys()].find(({ column }) => column === 'total');
  if (!total) return found;
  const parts = [...changes].filter(([cell]) => cell !== total);
  const sum = parts.reduce((all, [, change]) => all + change, 0n);
  found.push(new Map([...parts, [total, sum]]));
  for (const [cell, change] of parts) {
    for (const step of [1n, -1n, 2n, -2n]) {
      const more = step * total.unit;
      found.push(new Map([...changes, [cell, change + more], [total, sum + more]]));
    }
  }
  return found;
}

/** The printed amounts of the cells in the order that the changes nearly give; null where they give others. */
function permuted(changes: ReadonlyMap<Cell, Fen>): ReadonlyMap<Cell, Fen> | null {
  if (!isPermuted({ changes })) return null;
  const order = (a: Fen, b: Fen) => (a < b ? -1 : a > b ? 1 : 0);
  const printed = [...changes.keys()].map(({ amount }) => amount ?? 0n).sort(order);
  const wanted = [...changes].map(([cell, change]) => ({ cell, amount: (cell.amount ?? 0n) + change }));
  wanted.sort((a, b) => order(a.amount, b.amount));
  return new Map(wanted.map(({ cell }, index) => [cell, printed[index]! - (cell.amount ?? 0n)]));
}
