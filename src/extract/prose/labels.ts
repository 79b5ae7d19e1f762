import { withoutOrdinal } from '../../domain/functional';

const GENERIC =
  /^(?:(?:其|其中|本年|本年度|全年|当年|实际|拨入|项目|资金|总|各项|各)*)?(?:费用|经费|支出|收入|金额|资金|总额|数|款)?(?:支出)?(?:均|各|共|合计|共计|总计|为)?$/;

/**
 * The subject in the words before a figure: ordinals, dates, 本部门 and the department's own name removed.
 * `2023年度本部门政府采购支出合计` → `政府采购支出合计`.
 */
export function subjectWords(label: string, department: string): string {
  let words = withoutOrdinal(label)
    .replace(/^(?:其中|另外|此外|同时|并且|并)[，：]?/, '')
    .replace(/^[①-⑳]/, '');
  words = withoutOrdinal(words);
  const year = /^.*\d{4}年(?:度|末|底|期末)?(?:\d{1,2}月(?:\d{1,2}日)?)?/.exec(words);
  if (year) words = words.slice(year[0].length);
  if (department && words.startsWith(department)) words = words.slice(department.length);
  words = words
    .replace(/^(?:本年度|本年|当年|全年)(?!预算)/, '')
    .replace(/^(?:本|我)(?:部门|单位|局|中心|办|委|院|街道|镇|乡)(?:本级)?/, '')
    .replace(/^(?:本年度|本年|当年|本级)/, '');
  return withoutOrdinal(words).replace(/^[的，：]+/, '');
}

/** True where the words name no subject of their own (支出, 费用, 各 …). */
export function isGeneric(words: string): boolean {
  return GENERIC.test(words);
}
