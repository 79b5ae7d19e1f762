/** The name that measurements look for. */
export const FIRST_CHART = 'first-chart';

let marked = false;

/** Pages call it when their first chart, heatmap or table with data is drawn; the first call of a visit counts. */
export function markFirstChart(): void {
  if (marked) return;
  marked = true;
  performance.mark(FIRST_CHART);
}
