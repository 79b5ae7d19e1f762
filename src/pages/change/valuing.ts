import { summaries, valuedBreakdown, valuedRow, valuedSeries, type Value } from '../../analysis/change';
import type { BreakdownModel, ChangeModel, ChangeRow, SeriesModel } from '../../analysis/change';
import { valuedFor, valuationText, valuedUnit, type AppState } from '../../state';

type Reader = Pick<AppState, 'valuation' | 'valuationTables'>;

const nominal = ({ valuation }: Reader) => valuation.prices === 'nominal' && valuation.per === 'total';
const valueOf =
  (app: Reader): Value =>
  (amount, place) =>
    valuedFor(app, amount, place).amount;

/** Rows in the prices or per head that the reader asks for. */
export function rowsValued(rows: ChangeRow[], app: Reader): ChangeRow[] {
  return nominal(app) ? rows : rows.map((row) => valuedRow(row, valueOf(app)));
}

export function modelValued(model: ChangeModel, app: Reader): ChangeModel {
  if (nominal(app)) return model;
  const rows = rowsValued(model.rows, app);
  // Figures per head of several departments add up to nothing.
  const added = model.request.view === 'departments' && app.valuation.per === 'total';
  return { ...model, rows, summaries: added ? summaries(rows) : [] };
}

export function breakdownValued(model: BreakdownModel, app: Reader): BreakdownModel {
  return nominal(app) ? model : valuedBreakdown(model, valueOf(app));
}

export function seriesValued(model: SeriesModel, app: Reader): SeriesModel {
  return nominal(app) ? model : valuedSeries(model, valueOf(app));
}

/** `万元`, `万元/人 · 2024 年价格`: for beside titles. */
export function unitText(app: AppState): string {
  return [valuedUnit(app), valuationText(app)].filter(Boolean).join(' · ');
}

/** A title that says how its amounts are valued. */
export function valuedTitle(title: string, app: AppState): string {
  const how = valuationText(app);
  return how === '' ? title : `${title}（${how}）`;
}
