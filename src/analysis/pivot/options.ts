import { MEASURES, STAGES, type Measure, type Stage } from '../../domain/facts';
import { BASES, BASIS_IDS, usualMeasure, type BasisId } from './basis';
import type { OptionRow } from './rows';

/** What can be chosen for one basis with the present filter; amounts exist for each. */
export interface BasisOptions {
  /** Whether the filtered documents have amounts of subjects in it. */
  filled: boolean;
  stages: Stage[];
  /** Measures that have amounts, by stage, in the order of the form's columns. */
  measures: Partial<Record<Stage, Measure[]>>;
}
export type PivotOptions = Record<BasisId, BasisOptions>;

/** Rows of `optionsQuery` → the choices of each basis. The form's own stage and 合计 can always be chosen. */
export function optionsOf(rows: readonly OptionRow[]): PivotOptions {
  const entries = BASIS_IDS.map((id): [BasisId, BasisOptions] => {
    const basis = BASES[id];
    const usual = usualMeasure(basis);
    const found = new Map<Stage, Set<Measure>>([[basis.stage, new Set([usual])]]);
    let filled = false;
    for (const row of rows) {
      const stage = row.stage as Stage;
      if (row.classification !== basis.classification) continue;
      if (basis.fund && row.fund !== basis.fund) continue;
      if (!(basis.flows as readonly string[]).includes(row.flow)) continue;
      const printed = row.form === id && row.source === (basis.kind === 'budget' ? 'budget_form' : 'form');
      const told = row.form === null && basis.narrativeStages.includes(stage);
      if (!printed && !told) continue;
      filled = true;
      found.set(stage, (found.get(stage) ?? new Set()).add(row.measure as Measure));
    }
    const order = basis.measures.length > 0 ? basis.measures : MEASURES;
    const stages = STAGES.filter((stage) => found.has(stage));
    const measures: BasisOptions['measures'] = {};
    for (const stage of stages) measures[stage] = order.filter((measure) => found.get(stage)!.has(measure));
    return [id, { filled, stages, measures }];
  });
  return Object.fromEntries(entries) as PivotOptions;
}
