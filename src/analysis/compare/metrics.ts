import type Decimal from 'decimal.js';
import { ratio } from '../../domain/money';
import type { FigureKey, SheetFigure } from '../department';
import type { CompareRow } from './model';

/** Amounts that are set side by side. */
export const AMOUNTS = [
  'expenditure',
  'income',
  'general',
  'organ_operation',
  'SG',
] as const satisfies readonly FigureKey[];
export type AmountMetric = (typeof AMOUNTS)[number];

/** Shares and rates of two figures of one department. */
export const RATIOS = ['execution', 'project_share', 'three_public_share'] as const;
export type RatioMetric = (typeof RATIOS)[number];

export const figureOf = (row: CompareRow, key: FigureKey): SheetFigure | null =>
  row.sheet.figures.get(key) ?? null;

/** What a ratio is made of: the figure above and the one below; null where one is missing. */
export function ratioParts(
  row: CompareRow,
  metric: RatioMetric,
): { top: SheetFigure; base: SheetFigure } | null {
  const [top, base] =
    metric === 'execution'
      ? [row.execution?.final ?? null, row.execution?.initial ?? null]
      : metric === 'project_share'
        ? [figureOf(row, 'project'), figureOf(row, 'expenditure')]
        : [figureOf(row, 'SG'), figureOf(row, 'general_basic')];
  return top && base ? { top, base } : null;
}

/** Its value, 1 = 100 %; null where a figure is missing or the base is 0. */
export function ratioOf(row: CompareRow, metric: RatioMetric): Decimal | null {
  const parts = ratioParts(row, metric);
  return parts && ratio(parts.top.amount, parts.base.amount);
}
