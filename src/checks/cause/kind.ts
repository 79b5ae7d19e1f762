import type { Book, Cell } from '../book';
import { isCopied, isPermuted } from './row-moves';
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
  if (changes.length === 0) return undecided(book, group);
  if (changes.every(([cell]) => !cell.fact)) return 'not_printed';
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
  if (changes.length > 1 && (whole === 0n || isPermuted({ changes: group.changes }))) return 'shifted_column';
  if (isCopied(book, { changes: group.changes })) return 'copied_line';
  if (slips.every((slip) => slip !== 'wrong_amount')) return slips[0]!;
  return isTotal(group) ? 'stale_total' : (slips.find((slip) => slip !== 'wrong_amount') ?? 'wrong_amount');
}

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

/** Two equal rows, of which one is a copy: the document does not tell which. */
function undecided(book: Book, { candidates }: Group): FindingKind | null {
  const rows = new Set(candidates.map((cell) => cell.row));
  if (rows.size === 0 || rows.size > 2) return null;
  const copied = [...rows].every((row) =>
    isCopied(book, {
      changes: new Map(candidates.filter((cell) => cell.row === row).map((cell) => [cell, 0n])),
    }),
  );
  return copied ? 'copied_line' : null;
}
