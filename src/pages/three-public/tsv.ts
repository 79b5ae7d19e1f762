import type { TreeColumn, TreeRow, TreeSelection } from '../../ui/treegrid';
import type { ExportTable } from '../../state';

/** The part of the table on the screen that is selected, with headings; texts as shown. */
export function selectedTable(
  selection: TreeSelection,
  rows: readonly TreeRow[],
  columns: readonly TreeColumn[],
  corner: string,
  text: (row: TreeRow, column: TreeColumn) => ExportTable['rows'][number][number],
): ExportTable {
  const chosen = columns.filter((column) => selection.columns.includes(column.id));
  return {
    title: '',
    columns: [{ label: corner }, ...chosen.map((column) => ({ label: column.label }))],
    rows: rows
      .filter((row) => selection.rows.includes(row.key))
      .map((row) => [
        [row.code, row.label].filter(Boolean).join(' '),
        ...chosen.map((column) => text(row, column)),
      ]),
  };
}
