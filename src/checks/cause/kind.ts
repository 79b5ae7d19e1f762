import type { Book, Cell } from '../book';
import type { FindingKind } from '../types';
import type { Group } from './merge';
import { SLIPS, slipOf } from './slip';

/** What kind of slip a cause looks like; null where no cell is named. */
export function kindOf(book: Book, group: Group): FindingKind | null {
  const kind = slipKind(book, group);
  const outside = [...group.changes.keys()].some((cell) => cell.row.form === '');
  return outside && (kind === 'wrong_amount' || kind === 'stale_total' || kind === 'shifted_row')
    ? 'not_repeated'
    : kind;
}

function slipKind(book: Book, group: Group): FindingKind | null {
  if (group.parent) return 'missing_row';
  const changes = [...group.changes];
  if (changes.length === 0) return null;
  const rows = new Set(changes.map(([cell]) => cell.row));
  const [[first, firstChange]] = changes as [[Cell, bigint]];
  const repeated = changes.every(([cell, change]) => cell.amount === first.amount && change === firstChange);
  if (rows.size > 1 && !repeated) return 'shifted_row';
  const slips = changes.map(([cell, change]) =>
    cell.amount === null ? 'wrong_amount' : slipOf(cell.amount, cell.amount + change, cell.unit),
  );
  const whole = changes.reduce((total, [, change]) => total + change, 0n);
  const telling = slips.filter((slip) => SLIPS.indexOf(slip) < SLIPS.indexOf('dropped_digit'));
  if (telling.length === slips.length) return telling[0]!;
  if (changes.length > 1 && whole === 0n) return 'shifted_column';
  if (
    copied(
      book,
      changes.map(([cell]) => cell),
    )
  )
    return 'copied_line';
  if (slips.every((slip) => slip !== 'wrong_amount')) return slips[0]!;
  return isTotal(group) ? 'stale_total' : (slips.find((slip) => slip !== 'wrong_amount') ?? 'wrong_amount');
}

/** The row prints what the row above or below it prints. */
function copied(book: Book, cells: readonly Cell[]): boolean {
  const [first] = cells;
  if (!first || first.row.form === '') return false;
  const rows = book.rows(first.row.form, first.row.stage);
  const at = rows.indexOf(first.row);
  return [rows[at - 1], rows[at + 1]].some(
    (row) =>
      row !== undefined &&
      // A 类 with one 款 prints the same amounts rightly.
      !related(row.code, first.row.code) &&
      cells.every(
        (cell) =>
          cell.amount !== null && cell.amount !== 0n && row.cells.get(cell.column)?.amount === cell.amount,
      ),
  );
}

const related = (a: string | null, b: string | null) =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a);

/** Every failure has the cell as the sum of others: the parts were changed and the sum was not. */
function isTotal(group: Group): boolean {
  const [cell] = [...group.changes.keys()];
  const sums = group.failures.filter((one) => one.instance.relation === 'equal');
  return (
    sums.length > 0 &&
    sums.some((one) => {
      const left = one.terms.filter((term) => term.sign === 1);
      return left.length === 1 && left[0]!.cell === cell && one.terms.length > 2;
    })
  );
}
