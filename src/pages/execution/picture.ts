import type { Matrix } from '../../analysis/execution';
import type { HeatmapDrawing } from '../../charts/execution';
import { cellColours } from './cell-view';
import { heatCell, heatColumns, heatHead, medianRow } from './heat-view';
import type { Reader } from './reader';

/** A picture longer or wider than this is no picture; the tables have all. */
export const MOST_ROWS = 120;
export const MOST_COLUMNS = 40;

/** The heatmap of the page as a drawing for SVG and PNG. */
export function picture(
  matrix: Matrix,
  reader: Reader,
  area?: (r: number, c: number) => number | null,
): HeatmapDrawing {
  const median = medianRow(matrix, reader);
  // 合计 stays where columns are left out.
  const all = matrix.columns.map((_, c) => c);
  const kept = all.length > MOST_COLUMNS ? [...all.slice(0, MOST_COLUMNS - 1), all.length - 1] : all;
  const columns = heatColumns(matrix, reader);
  return {
    columns: kept.map((c) => ({ code: columns[c]!.code ?? '', label: columns[c]!.label })),
    rows: matrix.rows.slice(0, MOST_ROWS).map((_, r) => {
      const head = heatHead(matrix, r, reader);
      return {
        label: head.label + head.signs.map(({ sign }) => ` ${sign}`).join(''),
        note: head.note,
        cells: kept.map((c) => {
          const { text, signs } = heatCell(matrix, r, c, reader);
          const colours = cellColours(matrix.at(r, c).cell)?.light;
          return {
            text,
            signs: signs.map(({ sign }) => sign).join(' '),
            fill: colours?.fill ?? null,
            ink: colours?.ink ?? null,
            ...(area ? { area: area(r, c) } : {}),
          };
        }),
      };
    }),
    foot: median ? { label: median.label, cells: kept.map((c) => median.cells[c]!.text) } : null,
    withoutTotal: matrix.columns.at(-1)?.kind !== 'total',
  };
}
