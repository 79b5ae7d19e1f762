/** What a figure is compared with: the year before, another stage of the same year, or a fixed year (`y2019`). */
export type Base = 'prior_year' | 'initial_budget' | 'adjusted_budget' | `y${number}`;

/** Figures of a cell. All but the amount are made from amounts by exact decimals, see `calculate`. */
export const PLAIN_CALCULATIONS = [
  'amount',
  'share_row',
  'share_column',
  'share_parent',
  'share_total',
  'share_department',
  'rank',
] as const;
export type PlainCalculation = (typeof PLAIN_CALCULATIONS)[number];
export const COMPARING = ['base', 'change', 'change_rate', 'execution', 'index'] as const;
export type Comparing = (typeof COMPARING)[number];

/** A calculation by its name in the link: `amount`, `share_row`, `change_rate:prior_year`, `index:y2019`. */
export type Calculation = PlainCalculation | `${Comparing}:${Base}`;

const YEAR = /^y\d{4}$/;
const isBase = (text: string): text is Base =>
  ['prior_year', 'initial_budget', 'adjusted_budget'].includes(text) || YEAR.test(text);

/** A name of the link → the calculation; null where it is none. */
export function calculationOf(text: string): Calculation | null {
  if ((PLAIN_CALCULATIONS as readonly string[]).includes(text)) return text as PlainCalculation;
  const [kind = '', base = '', ...more] = text.split(':');
  if (more.length > 0 || !(COMPARING as readonly string[]).includes(kind) || !isBase(base)) return null;
  // 完成率 is measured against a budget, an index against a year.
  if (kind === 'execution' && !base.endsWith('budget')) return null;
  if (kind === 'index' && !YEAR.test(base)) return null;
  return `${kind as Comparing}:${base}`;
}

/** The kind of a calculation, and what it compares with. */
export function partsOf(calculation: Calculation): { kind: PlainCalculation | Comparing; base: Base | null } {
  const [kind, base] = calculation.split(':') as [PlainCalculation | Comparing, Base | undefined];
  return { kind, base: base ?? null };
}

/** The bases that a list of calculations compares with, each once, in their order. */
export function basesOf(calculations: readonly Calculation[]): Base[] {
  return [...new Set(calculations.flatMap((calculation) => partsOf(calculation).base ?? []))];
}

/** The fixed year of a base; null for the others. */
export const yearOfBase = (base: Base): number | null => (YEAR.test(base) ? Number(base.slice(1)) : null);

/** Calculations with an amount of money; the others are ratios or ranks. */
export const isMoney = (calculation: Calculation): boolean =>
  ['amount', 'base', 'change'].includes(partsOf(calculation).kind);
