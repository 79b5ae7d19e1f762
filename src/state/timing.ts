/** The name that measurements look for. */
export const FIRST_CHART = 'first-chart';

let marked = false;

/** Pages call it when their first chart, heatmap or table with data is drawn; the first call of a visit counts. */
export function markFirstChart(): void {
  if (marked) return;
  marked = true;
  performance.mark(FIRST_CHART);
  drawn();
}

let drawn: () => void = () => undefined;
const drawing = new Promise<void>((resolve) => (drawn = resolve));
/** A page without charts does not hold up what waits for one, ms. */
const LONGEST_WAIT = 3000;

/** For a page that itself waits for the checks: they need not wait for its first chart. */
export function awaitNoChart(): void {
  drawn();
}

/** Resolves after the first chart is drawn, for work that must not delay it. */
export async function firstChartDrawn(): Promise<void> {
  await Promise.race([drawing, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
  // The browser's turn: the chart is in the document, not yet on the screen.
  await new Promise((resolve) => setTimeout(resolve, 50));
}
