import type { Line } from '../page';
import { type Matrix, multiply } from './geometry';
import type { TextRun } from './words';

/** Share of a page's characters that must run another way before the page is turned. */
const MOST = 0.6;

/**
 * The view of a page turned so that its text runs from left to right, where a table was laid sideways on an upright
 * page (text turned, not the page). Null where the text is upright.
 */
export function turnedView(
  runs: readonly TextRun[],
  view: Matrix,
  { width, height }: { width: number; height: number },
): Matrix | null {
  const ways = { right: 0, down: 0, left: 0, up: 0 };
  for (const { str, transform } of runs) {
    const [a, b] = multiply(view, transform as unknown as Matrix);
    const way = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 'right' : 'left') : b > 0 ? 'down' : 'up';
    ways[way] += str.trim().length;
  }
  const most = (ways.right + ways.down + ways.left + ways.up) * MOST;
  if (ways.down > most) return multiply([0, -1, 1, 0, 0, width], view);
  if (ways.up > most) return multiply([0, 1, -1, 0, height, 0], view);
  if (ways.left > most) return multiply([-1, 0, 0, -1, width, height], view);
  return null;
}

/** Lines read in a turned view: their places are not those of the page, so none are told. */
export function withoutPlaces(lines: readonly Line[]): Line[] {
  return lines.map(({ number, text, cells }) => ({
    number,
    text,
    cells:
      cells?.map(({ y0, y1, ...cell }) => {
        void [y0, y1];
        return cell;
      }) ?? null,
  }));
}
