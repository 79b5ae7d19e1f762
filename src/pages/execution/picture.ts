import type { ExecutionModel } from '../../analysis/execution';
import type { HeatmapDrawing } from '../../charts/execution';
import { cellColours, type Reader } from './cell-view';
import { heatColumns, heatRows, medianRow } from './heat-view';

/** The heatmap of the page as a drawing for SVG and PNG. */
export function picture(model: ExecutionModel, reader: Reader): HeatmapDrawing {
  const median = medianRow(model, reader);
  const rows = heatRows(model, reader, () => false);
  return {
    columns: heatColumns(model, reader).map(({ code, label }) => ({ code: code ?? '', label })),
    rows: rows.map((row, r) => {
      const line = model.rows[r]!;
      const cells = [...line.cells, line.total];
      return {
        label: row.label + row.signs.map(({ sign }) => ` ${sign}`).join(''),
        note: row.note,
        cells: row.cells.map(({ text, signs }, c) => {
          const colours = cellColours(cells[c]!)?.light;
          return {
            text,
            signs: signs.map(({ sign }) => sign).join(' '),
            fill: colours?.fill ?? null,
            ink: colours?.ink ?? null,
          };
        }),
      };
    }),
    foot: { label: median.label, cells: median.cells.map((cell) => cell.text) },
  };
}
