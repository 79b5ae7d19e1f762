import type { Stage } from '../domain/facts';
import type { Book, Row } from './book';
import { formName } from './forms';
import { equal, part, type Judged } from './relate';
import type { RuleId } from './types';

/** 公开03表 2010301 行. */
export const rowName = (row: Row) => `${formName(row.form)} ${row.code ?? row.name} 行`;

/**
 * One column of every subject row and 合计 row against the sum of other columns; nothing where the form has none of
 * them. A row is printed, so a blank total beside amounts is a conflict.
 */
export function rowSums(
  book: Book,
  rule: RuleId,
  form: string,
  stage: Stage,
  total: string,
  parts: readonly string[],
): (Judged | null)[] {
  if (parts.length === 0 || !book.columns(form, stage).has(total)) return [];
  return book
    .rows(form, stage, (row) => row.classification !== 'origin' && row.classification !== 'three_public')
    .filter((row) => row.classification !== 'summary' || row.name === '合计')
    .map((row) => {
      const cells = parts.map((column) => book.cell(row, column));
      return equal(book, rule, rowName(row), part(book.cell(row, total)), part(cells), { printed: true });
    });
}
