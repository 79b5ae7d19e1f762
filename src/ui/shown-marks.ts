import type { FigureMark } from '../state';
import type { Mark } from './marks';

/** One mark for one thing: what the page says of a figure itself, and its state where that says something else. */
export function shownMarks(
  own: Mark | null,
  state: FigureMark | null,
): { own: Mark | null; state: FigureMark | null } {
  if (state?.state === 'implied' && own === 'derived') return { own, state: null };
  return { own: own === 'conflict' && state && state.state !== 'implied' ? null : own, state };
}
