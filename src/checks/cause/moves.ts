import type { Fen } from '../../domain/money';
import type { Cell, Row } from '../book';
import type { Judged } from '../relate';
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
  return changes.size < 2 ? null : system.weigh('row', changes);
}

/** Columns of one subject whose lower level lacks the same row: what that row would have to print. */
export function missingRowMoves(system: System, failing: readonly Judged[]): Move[] {
  const byParent = new Map<Row, Judged[]>();
  for (const one of failing) {
    if (one.instance.rule !== 'E7' && one.instance.rule !== 'E16') continue;
    const [first, second] = one.terms;
    if (!first || !second || first.cell.row === second.cell.row) continue;
    byParent.set(first.cell.row, [...(byParent.get(first.cell.row) ?? []), one]);
  }
  return [...byParent].flatMap(([row, list]): Move[] => {
    const missing = new Map(list.map((one) => [one.terms[0]!.cell.column, system.residual(one)]));
    const total = missing.get('total');
    if (total === undefined) return [];
    const parts = [...missing].filter(([column]) => column !== 'total');
    const adds = parts.reduce((sum, [, amount]) => sum + amount, 0n) === total;
    if (parts.length > 0 ? !adds : row.cells.size > 1) return [];
    if ([...missing.values()].some((amount) => amount < 0n !== total < 0n)) return [];
    const parent = list.find((one) => one.terms[0]!.cell.column === 'total')!.terms[0]!.cell;
    return [{ kind: 'missing_row', changes: new Map(), parent, repaired: list, broken: 0 }];
  });
}
