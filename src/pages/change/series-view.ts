import type Decimal from 'decimal.js';
import { indexed } from '../../analysis/valuation';
import { pointEvidence, type SeriesLine, type SeriesModel, type SeriesPoint } from '../../analysis/change';
import type { ChartLine, LinePoint } from '../../charts/change-multiples';
import { inUnit, ratio } from '../../domain/money';
import { formatDecimal, formatPercent, type EvidenceRequest, type FigureMark } from '../../state';
import type { SeriesFigures } from './params';
import { moveText } from './step-words';
import { itemName, money, type Reader } from './words';

/** Lines that can be read in one picture. */
export const MOST_LINES = 24;

/** An item, a subject, or a department. */
export function lineLabel(
  line: Pick<SeriesLine, 'key' | 'name'>,
  model: SeriesModel,
  reader: Reader,
): string {
  if (line.name !== null) return line.name;
  return model.choice?.byBody ? line.key : itemName(line.key, null, reader);
}

export function lineTitle(line: SeriesLine, model: SeriesModel, reader: Reader): string {
  const label = lineLabel(line, model, reader);
  return line.codes.length > 0 ? `${label}（${line.codes.join('+')}）` : label;
}

/** First to last figure of a line; null where it has one, or its first is 0 or below. */
export function overall(line: SeriesLine): { change: bigint; rate: Decimal | null } | null {
  const [first, last] = [line.points[0], line.points.at(-1)];
  if (!first || !last || first === last) return null;
  const change = last.sum.amount - first.sum.amount;
  return { change, rate: first.sum.amount > 0n ? ratio(change, first.sum.amount) : null };
}

/** What the breaks of a line are, a line of text each. */
export function breakTexts(line: SeriesLine, reader: Reader): string[] {
  return line.breaks.flatMap(({ year, renamed, moves }) => [
    reader.t('series_break', { year }),
    ...(renamed ? [reader.t('renamed_step', renamed)] : []),
    ...moves.map((move) => moveText(move, reader)),
  ]);
}

export interface DrawnPoint {
  point: LinePoint;
  evidence: EvidenceRequest | null;
}

export interface DrawnLines {
  lines: ChartLine[];
  /** In the order of the lines and their points, as the chart draws them. */
  points: DrawnPoint[];
}

/** Lines whose first figure is 0 or below: nothing can be measured against it. */
export const withoutBase = (model: SeriesModel): SeriesLine[] =>
  model.lines.filter(({ points }) => points.length > 0 && points[0]!.sum.amount <= 0n);

/** The largest lines for the chart, as amounts or as an index with the first figure = 100; floating point for pixels only. */
export function drawnLines(
  model: SeriesModel,
  reader: Reader,
  mark: (evidence: EvidenceRequest | null) => FigureMark | null,
  figures: SeriesFigures = 'amount',
): DrawnLines {
  const baseless = new Set(figures === 'index' ? withoutBase(model) : []);
  const shown = model.lines
    .filter((line) => !baseless.has(line))
    .filter(({ points }) => points.some(({ sum }) => sum.amount !== 0n))
    .slice(0, MOST_LINES);
  const found: DrawnPoint[] = [];
  const lines = shown.map((line): ChartLine => {
    const label = lineLabel(line, model, reader);
    const whole = overall(line);
    const years = `${line.points[0]!.year}–${line.points.at(-1)!.year}`;
    const rate = whole?.rate ? formatPercent(whole.rate, 1, { language: reader.language, sign: true }) : null;
    const note = [line.codes.join('+'), whole ? [years, rate].filter(Boolean).join(' ') : '']
      .filter(Boolean)
      .join(' · ');
    const breaks = breakTexts(line, reader);
    const points = line.points.map((point: SeriesPoint): LinePoint => {
      const evidence = pointEvidence(
        point,
        model.request.stage,
        `${lineTitle(line, model, reader)} ${point.year}`,
      );
      const state = mark(evidence);
      const index = figures === 'index' ? indexed(point.sum.amount, line.points[0]!.sum.amount).value : null;
      const text = index
        ? formatDecimal(index, 1, { language: reader.language })
        : money(point.sum.amount, reader);
      const drawn: LinePoint = {
        line: line.key,
        year: point.year,
        value: (index ?? inUnit(point.sum.amount, reader.unit)).toNumber(),
        text,
        hollow: point.source !== 'document',
        title: [
          `${label} ${point.year}`,
          text,
          index ? money(point.sum.amount, reader) : '',
          ...breaks,
          state?.text ?? '',
        ]
          .filter(Boolean)
          .join('\n'),
        mark: state,
      };
      found.push({ point: drawn, evidence });
      return drawn;
    });
    return {
      key: line.key,
      label: line.breaks.length > 0 ? `${label} ◇` : label,
      note,
      points,
      breaks: line.breaks.map(({ year }) => year).filter((year) => year > model.years[0]!),
    };
  });
  return { lines, points: found };
}

/** The two years of a slope: those that most lines have figures of; of several such, the ones farthest apart. */
export function slopeYears(
  model: Pick<SeriesModel, 'years' | 'lines'>,
): { first: number; last: number } | null {
  const known = model.lines.map(({ points }) => new Set(points.map(({ year }) => year)));
  let best: { first: number; last: number; lines: number } | null = null;
  for (const first of model.years) {
    for (const last of model.years.filter((year) => year > first)) {
      const lines = known.filter((years) => years.has(first) && years.has(last)).length;
      const longer = best !== null && lines === best.lines && last - first > best.last - best.first;
      if (lines > 0 && (best === null || lines > best.lines || longer)) best = { first, last, lines };
    }
  }
  return best && { first: best.first, last: best.last };
}
