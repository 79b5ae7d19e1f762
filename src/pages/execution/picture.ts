import type { ExecutionModel } from '../../analysis/execution';
import type { HeatmapDrawing } from '../../charts/execution';
import { cellColours, type Reader } from './cell-view';
import { heatColumns, heatRow, medianRow } from './heat-view';

/** A picture longer than this is no picture; the CSV has every row. */
export const MOST_ROWS = 120;

/** The heatmap of the page as a drawing for SVG and PNG. */
export function picture(model: ExecutionModel, reader: Reader): HeatmapDrawing {
  const median = medianRow(model, reader);
  return {
    columns: heatColumns(model, reader).map(({ code, label }) => ({ code: code ?? '', label })),
    rows: model.rows.slice(0, MOST_ROWS).map((line, r) => {
      const row = heatRow(model, r, reader, () => false);
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
