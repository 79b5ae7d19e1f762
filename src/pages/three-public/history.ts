import { PARTS, type ComponentCode, type SeriesCell, type SeriesRow } from '../../analysis/three-public';
import { at, type Figure } from '../../analysis/change';
import { absolute, type Fen } from '../../domain/money';
import type { EvidenceRequest } from '../../state';
import { componentTitle, type Reader } from './words';

/** The stages of one year, in their order. */
export const HISTORY_STAGES = [
  'initial',
  'adjusted',
  'final',
] as const satisfies readonly (keyof SeriesCell)[];
export type HistoryStage = (typeof HISTORY_STAGES)[number];
const TERMS = { initial: 'initial_budget', adjusted: 'adjusted_budget', final: 'final' } as const;

/** A part of a bar: a component, or the whole where it is not parted. */
export interface HistoryPart {
  component: ComponentCode;
  figure: Figure;
}

/** One stage of one year. */
export interface HistoryBar {
  year: number;
  stage: HistoryStage;
  whole: Figure | null;
  parts: HistoryPart[];
  /** Parts − whole, where more than rounding explains. */
  differs: Fen | null;
}

export const bodyKey = ({ region, department }: SeriesRow): string => `${region}/${department}`;

/** Bodies with a figure, the one with most years first among equals by their order. */
export function historyBodies(
  series: readonly SeriesRow[],
): { key: string; row: SeriesRow; years: number }[] {
  const found = new Map<string, { key: string; row: SeriesRow; years: number }>();
  for (const row of series) {
    if (!HISTORY_STAGES.some((stage) => (row.cells.SG[stage]?.amount ?? 0n) !== 0n)) continue;
    const known = found.get(bodyKey(row));
    if (known) known.years += 1;
    else found.set(bodyKey(row), { key: bodyKey(row), row, years: 1 });
  }
  return [...found.values()];
}

function bar({ fiscal_year, cells }: SeriesRow, stage: HistoryStage): HistoryBar {
  const of = (component: ComponentCode) => cells[component][stage];
  const own = (components: readonly ComponentCode[]): HistoryPart[] =>
    components.flatMap((component) => {
      const figure = of(component);
      return figure && figure.amount !== 0n ? [{ component, figure }] : [];
    });
  const whole = of('SG');
  const vehicles = own(['SG21', 'SG22']);
  const parted = own(PARTS);
  // Where purchase and running are not told apart, the vehicles as one.
  const parts = vehicles.length === 0 && own(['SG2']).length > 0 ? own(['SG1', 'SG2', 'SG3']) : parted;
  const shown = parts.length > 0 ? parts : own(['SG']);
  const sum = shown.reduce((all, { figure }) => all + figure.amount, 0n);
  const places = shown.reduce((all, { figure }) => all + figure.resolution, whole?.resolution ?? 0n);
  const difference = whole ? sum - whole.amount : 0n;
  return {
    year: fiscal_year,
    stage,
    whole,
    parts: shown,
    differs: 2n * absolute(difference) > places ? difference : null,
  };
}

/** The bars of one body by year and stage; stages that are not stated, or 0, have none. */
export function historyBars(
  series: readonly SeriesRow[],
  key: string,
): { bars: HistoryBar[]; none: HistoryBar[] } {
  const all = series
    .filter((row) => bodyKey(row) === key)
    .flatMap((row) =>
      HISTORY_STAGES.filter((stage) => (stage === 'initial' ? row.budget : row.account)).map((stage) =>
        bar(row, stage),
      ),
    );
  return {
    bars: all.filter(({ parts }) => parts.length > 0),
    none: all.filter(({ parts }) => parts.length === 0),
  };
}

export function historyEvidence(
  { stage, year }: HistoryBar,
  part: HistoryPart,
  reader: Reader,
): EvidenceRequest {
  return {
    title: `${componentTitle(part.component, reader)} ${year}`,
    show: 'amount',
    parts: [{ term: TERMS[stage], at: at(part.figure) }],
  };
}
