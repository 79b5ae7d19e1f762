import type { BarRow } from '../../charts/coverage-bars';

/** A click on a part of a bar (charts/coverage-bars draws them row by row in the group `parts`). */
export function pickParts(
  chart: Element,
  rows: readonly BarRow[],
  onpick: (row: number, part: number) => void,
): void {
  const places = rows.flatMap((row, r) => row.parts.map((_, p): [number, number] => [r, p]));
  chart.querySelectorAll<SVGRectElement>('[aria-label="parts"] rect').forEach((rect, i) => {
    const place = places[i];
    if (!place) return;
    rect.style.cursor = 'pointer';
    rect.addEventListener('click', () => onpick(...place));
  });
}
