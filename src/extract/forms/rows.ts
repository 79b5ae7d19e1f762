import { functionalLevel } from '../../domain/functional';
import type { Printed } from '../lines';

/**
 * A row as read, before its amounts are placed. `cells` has one entry per column of the form where the document shows
 * the columns (a grid, or a row whose amounts fill all columns); otherwise it is null and only the order of `amounts`
 * is known, because empty cells leave no trace in text.
 */
export interface FormRow {
  /** Code as printed; null for 合计 and for lines without codes. */
  printedCode: string | null;
  /** The code's cells as printed, where a zero was put back (`301 2` is 30102). */
  codeCells?: string;
  printedName: string;
  /** Distance from 合计: 0 合计, 1 类, 2 款, 3 项. */
  level: number;
  cells: (Printed | null)[] | null;
  amounts: Printed[];
  line: number;
  page: number | null;
}

/** Words that stand for an empty cell. */
export function isBlankMark(text: string): boolean {
  return /^(?:[-—–−/／]|——|--|…)$/.test(text);
}

/** Distance from 合计 by the length of a code, cut off or whole. */
export function levelOf(code: string): number {
  if (code === '') return 0;
  return functionalLevel(code) ?? (code.length > 5 ? 3 : code.length > 3 ? 2 : 1);
}
