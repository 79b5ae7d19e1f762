import type { Fen } from '../../domain/money';
import type { Cell } from '../book';
import type { Judged } from '../relate';

/** Failures with one cause: the cells to change, or the row that lacks one below it, or neither. */
export interface Group {
  changes: ReadonlyMap<Cell, Fen>;
  parent: Cell | null;
  failures: Judged[];
  candidates: readonly Cell[];
}

/** Changes in one row belong together, and so do rows that have each other's amounts (a shift). */
export function mergeRows(groups: readonly Group[]): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const row = [...group.changes.keys()][0]?.row;
    const same =
      row &&
      merged.find(
        (other) =>
          [...other.changes.keys()].some((cell) => cell.row === row || exchanged(other, group)) ||
          repeated(other, group),
      );
    if (!same) {
      merged.push({ ...group, failures: [...group.failures] });
      continue;
    }
    const changes = new Map(same.changes);
    for (const [cell, change] of group.changes) changes.set(cell, (changes.get(cell) ?? 0n) + change);
    same.changes = changes;
    same.failures = [...new Set([...same.failures, ...group.failures])];
  }
  return merged;
}

/** True where one wrong figure stands in several places (类 and its one 款, 01 and 04): same print, same change. */
function repeated(a: Group, b: Group): boolean {
  const [[one, change] = [], [other, otherChange] = []] = [[...a.changes][0], [...b.changes][0]];
  return (
    one !== undefined &&
    other !== undefined &&
    change === otherChange &&
    one.amount !== null &&
    one.amount === other.amount
  );
}

/** True where what one row should print is what another of the form does print, column by column. */
function exchanged(a: Group, b: Group): boolean {
  const pairs = [...b.changes].flatMap(([cell, change]) => {
    const other = [...a.changes.keys()].find(
      (candidate) =>
        candidate.column === cell.column &&
        candidate.row.form === cell.row.form &&
        candidate.row !== cell.row,
    );
    return other ? [{ cell, change, other, otherChange: a.changes.get(other)! }] : [];
  });
  return (
    pairs.length > 0 &&
    pairs.every(
      ({ cell, change, other, otherChange }) =>
        cell.row.form !== '' &&
        ((cell.amount ?? 0n) + change === (other.amount ?? 0n) ||
          (other.amount ?? 0n) + otherChange === (cell.amount ?? 0n)),
    )
  );
}
