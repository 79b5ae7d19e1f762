/**
 * What final accounts compare with the year before (narrative 一, 五（一）, 六, 九, 十), by a stable key. `form` prints
 * this year's figure; null: only the narrative does. “三公” keys are the subject codes of form 09.
 */
export const ITEMS = [
  { key: 'grand_total', level: 0, form: '01', statements: ['收支总计', '支出总计'] },
  { key: 'general', level: 0, form: '05', statements: ['一般公共预算财政拨款支出'] },
  { key: 'personnel', level: 0, form: '06', statements: ['人员经费'] },
  { key: 'running_costs', level: 0, form: '06', statements: ['公用经费'] },
  { key: 'organ_operation', level: 0, form: null, statements: ['机关运行经费'] },
  { key: 'SG', level: 0, form: '09', statements: [] },
  { key: 'SG1', level: 1, form: '09', statements: [] },
  { key: 'SG21', level: 1, form: '09', statements: [] },
  { key: 'SG22', level: 1, form: '09', statements: [] },
  { key: 'SG3', level: 1, form: '09', statements: [] },
  { key: 'meetings', level: 0, form: null, statements: ['会议费'] },
  { key: 'training', level: 0, form: null, statements: ['培训费'] },
] as const satisfies readonly {
  key: string;
  /** 1: a part of the item before it. */
  level: 0 | 1;
  form: string | null;
  /** Names of the statements that compare it; “三公” statements are told by their subject code. */
  statements: readonly string[];
}[];

export type ItemKey = (typeof ITEMS)[number]['key'];
export const ITEM_KEYS: readonly ItemKey[] = ITEMS.map((item) => item.key);
export const DEFAULT_ITEM: ItemKey = 'general';

export function isItemKey(text: string): text is ItemKey {
  return (ITEM_KEYS as readonly string[]).includes(text);
}

/** A functional subject code: 类 201, 款 20103, 项 2010301. */
export function isSubjectCode(text: string): boolean {
  return /^(?:\d{3}|\d{5}|\d{7})$/.test(text);
}

const SUMMARY = `facts.classification = 'summary'`;
const named = (...names: string[]) =>
  `facts.subject_name IN (${names.map((name) => `'${name}'`).join(', ')})`;

/** What tells each item's facts, of form or narrative, as SQL over `facts`. The three “三公” levels share one rule. */
const CONDITIONS: Readonly<Partial<Record<ItemKey, string>>> = {
  grand_total: `${SUMMARY} AND facts.flow = 'balance' AND facts.fund = 'all' AND ${named('支出总计')}
        AND (facts.form = '01' OR facts.form IS NULL)`,
  general: `${SUMMARY} AND facts.flow = 'expenditure' AND facts.fund = 'general' AND facts.measure = 'total'
        AND ${named('合计')} AND (facts.form = '05' OR facts.form IS NULL)`,
  personnel: `${SUMMARY} AND ${named('人员经费', '人员经费合计')} AND (facts.form = '06' OR facts.form IS NULL)`,
  running_costs: `${SUMMARY} AND ${named('公用经费', '公用经费合计')} AND (facts.form = '06' OR facts.form IS NULL)`,
  organ_operation: `${SUMMARY} AND ${named('机关运行经费')} AND facts.form IS NULL`,
  meetings: `${SUMMARY} AND ${named('会议费')} AND facts.form IS NULL`,
  training: `${SUMMARY} AND ${named('培训费')} AND facts.form IS NULL`,
};
const THREE_PUBLIC = `facts.classification = 'three_public' AND (facts.form = '09' OR facts.form IS NULL)`;
/** Form 05 prints classes, 款 and 项; the narrative some of them. */
const SUBJECT = `facts.classification = 'function' AND facts.flow = 'expenditure' AND facts.fund = 'general'
        AND facts.measure = 'total' AND (facts.form = '05' OR facts.form IS NULL)`;
/** `facts.subject_code` may be an ENUM. */
const CODE = 'CAST(facts.subject_code AS VARCHAR)';

/** SQL: the key of the item that a fact belongs to, NULL where it belongs to none. */
export const ITEM_OF_FACT = `CASE
${Object.entries(CONDITIONS)
  .map(([key, condition]) => `      WHEN ${condition} THEN '${key}'`)
  .join('\n')}
      WHEN ${THREE_PUBLIC} THEN ${CODE}
      WHEN ${SUBJECT} THEN ${CODE}
    END`;

/** SQL: the key of the item that a statement compares, NULL where it is none of them. */
export const ITEM_OF_STATEMENT = `CASE
      WHEN s.item = '增减明细' THEN NULL
${ITEMS.filter((item) => item.statements.length > 0)
  .map(
    ({ key, statements }) =>
      `      WHEN s.item IN (${statements.map((name) => `'${name}'`).join(', ')}) THEN '${key}'`,
  )
  .join('\n')}
      ELSE CAST(s.subject_code AS VARCHAR)
    END`;
