import { inUnit } from '../../domain/money';
import { shareOf } from '../../analysis/pivot';
import { NONE, unitLabel, type Cell, type ExportColumn, type ExportTable } from '../../state';
import type { TreeSelection } from '../../ui/treegrid';
import type { Placed } from './cells';
import type { ShownColumn } from './columns';
import type { Reader } from './marks';

/** A row of the table as it stands on the screen. */
export interface TableRow extends Placed {
  key: string;
  code: string | null;
  name: string;
  level: number;
}

/**
 * The table exactly as shown (rows, order, columns, unit), or a rectangle of it: code and name, then the figures as
 * exact numbers of the unit. A subject that a form does not have is –, a blank cell is empty, zero is 0.
 */
export function tableOf(
  title: string,
  rows: readonly TableRow[],
  columns: readonly ShownColumn[],
  notes: readonly string[],
  { unit, language, t }: Reader,
  selection: TreeSelection | null = null,
): ExportTable {
  const chosenRows = selection ? rows.filter((row) => selection.rows.includes(row.key)) : rows;
  const chosen = selection ? columns.filter((column) => selection.columns.includes(column.id)) : columns;
  const headings: ExportColumn[] = chosen.map((column) => ({
    label: [...column.groups.map((group) => group.label), column.label].join(' '),
    unit: column.share ? '%' : unitLabel(unit, language),
  }));
  return {
    title,
    columns: [{ label: t('code') }, { label: t('name') }, ...headings],
    rows: chosenRows.map((row) => [
      row.code ?? '',
      // Full-width blanks keep the tree readable where levels are not.
      '　'.repeat(Math.max(0, row.level - 1)) + row.name,
      ...chosen.map((column) => (column.share ? shareValue(row, column) : amountValue(row, column, unit))),
    ]),
    notes,
  };
}

function amountValue(row: TableRow, column: ShownColumn, unit: Reader['unit']): Cell {
  const cell = row.node.cells.get(column.id);
  if (cell?.kind === 'amount') return inUnit(cell.amount, unit);
  return cell?.kind === 'absent' ? NONE : null;
}

function shareValue(row: TableRow, column: ShownColumn): Cell {
  const { value } = shareOf(row.node, row.base, column.of.id);
  return value === null ? NONE : value.times(100).toDecimalPlaces(4);
}
