/** Colours by role, as the custom properties of tokens.css: one source for charts and tables, light and dark. */
export const colours = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  faint: 'var(--faint)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  accent: 'var(--accent)',
  warn: 'var(--warn)',
  series: ['var(--series-1)', 'var(--series-2)', 'var(--series-3)', 'var(--series-4)'],
} as const;

/** Steps of the execution scale, from far under to far over. `on` is the text colour on it. */
export const diverging = [
  { fill: 'var(--under-4)', on: 'var(--on-under-4)' },
  { fill: 'var(--under-3)', on: 'var(--on-under-3)' },
  { fill: 'var(--under-2)', on: 'var(--on-tint)' },
  { fill: 'var(--under-1)', on: 'var(--on-tint)' },
  { fill: 'var(--even)', on: 'var(--on-tint)' },
  { fill: 'var(--over-1)', on: 'var(--on-tint)' },
  { fill: 'var(--over-2)', on: 'var(--on-tint)' },
  { fill: 'var(--over-3)', on: 'var(--on-over-3)' },
  { fill: 'var(--over-4)', on: 'var(--on-over-4)' },
] as const;

/** Plot options that every chart shares: type, colours, transparent ground, width in CSS pixels. */
export function plotDefaults(width: number) {
  return {
    width,
    style: {
      fontFamily: 'var(--font)',
      fontSize: '12.5px',
      fontVariantNumeric: 'tabular-nums',
      color: 'var(--muted)',
      background: 'transparent',
      overflow: 'visible',
    },
  };
}
