import { absolute, type Fen } from '../../domain/money';
import type { Cell } from '../book';
import type { Judged } from '../relate';

/** A change of some cells, 分 to add to each, that would make identities hold. */
export interface Move {
  kind: 'cell' | 'row' | 'exchange' | 'missing_row';
  changes: ReadonlyMap<Cell, Fen>;
  /** For a missing row: the row under which it is missing. */
  parent?: Cell;
  repaired: Judged[];
  broken: number;
}

/** The identities of a document as equations over its cells, with the changes made so far. */
export class System {
  readonly cells = new Map<string, Cell>();
  private readonly containing = new Map<string, Set<Judged>>();
  private readonly added = new Map<string, Fen>();

  constructor(readonly judged: readonly Judged[]) {
    for (const one of judged) {
      for (const { cell } of one.terms) {
        this.cells.set(cell.key, cell);
        const list = this.containing.get(cell.key) ?? new Set<Judged>();
        list.add(one);
        this.containing.set(cell.key, list);
      }
    }
  }

  of(cell: Cell): ReadonlySet<Judged> {
    return this.containing.get(cell.key) ?? new Set();
  }

  /** left − right with the changes made so far and `changes` on top. */
  residual(one: Judged, changes?: ReadonlyMap<Cell, Fen>): Fen {
    return one.terms.reduce((total, { cell, sign }) => {
      const amount = (cell.amount ?? 0n) + (this.added.get(cell.key) ?? 0n) + (changes?.get(cell) ?? 0n);
      return total + (sign === 1 ? amount : -amount);
    }, 0n);
  }

  holds(one: Judged, changes?: ReadonlyMap<Cell, Fen>): boolean {
    const residual = this.residual(one, changes);
    const { tolerance, relation } = one.instance;
    return relation === 'at_most' ? residual <= tolerance : absolute(residual) <= tolerance;
  }

  failing(): Judged[] {
    return this.judged.filter((one) => !this.holds(one));
  }

  /** What a change repairs and breaks. */
  weigh(kind: Move['kind'], changes: ReadonlyMap<Cell, Fen>): Move {
    const touched = new Set([...changes.keys()].flatMap((cell) => [...this.of(cell)]));
    const repaired: Judged[] = [];
    let broken = 0;
    for (const one of touched) {
      const before = this.holds(one);
      const after = this.holds(one, changes);
      if (!before && after) repaired.push(one);
      else if (before && !after) broken += weight(one);
    }
    return { kind, changes, repaired, broken };
  }

  apply(move: Move): void {
    for (const [cell, change] of move.changes)
      this.added.set(cell.key, (this.added.get(cell.key) ?? 0n) + change);
  }
}

/** An inequality says less than an equation. */
export const weight = (one: Judged): number => (one.instance.relation === 'at_most' ? 1 : 2);

export const gain = (move: Move): number =>
  move.repaired.reduce((total, one) => total + weight(one), 0) - move.broken;
