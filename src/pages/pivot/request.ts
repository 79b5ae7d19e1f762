import { deepestOpen, stepsOf, type Dimension, type PivotRequest } from '../../analysis/pivot';
import type { Filter } from '../../analysis/filter';
import type { PivotSettings } from './settings';

/** The dimensions of an axis that something open shows. */
function opened(
  axis: readonly Dimension[],
  level: number,
  toggled: ReadonlySet<string>,
  all: boolean,
): Dimension[] {
  const steps = stepsOf(axis);
  const needed = all ? steps.length : Math.max(level, deepestOpen(toggled) + 1);
  return [...new Set(steps.slice(0, needed).map(({ dimension }) => dimension))];
}

/** What the page asks of the analysis. What nobody opened is not fetched; a search looks everywhere. */
export function requestOf(settings: PivotSettings, filter: Filter): PivotRequest {
  const { rows, columns, basis, forms, stages, measures, values, subjects, baskets } = settings;
  const onAxes = [...rows, ...columns];
  return {
    rows,
    columns,
    basis,
    forms,
    stages,
    measures,
    values,
    subjects,
    baskets,
    // Both scopes only where they stand side by side.
    filter: onAxes.includes('scope') ? { ...filter, scope: null } : filter,
    shown: [
      ...opened(rows, settings.level, settings.toggled, settings.find !== ''),
      ...opened(columns, settings.columnLevel, settings.columnToggled, false),
    ],
  };
}
