import { inUnit } from '../../domain/money';
import { isMoney, partsOf, type Calculated } from '../../analysis/pivot';
import { NONE, unitLabel, type Cell, type ExportColumn, type ExportTable } from '../../state';
import type { TreeRow, TreeSelection } from '../../ui/treegrid';
import type { ShownColumn } from './columns';
import type { Reader } from './words';

/**
 * The table exactly as shown (rows, order, columns, unit), or a rectangle of it: code and name, then the values as
 * exact numbers of the unit. What does not exist is –, a blank cell is empty, zero is 0.
 */
export function tableOf(
  title: string,
  rows: readonly TreeRow[],
  columns: readonly ShownColumn[],
  value: (row: TreeRow, column: ShownColumn) => Calculated | null,
  notes: readonly string[],
  { unit, language, t }: Reader,
  selection: TreeSelection | null = null,
): ExportTable {
  const chosenRows = selection ? rows.filter((row) => selection.rows.includes(row.key)) : rows;
  const chosen = selection ? columns.filter((column) => selection.columns.includes(column.id)) : columns;
  const headings: ExportColumn[] = chosen.map((column) => {
    const label = [...column.groups.map((group) => group.label), column.label]
      .filter((part) => part !== '')
      .join(' ');
    const { kind } = partsOf(column.of.calculation);
    if (isMoney(column.of.calculation)) return { label, unit: unitLabel(unit, language) };
    return kind === 'rank' || kind === 'index' || label.endsWith('%') ? { label } : { label, unit: '%' };
  });
  const hasCodes = rows.some((row) => row.code !== null);
  return {
    title,
    columns: [...(hasCodes ? [{ label: t('code') }] : []), { label: t('name') }, ...headings],
    rows: chosenRows.map((row) => [
      ...(hasCodes ? [row.code ?? ''] : []),
      // Full-width blanks keep the tree readable where levels are not.
      '　'.repeat(Math.max(0, row.level - 1)) + row.label,
      ...chosen.map((column) => exported(value(row, column), unit)),
    ]),
    notes,
  };
}

function exported(value: Calculated | null, unit: Reader['unit']): Cell {
  switch (value?.kind) {
    case 'money':
      return inUnit(value.amount, unit);
    case 'ratio':
      // Per cent, and an index has 100 as its base: the same number.
      return value.value.times(100).toDecimalPlaces(4);
    case 'rank':
      return value.rank;
    case 'none':
      return ['blank', 'no_form', 'nowhere'].includes(value.missing) ? null : NONE;
    default:
      return null;
  }
}
