import { comparable } from '../../domain/names';
import { bareTitle } from '../title-marks';

/** Codes of the budget forms (docs/forms.md). */
export type BudgetFormId =
  'B01' | 'B02' | 'B03' | 'B04' | 'B05' | 'B06' | 'B07' | 'B08' | 'B09' | 'B10' | 'B11' | 'B12';

/** The end that all titles share: 预算表, 总表, 总体情况表 … */
const TABLE = '(?:预算)?(?:明细)?(?:总体情况|情况|总)?表';
const FUNCTION = '(?:按?功能(?:分类|科目))?';
const ECONOMY = '(?:按?(?:部门预算)?(?:支出)?经济(?:分类|科目))?';

/** Whole titles by form, after list marks, numbers, the year and 部门 / 单位 are taken off. */
const TITLES: readonly [BudgetFormId, RegExp][] = [
  ['B01', new RegExp(`^(?:财务)?(?:收支|收入支出)${TABLE}$`)],
  ['B02', new RegExp(`^收入${TABLE}$`)],
  ['B03', new RegExp(`^支出${TABLE}$`)],
  ['B04', new RegExp(`^财政拨款(?:收支|收入支出)${TABLE}$`)],
  ['B05', new RegExp(`^一般公共预算(?:财政拨款|当年拨款|拨款)?支出(?:预算)?${FUNCTION}${TABLE}$`)],
  ['B06', new RegExp(`^一般公共预算(?:财政拨款|当年拨款|拨款)?基本支出(?:预算)?${ECONOMY}${TABLE}$`)],
  [
    'B07',
    new RegExp(
      `^(?:财政拨款)?政府性基金(?:预算)?(?:财政拨款|拨款)?(?:收入)?支出(?:预算)?${FUNCTION}${TABLE}$`,
    ),
  ],
  [
    'B08',
    new RegExp(
      `^(?:财政拨款)?国有资本经营(?:预算)?(?:财政拨款|拨款)?(?:收入)?支出(?:预算)?${FUNCTION}${TABLE}$`,
    ),
  ],
  ['B09', /^(?:一般公共预算)?(?:财政拨款|拨款)?(?:安排的?)?三公经费[^表]{0,24}表$/],
  ['B10', new RegExp(`^财政拨款支出(?:预算)?${FUNCTION}${TABLE}$`)],
  ['B11', new RegExp(`^财政拨款基本支出(?:预算)?${ECONOMY}${TABLE}$`)],
  ['B12', /^(?:一般公共预算)?(?:财政拨款|拨款)?(?:安排的?)?机关运行经费(?:支出)?(?:预算)?(?:情况)?表$/],
];

/** The title's own words: what is left of it after the year (with the body's name before it) and 部门 / 单位. */
function coreTitle(text: string): string {
  return comparable(bareTitle(text))
    .replace(/^.{0,40}?(?:19|20)\d{2}年度?/, '')
    .replace(/^(?:省级|市级|区级|县级|本级)/, '')
    .replace(/^(?:预算部门|预算单位|部门|单位)/, '');
}

/** The budget form that a line (or lines joined) names as its title; null where it names none. */
export function titledBudgetForm(text: string): BudgetFormId | null {
  if (text.length > 90 || text.includes('决算') || !text.includes('表')) return null;
  const core = coreTitle(text);
  return TITLES.find(([, pattern]) => pattern.test(core))?.[0] ?? null;
}
