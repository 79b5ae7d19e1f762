import type { BarRow } from '../../charts/coverage-bars';

/** Which part had the focus, so that a chart that is drawn again gives it back. */
export interface Picked {
  at: number | null;
}

const STEPS: Readonly<Record<string, 'part' | 'row'>> = {
  ArrowRight: 'part',
  ArrowLeft: 'part',
  ArrowDown: 'row',
  ArrowUp: 'row',
};

/** The part to go to from `at` by an arrow key: along the bars, or to the same place in the next bar. */
export function nextPart(counts: readonly number[], at: number, key: string): number {
  const starts = counts.map((_, r) => counts.slice(0, r).reduce((a, b) => a + b, 0));
  const total = counts.reduce((a, b) => a + b, 0);
  const back = key === 'ArrowLeft' || key === 'ArrowUp';
  if (STEPS[key] === 'part') return Math.max(0, Math.min(total - 1, at + (back ? -1 : 1)));
  const row = starts.findLastIndex((start) => start <= at);
  const target = row + (back ? -1 : 1);
  if (target < 0 || target >= counts.length) return at;
  return starts[target]! + Math.min(at - starts[row]!, counts[target]! - 1);
}

/**
 * Makes the parts of the bars (charts/coverage-bars draws them row by row in a group of class `parts`) buttons: click,
 * Enter or Space picks, arrows move, one tab stop for the whole chart.
 */
export function pickParts(
  chart: Element,
  rows: readonly BarRow[],
  picked: Picked,
  onpick: (row: number, part: number) => void,
): void {
  const places = rows.flatMap((row, r) => row.parts.map((part, p) => ({ r, p, title: part.title })));
  const rects = [...chart.querySelectorAll<SVGRectElement>('.parts rect')];
  const counts = rows.map((row) => row.parts.length);
  const stop = picked.at !== null && picked.at < rects.length ? picked.at : 0;
  rects.forEach((rect, i) => {
    const place = places[i];
    if (!place) return;
    rect.setAttribute('role', 'button');
    rect.setAttribute('aria-label', place.title.replaceAll('\n', ' '));
    rect.setAttribute('tabindex', i === stop ? '0' : '-1');
    rect.style.cursor = 'pointer';
    rect.addEventListener('focus', () => {
      picked.at = i;
      for (const other of rects) other.setAttribute('tabindex', other === rect ? '0' : '-1');
    });
    rect.addEventListener('click', () => {
      picked.at = i;
      onpick(place.r, place.p);
    });
    rect.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') onpick(place.r, place.p);
      else if (STEPS[event.key]) rects[nextPart(counts, i, event.key)]?.focus();
      else return;
      event.preventDefault();
    });
  });
  // The old drawing takes the focus with it; give it back once the new one stands in the page.
  if (picked.at !== null && document.activeElement instanceof SVGRectElement) {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) rects[stop]?.focus({ preventScroll: true });
    });
  }
}
