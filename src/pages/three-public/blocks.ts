import {
  PARTS,
  type ThreePublicCell,
  type ThreePublicModel,
  type ThreePublicRow,
} from '../../analysis/three-public';
import type { BudgetBar, BudgetBlock } from '../../charts/three-public-bars';
import { inUnit, type Fen } from '../../domain/money';
import { budgetText, cellRemarks, componentTitle, countsText, formText, type Reader } from './words';

/** As many departments as can be read in one picture. */
export const MOST_BLOCKS = 12;

const some = (amount: Fen | undefined) => amount !== undefined && amount !== 0n;
const hasMoney = (cell: ThreePublicCell) =>
  some(cell.budget.taken?.amount) || some(cell.final.taken?.amount) || some(cell.change.prior?.amount);

/** The cells that get a bar: the parts with money, or the whole where its parts are not stated. */
export function drawnCells(row: ThreePublicRow): ThreePublicCell[] {
  const parts = PARTS.map((code) => row.cells[code]).filter(hasMoney);
  if (parts.length > 0) return parts;
  if (hasMoney(row.cells.SG2)) return [row.cells.SG2];
  return hasMoney(row.cells.SG) ? [row.cells.SG] : [];
}

export interface Drawn {
  rows: { row: ThreePublicRow; cells: ThreePublicCell[] }[];
  /** Rows without money, for the line under the chart. */
  empty: ThreePublicRow[];
  /** Rows with money beyond those that fit. */
  left: number;
}

export function drawn(model: ThreePublicModel): Drawn {
  const all = model.rows.map((row) => ({ row, cells: drawnCells(row) }));
  const rows = all.filter(({ cells }) => cells.length > 0);
  return {
    rows: rows.slice(0, MOST_BLOCKS),
    empty: all.filter(({ cells }) => cells.length === 0).map(({ row }) => row),
    left: Math.max(0, rows.length - MOST_BLOCKS),
  };
}

/** Rows → blocks of bars in the unit shown (floating point: pixels only). */
export function blocksOf(rows: Drawn['rows'], reader: Reader): BudgetBlock[] {
  const pixels = (amount: Fen | undefined) =>
    amount === undefined ? null : inUnit(amount, reader.unit).toNumber();
  return rows.map(({ row, cells }) => ({
    key: row.document.doc_id,
    label: row.document.department,
    note: reader.t('block_note', {
      year: row.document.fiscal_year,
      text: budgetText(row.cells.SG, reader),
    }),
    bars: cells.map((cell): BudgetBar => {
      const text = budgetText(cell, reader);
      const counts = countsText(row, cell.component, reader);
      return {
        key: `${row.document.doc_id} ${cell.component}`,
        label: componentTitle(cell.component, reader),
        budget: pixels(cell.budget.taken?.amount),
        final: pixels(cell.final.taken?.amount),
        prior: pixels(cell.change.prior?.amount),
        text,
        title: [
          `${row.document.department} ${row.document.fiscal_year} · ${componentTitle(cell.component, reader)}`,
          text,
          counts,
          ...cellRemarks(row, cell, reader),
        ]
          .filter(Boolean)
          .join('\n'),
      };
    }),
  }));
}

/** `临夏市政务中心 2023（公开09表全部为 0.00）`. */
export function emptyList(rows: readonly ThreePublicRow[], reader: Reader): string {
  return rows
    .map((row) => `${row.document.department} ${row.document.fiscal_year}（${formText(row.form, reader)}）`)
    .join(reader.t('list_semicolon'));
}
