/** What the chart binds to its marks: their place in the data. */
type Drawn = SVGGeometryElement & { __data__?: number };

/** Which row had the focus, so that a chart that is drawn again gives it back. */
export interface Picked {
  at: number | null;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
};

/**
 * Makes the strips or points in the chart's groups of class `rows` buttons: click, Enter or Space picks, arrows, Home and End move, one
 * tab stop for the whole chart. `names` are what readers hear, in the order of the data; null: nothing to pick.
 */
export function pickRows(
  chart: Element,
  names: readonly (string | null)[],
  picked: Picked,
  onpick: (index: number) => void,
): void {
  const strips = [...chart.querySelectorAll<Drawn>('.rows rect, .rows circle')];
  const stop = picked.at !== null && picked.at < strips.length ? picked.at : 0;
  strips.forEach((strip, i) => {
    // Facets are drawn one after another: the chart says itself which datum a point is.
    const datum = strip.__data__ ?? i;
    const name = names[datum] ?? null;
    strip.setAttribute('role', name === null ? 'img' : 'button');
    strip.setAttribute('aria-label', (name ?? '').replaceAll('\n', ' '));
    strip.setAttribute('tabindex', i === stop ? '0' : '-1');
    if (name !== null) strip.style.cursor = 'pointer';
    strip.addEventListener('focus', () => {
      picked.at = i;
      for (const other of strips) other.setAttribute('tabindex', other === strip ? '0' : '-1');
    });
    const pick = () => {
      picked.at = i;
      if (name !== null) onpick(datum);
    };
    strip.addEventListener('click', pick);
    strip.addEventListener('keydown', (event) => {
      const step = STEPS[event.key];
      if (event.key === 'Enter' || event.key === ' ') pick();
      else if (step) strips[Math.max(0, Math.min(strips.length - 1, i + step))]?.focus();
      else if (event.key === 'Home') strips[0]?.focus();
      else if (event.key === 'End') strips.at(-1)?.focus();
      else return;
      event.preventDefault();
    });
  });
  // The old drawing takes the focus with it; give it back once the new one stands in the page.
  if (picked.at !== null && document.activeElement instanceof SVGGeometryElement) {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) strips[stop]?.focus({ preventScroll: true });
    });
  }
}
