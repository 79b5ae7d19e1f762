/** What stands round an exported picture. */
export interface FigureText {
  title: string;
  unit?: string;
  /** Filters, notes and source: one line each, under the picture. */
  notes: readonly string[];
}

const SVG = 'http://www.w3.org/2000/svg';
/** Fonts named in the file, so that it renders alike in a viewer that has any of them. */
export const EXPORT_FONT =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', SimSun, sans-serif";

/** Properties that Plot or our styles set and that change how a figure looks. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'opacity',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
  'display',
  'mix-blend-mode',
  'letter-spacing',
] as const;

/** Copies the computed style of every element of `from` onto its twin in `to` as attributes. */
function inlineStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  for (const name of INLINED) {
    const value = computed.getPropertyValue(name);
    if (value && value !== 'normal') to.setAttribute(name, value);
  }
  to.removeAttribute('class');
  to.removeAttribute('style');
  to.removeAttribute('tabindex');
  // One font for the whole file, named at its root.
  to.removeAttribute('font-family');
  for (let i = 0; i < from.children.length; i++) inlineStyles(from.children[i]!, to.children[i]!);
}

function text(
  document: Document,
  content: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  weight = 400,
): Element {
  const element = document.createElementNS(SVG, 'text');
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute('font-size', `${size}px`);
  element.setAttribute('font-weight', String(weight));
  element.setAttribute('fill', fill);
  element.textContent = content;
  return element;
}

/** Lines of at most `width` pixels, taking a CJK character as one em and any other as 0.56. */
export function wrap(line: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const character of line) {
    const advance = (character.codePointAt(0)! > 0x2e7f ? 1 : 0.56) * size;
    if (used + advance > width && current) {
      lines.push(current);
      current = '';
      used = 0;
    }
    current += character;
    used += advance;
  }
  if (current) lines.push(current);
  return lines;
}

/**
 * A Plot figure (or any element with one main `<svg>`) as a file of its own: light colours, computed styles as
 * attributes, title, unit, notes and source drawn in, so that it looks the same without the app's styles.
 */
export function toSvg(figure: Element, about: FigureText): string {
  const source = figure instanceof SVGSVGElement ? figure : largestSvg(figure);
  const width = source.width.baseVal.value || source.clientWidth;
  const height = source.height.baseVal.value || source.clientHeight;
  const margin = 20;
  const titleLines = wrap(about.title + (about.unit ? `（${about.unit}）` : ''), width, 16);
  const noteLines = about.notes.flatMap((note) => wrap(note, width, 11));
  const top = margin + titleLines.length * 24 + 8;
  const total = top + height + 12 + noteLines.length * 17 + margin;

  const inside = light(() => {
    const copy = source.cloneNode(true) as SVGSVGElement;
    inlineStyles(source, copy);
    return copy;
  }, source);
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('xmlns', SVG);
  root.setAttribute('viewBox', `0 0 ${width + 2 * margin} ${total}`);
  root.setAttribute('width', String(width + 2 * margin));
  root.setAttribute('height', String(total));
  root.setAttribute('font-family', EXPORT_FONT);
  const paper = document.createElementNS(SVG, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', '#ffffff');
  root.append(paper);
  titleLines.forEach((line, i) =>
    root.append(text(document, line, margin, margin + 17 + i * 24, 16, '#16202c', 600)),
  );
  inside.setAttribute('x', String(margin));
  inside.setAttribute('y', String(top));
  inside.setAttribute('width', String(width));
  inside.setAttribute('height', String(height));
  for (const style of inside.querySelectorAll('style')) style.remove();
  root.append(inside);
  noteLines.forEach((line, i) =>
    root.append(text(document, line, margin, top + height + 24 + i * 17, 11, '#55606d')),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

/** Exported pictures are for paper: colours are computed in the light scheme whatever the reader's theme is. */
function light<T>(compute: () => T, element: Element): T {
  const root = element.ownerDocument.documentElement;
  const before = root.style.colorScheme;
  root.style.colorScheme = 'light';
  try {
    return compute();
  } finally {
    root.style.colorScheme = before;
  }
}

function largestSvg(figure: Element): SVGSVGElement {
  const all = [...figure.querySelectorAll('svg')].sort(
    (a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight,
  );
  const first = all[0];
  if (!first) throw new Error('the figure holds no SVG');
  return first;
}
