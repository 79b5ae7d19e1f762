import { comparable } from '../../domain/names';
import type { Measure } from '../../domain/facts';
import type { Coordinates, Target } from '../prose/target';

/** The name of the whole department's row. */
export const WHOLE = '部门整体支出';
/** Item of the statements that self-evaluations make. */
export const ITEM = '绩效自评';

const LINES: readonly [RegExp, string, Measure][] = [
  [
    /^(?:部门|单位)?(?:整体支出|整体)(?:规模)?$|^(?:部门|单位)$|^(?:一般公共预算)?财政拨款(?:收入?、?(?:和|与)?支出?总计|支出)$|^一般公共预算$/,
    WHOLE,
    'total',
  ],
  [/^(?:一般公共预算财政拨款)?基本支出$/, '基本支出', 'basic'],
  [/^人员(?:经费|支出)(?:支出)?$/, '人员经费', 'basic'],
  [/^(?:日常)?公用(?:经费|支出)(?:支出)?$/, '公用经费', 'basic'],
  [/^(?:一般公共预算财政拨款)?项目支出$/, '项目支出', 'project'],
];

/** A project's name without the year before it and 项目 behind it, so that text and tables agree. */
export function projectName(printed: string): string {
  const name = printed
    .replace(/[\s\u3000]+/g, '')
    .replace(/^\d{4}年(?:度)?/, '')
    .replace(/项目(?:支出|经费)?$/, '');
  const quoted = /^[“"]([^“”"]+)[”"]$/.exec(name);
  return (quoted ? quoted[1]! : name).replace(/项目$/, '');
}

function at(subject_name: string, measure: Measure): Coordinates {
  return {
    flow: 'expenditure',
    classification: 'project',
    subject_code: null,
    subject_name,
    subject_level: null,
    fund: 'all',
    measure,
  };
}

export function lineTarget(name: string, measure: Measure): Target {
  return { item: ITEM, places: [at(name, measure)], code: null, name, note: null };
}

export function projectTarget(name: string): Target {
  return lineTarget(name, 'project');
}

export const WHOLE_TARGET = lineTarget(WHOLE, 'total');

/** 部门整体支出, 基本支出, 人员经费, 公用经费, 项目支出; null for any other words. */
export function departmentLine(words: string): Target | null {
  const found = LINES.find(([pattern]) => pattern.test(words));
  return found ? lineTarget(found[1], found[2]) : null;
}

/** The known project that words mean: the same name, or one the beginning of the other where only one is. */
export function knownProject(words: string, known: readonly string[]): string | null {
  const name = comparable(projectName(words));
  if (name.length < 4) return null;
  const exact = known.find((k) => comparable(k) === name);
  if (exact) return exact;
  const near = known.filter(
    (k) => comparable(k).startsWith(name) || (comparable(k).length >= 6 && name.startsWith(comparable(k))),
  );
  return near.length === 1 ? near[0]! : null;
}
