import { absolute, type Fen } from '../../domain/money';
import type { Book, Cell, Row } from '../book';
import type { Judged } from '../relate';
import type { Move, System } from './system';

/** What one subject's printed level below it lacks, column by column: its own amount less the sum of the rows. */
interface Gap {
  parent: Row;
  children: Row[];
  failures: Judged[];
  residuals: Map<string, Fen>;
}

function gaps(system: System, failing: readonly Judged[]): Gap[] {
  const byParent = new Map<Row, Gap>();
  for (const one of failing) {
    if (one.instance.rule !== 'E7' && one.instance.rule !== 'E16') continue;
    const [first, ...rest] = one.terms;
    if (!first || rest.length === 0 || rest[0]!.cell.row === first.cell.row) continue;
    const parent = first.cell.row;
    const gap: Gap = byParent.get(parent) ?? { parent, children: [], failures: [], residuals: new Map() };
    byParent.set(parent, gap);
    gap.children = rest.map(({ cell }) => cell.row);
    gap.failures.push(one);
    gap.residuals.set(first.cell.column, system.residual(one));
  }
  return [...byParent.values()];
}

/** A row that is missing below a subject: its amounts are the gaps, and they add up as a row does. */
export function missingRowMoves(system: System, failing: readonly Judged[]): Move[] {
  const all = gaps(system, failing);
  return all.flatMap((gap): Move[] => {
    const total = gap.residuals.get('total');
    const cell = gap.parent.cells.get('total');
    if (total === undefined || !cell) return [];
    const parts = [...gap.residuals].filter(([column]) => column !== 'total').map(([, amount]) => amount);
    const slack = cell.unit * BigInt(parts.length + 2);
    const adds = absolute(parts.reduce((sum, amount) => sum + amount, 0n) - total) <= slack;
    const columns = [...gap.parent.cells.values()].filter(({ fact }) => fact).length;
    if (parts.length > 0 ? !adds : columns > 1) return [];
    if ([...gap.residuals.values()].some((amount) => amount < 0n !== total < 0n)) return [];
    // What is missing here and too much there was not left out but moved.
    if (all.some((other) => other !== gap && isOpposite(gap, other))) return [];
    return [{ kind: 'missing_row', changes: new Map(), parent: cell, repaired: gap.failures, broken: 0 }];
  });
}

const isOpposite = (gap: Gap, other: Gap) =>
  gap.parent.form === other.parent.form &&
  gap.parent.stage === other.parent.stage &&
  near(gap.residuals.get('total'), other.residuals.get('total'), gap.parent.cells.get('total')?.unit ?? 0n);

const near = (a: Fen | undefined, b: Fen | undefined, unit: Fen) =>
  a !== undefined && b !== undefined && a < 0n !== b < 0n && absolute(a + b) <= 4n * unit;

/** Two rows of one form, under different subjects, that have each other's amounts. */
export function exchangeMoves(system: System, failing: readonly Judged[]): Move[] {
  const all = gaps(system, failing);
  const moves: Move[] = [];
  for (const [at, gap] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (!isOpposite(gap, other)) continue;
      for (const a of gap.children) {
        for (const b of other.children) {
          const gain = (b.cells.get('total')?.amount ?? 0n) - (a.cells.get('total')?.amount ?? 0n);
          const unit = gap.parent.cells.get('total')?.unit ?? 0n;
          if (absolute(gain - (gap.residuals.get('total') ?? 0n)) > 4n * unit) continue;
          moves.push(system.weigh('exchange', exchange(a, b)));
        }
      }
    }
  }
  return moves;
}

function exchange(a: Row, b: Row): Map<Cell, Fen> {
  const changes = new Map<Cell, Fen>();
  for (const [column, cell] of a.cells) {
    const other = b.cells.get(column);
    if (!other || cell.amount === other.amount) continue;
    const change = (other.amount ?? 0n) - (cell.amount ?? 0n);
    if (change === 0n) continue;
    changes.set(cell, change);
    changes.set(other, -change);
  }
  return changes;
}

/** True where the amounts of a row stay the same ones and only change places: an amount in a wrong column. */
export function isPermuted(move: Pick<Move, 'changes'>): boolean {
  const cells = [...move.changes.keys()];
  if (cells.length < 2 || new Set(cells.map(({ row }) => row)).size > 1) return false;
  // Sums of rounded terms give the change to a few last places only.
  const slack = 4n * cells.reduce((most, { unit }) => (unit > most ? unit : most), 0n);
  const ascending = (amounts: readonly Fen[]) => [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const before = ascending(cells.map(({ amount }) => amount ?? 0n));
  const after = ascending(cells.map((cell) => (cell.amount ?? 0n) + move.changes.get(cell)!));
  return before.every((amount, index) => absolute(amount - after[index]!) <= slack);
}

/** True where the changed cells print exactly what the row above or below prints: a line copied. */
export function isCopied(book: Book, move: Pick<Move, 'changes'>): boolean {
  const cells = [...move.changes.keys()];
  const row = cells[0]?.row;
  if (!row || row.form === '' || cells.some((cell) => cell.row !== row)) return false;
  const rows = book.rows(row.form, row.stage, (other) => other.classification === row.classification);
  const at = rows.indexOf(row);
  const printed = [...row.cells.values()].filter(({ amount }) => amount !== null && amount !== 0n);
  return [rows[at - 1], rows[at + 1]].some(
    (other) =>
      other !== undefined &&
      // A 类 with one 款 prints the same amounts rightly.
      !related(other.code, row.code) &&
      printed.length > 0 &&
      printed.every((cell) => other.cells.get(cell.column)?.amount === cell.amount),
  );
}

const related = (a: string | null, b: string | null) =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a);
