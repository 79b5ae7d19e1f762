import type Decimal from 'decimal.js';

/** A fill and the text colour that reads on it (contrast ≥ 4.5), as #rrggbb. */
export interface HeatColour {
  fill: string;
  ink: string;
}
export type Scheme = 'light' | 'dark';

/** Deviations from 100 %, in points, at which the colours of tokens.css stand; between them they are mixed. */
const POINTS = [-50, -37.5, -20, -7, 0, 7, 20, 37.5, 50] as const;

/** Blue (under) – grey (100 %) – orange (over): --under-4 … --even … --over-4 of tokens.css, as literal colours. */
export const HEAT_STOPS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#2a6fb0', '#5f98c8', '#a5c8e4', '#dfeaf2', '#f3f3f1', '#f6e6d4', '#f0c08f', '#e39a58', '#c4661f'],
  dark: ['#3f8ad0', '#2f6ca6', '#24527d', '#1d3346', '#232a31', '#3d3022', '#6b4824', '#96602a', '#d67f35'],
};

/** Tried in this order: the page's ink, its opposite, and black for the narrow band in which neither reads. */
const INKS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#16202c', '#ffffff', '#000000'],
  dark: ['#e6eaef', '#0b1016', '#ffffff', '#000000'],
};
const READABLE = 4.5;

/** Rates outside 50 … 150 % take the colour of the end. */
export const CLIP = { low: 50, high: 150 } as const;

type Rgb = [number, number, number];
const parse = (hex: string): Rgb => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as Rgb;
const hex = (rgb: Rgb) => `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two #rrggbb colours by WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(parse(a)) + 0.05, luminance(parse(b)) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** Deviation from 100 % in points (−20 = 80 %), clipped to ±50 → its colours. */
export function heatColour(deviation: number, scheme: Scheme): HeatColour {
  const at = Math.min(50, Math.max(-50, deviation));
  const right = Math.max(
    1,
    POINTS.findIndex((point) => point >= at),
  );
  const [from, to] = [POINTS[right - 1]!, POINTS[right]!];
  const share = (at - from) / (to - from);
  const [a, b] = [parse(HEAT_STOPS[scheme][right - 1]!), parse(HEAT_STOPS[scheme][right]!)];
  const fill = hex(a.map((c, i) => c + (b[i]! - c) * share) as Rgb);
  const inks = INKS[scheme];
  const ink =
    inks.find((candidate) => contrast(candidate, fill) >= READABLE) ??
    inks.reduce((best, candidate) => (contrast(candidate, fill) > contrast(best, fill) ? candidate : best));
  return { fill, ink };
}

/** A rate (1 = 100 %) as its deviation in points, for drawing alone: floating point is precise enough for colours. */
export function deviation(rate: Decimal): number {
  return rate.minus(1).times(100).toNumber();
}

/** The scale as CSS in both themes, for a legend: stops at their places between 50 % and 150 %. */
export function heatGradient(): string {
  const stops = POINTS.map(
    (point, i) => `light-dark(${HEAT_STOPS.light[i]}, ${HEAT_STOPS.dark[i]}) ${point + 50}%`,
  );
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}
