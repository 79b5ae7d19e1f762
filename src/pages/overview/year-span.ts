/** `2017–2026`, `2023`, or nothing of no years. */
export function yearSpan(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined ? '' : first === last ? String(first) : `${first}–${String(last)}`;
}
