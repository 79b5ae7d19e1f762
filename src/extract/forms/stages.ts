import type { Stage } from '../../domain/facts';
import type { ColumnSpec, FormSpec } from './specs';

/** How heads of final accounts call the stages. A bare 预算数 is the adjusted one, as in “三公”. */
const STAGES: readonly [Stage, RegExp, string][] = [
  ['initial_budget', /年初预算(数)?/, '年初预算数'],
  ['adjusted_budget', /(全年|调整后?|年度)?预算(数)?/, '全年预算数'],
  ['prior_final', /上年(度)?决算(数)?/, '上年决算数'],
  ['final', /(支出|收入)?决算(数)?/, '决算数'],
];

/** The words of a head that name funds and would else read as a stage. */
const FUNDS = /(一般公共|政府性基金|国有资本经营)预算/g;

/** The stage that a head's path names, and the path without it; null where it names none. */
export function stageOf(path: string): { stage: Stage; rest: string; label: string } | null {
  for (const part of path.split('/')) {
    const bare = part.replace(FUNDS, '');
    const found = STAGES.find(([, pattern]) => new RegExp(`^${pattern.source}$`).test(bare));
    if (!found) continue;
    const rest = path
      .split('/')
      .filter((other) => other !== part)
      .join('/');
    return { stage: found[0], rest, label: found[2] };
  }
  return null;
}

/**
 * A form whose head has 年初预算数 / 全年预算数 / 决算数 side by side (some regions print 04 and 05 so): its columns once a
 * stage, each matched by the words left of its path. Null where the head has one stage only.
 */
export function stagedSpec<S extends Pick<FormSpec, 'columns' | 'rules' | 'always'>>(
  spec: S,
  paths: readonly string[],
): { spec: S; at: (number | null)[] } | null {
  const stages = paths.map(stageOf);
  if (new Set(stages.flatMap((found) => (found ? [found.stage] : []))).size < 2) return null;
  const columns: ColumnSpec[] = [];
  const at: (number | null)[] = [];
  const rules: FormSpec['rules'][number][] = [];
  const always: number[] = [];
  for (const [stage, , label] of STAGES) {
    if (!stages.some((found) => found?.stage === stage)) continue;
    const taken = new Set<number>();
    const offset = columns.length;
    for (const [index, column] of spec.columns.entries()) {
      const found = paths.findIndex((_, place) => {
        const own = stages[place];
        if (own?.stage !== stage || taken.has(place)) return false;
        // A stage without columns under it is its total.
        return own.rest === '' ? index === 0 : column.header.test(own.rest) || endsAs(column, own.rest);
      });
      if (found >= 0) taken.add(found);
      columns.push({ ...column, stage, label: `${label} ${column.label}` });
      at.push(found < 0 ? null : found);
    }
    if (taken.size > 1)
      rules.push(
        ...spec.rules.map(({ left, right }) => ({
          left: left.map((column) => column + offset),
          right: right.map((column) => column + offset),
        })),
      );
    always.push(...(stage === 'final' ? spec.always.map((column) => column + offset) : []));
  }
  return { spec: { ...spec, columns, rules, always }, at };
}

/** 支出/小计: the words after the last divider. */
function endsAs(column: ColumnSpec, rest: string): boolean {
  return column.header.test(rest.split('/').at(-1) ?? '');
}
