import type { Fen } from '../../domain/money';
import type { BreakdownModel } from './breakdown';
import { changeOf, type Change, type Figure, type Prior } from './figure';
import type { ChangeRow } from './model';
import type { SeriesModel } from './series';
import { byContribution, changeOfSums, contributionOf, pointsOf, type Sum } from './step';

/** An amount in the prices or per head asked for, 分; null where it cannot be told so. */
export type Value = (amount: Fen, place: { fiscal_year: number; department: string }) => Fen | null;

const NOT_VALUED: Change = {
  state: 'not_valued',
  change: null,
  tolerance: 0n,
  rate: null,
  size: null,
  imprecise: false,
};

type Known = { amount: Fen; resolution: Fen };

/** The printed place is valued with its amount, and one 分 more for the valued amount's own rounding. */
function valuedFigure<T extends Known>(
  figure: T | null,
  value: Value,
  place: Parameters<Value>[1],
): T | null {
  if (!figure) return null;
  const amount = value(figure.amount, place);
  if (amount === null) return null;
  return { ...figure, amount, resolution: (value(figure.resolution, place) ?? 0n) + 1n };
}

/** A row with both years valued, then subtracted. What its document says stays as printed. */
export function valuedRow(row: ChangeRow, value: Value): ChangeRow {
  const { fiscal_year, department } = row.document;
  const final = valuedFigure<Figure>(row.final, value, { fiscal_year, department });
  const prior = valuedFigure<Prior>(row.prior, value, { fiscal_year: fiscal_year - 1, department });
  const lost = (row.final && !final) || (row.prior && !prior);
  const change =
    row.change === null ? {} : lost ? NOT_VALUED : changeOf(final, prior, { now: false, before: false });
  return { ...row, ...change, final, prior, printed: { final: row.final, prior: row.prior } };
}

/**
 * A breakdown with its sums valued. Departments put together have one price level but no common staff: their value per
 * head is that of no one, so `department` null asks for it and may get null.
 */
export function valuedBreakdown(model: BreakdownModel, value: Value): BreakdownModel {
  const { choice } = model;
  if (!choice) return model;
  const one = choice.compared.length === 1 ? choice.compared[0]!.body.department : '';
  const valuedSum = (sum: Sum | null, year: number, department: string) =>
    valuedFigure(sum, value, { fiscal_year: year, department });
  const before = valuedSum(model.before, choice.from, one);
  const now = valuedSum(model.now, choice.to, one);
  const whole = before && now ? changeOfSums(now, before, { now: false, before: false }) : NOT_VALUED;
  const steps = model.steps.map((step) => {
    const department = choice.division === 'body' ? (step.name ?? '') : one;
    const own = {
      before: valuedSum(step.before, choice.from, department),
      now: valuedSum(step.now, choice.to, department),
    };
    const lost = (step.before && !own.before) || (step.now && !own.now);
    if (lost) return { ...step, ...NOT_VALUED, ...own, contribution: null, points: null };
    const change = changeOfSums(own.now, own.before, { now: true, before: true });
    const contribution = contributionOf(change, own.now, own.before);
    return {
      ...step,
      ...change,
      ...own,
      contribution,
      points: pointsOf(contribution, before?.amount ?? null),
    };
  });
  const parts = steps.reduce((sum, { contribution }) => sum + (contribution ?? 0n), 0n);
  return {
    ...model,
    before,
    now,
    change: whole.change,
    rate: whole.rate,
    steps: steps.sort(byContribution),
    residual: whole.change === null ? null : whole.change - parts,
    tolerance: steps.reduce((sum, step) => sum + step.tolerance, whole.tolerance),
  };
}

/** Lines with valued points; years that cannot be valued are gaps. */
export function valuedSeries(model: SeriesModel, value: Value): SeriesModel {
  return {
    ...model,
    lines: model.lines
      .map((line) => ({
        ...line,
        points: line.points.flatMap((point) => {
          const sum = valuedFigure(point.sum, value, {
            fiscal_year: point.year,
            department: point.department,
          });
          return sum ? [{ ...point, sum }] : [];
        }),
      }))
      .filter(({ points }) => points.length > 0),
  };
}
