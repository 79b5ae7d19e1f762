/** Which mark had the focus, so that a chart that is drawn again gives it back. */
export interface Picked {
  at: number | null;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
};

/**
 * Makes the shapes in a chart's group of class `picks` buttons: click, Enter or Space picks, arrows, Home and End move, one
 * tab stop for the whole chart. `marks` has what readers hear, in the order of the shapes, and whether there is
 * something to open.
 */
export function pickMarks(
  chart: Element,
  marks: readonly { name: string; opens: boolean }[],
  picked: Picked,
  onpick: (index: number) => void,
): void {
  const shapes = [...chart.querySelectorAll<SVGElement>('.picks rect, .picks circle, .picks path')];
  const stop = picked.at !== null && picked.at < shapes.length ? picked.at : 0;
  shapes.forEach((shape, i) => {
    const { name, opens } = marks[i] ?? { name: '', opens: false };
    shape.setAttribute('role', opens ? 'button' : 'img');
    shape.setAttribute('aria-label', name.replaceAll('\n', ' '));
    shape.setAttribute('tabindex', i === stop ? '0' : '-1');
    if (opens) shape.style.cursor = 'pointer';
    shape.addEventListener('focus', () => {
      picked.at = i;
      for (const other of shapes) other.setAttribute('tabindex', other === shape ? '0' : '-1');
    });
    const pick = () => {
      picked.at = i;
      if (opens) onpick(i);
    };
    shape.addEventListener('click', pick);
    shape.addEventListener('keydown', (event) => {
      const step = STEPS[event.key];
      if (event.key === 'Enter' || event.key === ' ') pick();
      else if (step) shapes[Math.max(0, Math.min(shapes.length - 1, i + step))]?.focus();
      else if (event.key === 'Home') shapes[0]?.focus();
      else if (event.key === 'End') shapes.at(-1)?.focus();
      else return;
      event.preventDefault();
    });
  });
}
