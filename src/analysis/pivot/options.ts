import { MEASURES, type Measure, type Stage } from '../../domain/facts';
import { BASES, BASIS_IDS, measuresOf, stagesOf, usualMeasure, type BasisId } from './basis';
import { branchesOf } from './plan';
import type { OptionRow } from './rows';

/** What can be chosen for one basis with the present filter; amounts exist for each. */
export interface BasisOptions {
  /** Whether the filtered documents have amounts of subjects in it, at its own stage. */
  filled: boolean;
  stages: Stage[];
  /** Measures that have amounts, by stage, in the order of the form's columns. */
  measures: Partial<Record<Stage, Measure[]>>;
}
export type PivotOptions = Record<BasisId, BasisOptions>;

/** Rows of `optionsQuery` → the choices of each basis. The form's own stage and 合计 can always be chosen. */
export function optionsOf(rows: readonly OptionRow[]): PivotOptions {
  const entries = BASIS_IDS.map((id): [BasisId, BasisOptions] => {
    const own = BASES[id];
    const found = new Map<Stage, Set<string>>();
    for (const stage of stagesOf(id)) {
      for (const { basis, sources, printed } of branchesOf(id, stage)) {
        for (const row of rows) {
          if (row.stage !== stage || row.classification !== basis.classification) continue;
          if (basis.fund && row.fund !== basis.fund) continue;
          if (!(basis.flows as readonly string[]).includes(row.flow)) continue;
          if (!(sources as readonly string[]).includes(row.source)) continue;
          if (row.form !== (printed ? basis.id : null)) continue;
          found.set(stage, (found.get(stage) ?? new Set()).add(row.measure));
        }
      }
    }
    const filled = found.has(own.stage);
    found.set(own.stage, (found.get(own.stage) ?? new Set()).add(usualMeasure(own)));
    const order = [...new Set([...measuresOf(id), ...MEASURES])];
    const stages = stagesOf(id).filter((stage) => found.has(stage));
    const measures: BasisOptions['measures'] = {};
    for (const stage of stages) measures[stage] = order.filter((measure) => found.get(stage)!.has(measure));
    return [id, { filled, stages, measures }];
  });
  return Object.fromEntries(entries) as PivotOptions;
}
