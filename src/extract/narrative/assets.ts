import type { Clause, Segment } from '../prose/clauses';
import type { Output } from '../prose/output';
import { quoteOf, type Passage } from '../prose/passage';

const EQUIPMENT =
  /(?:单价|单位价值|单台价值|价值)(?:在)?(?:人民币)?(\d+)万元[^，。；\d]*?以上[^，。；\d]*?(?:（[^）]*）)?[^，。；\d]*?(\d+)(?:台|个)/;
const VEHICLES =
  /(?:^|共有|其中|：)([^，。；：\d]*?(?:车辆?|汽车|用车))(?:共计|共|数量)?(?:为)?(\d+)(?:辆|台)/g;

const EQUIPMENT_CODES: Record<string, string> = {
  '100': 'equipment_over_1m',
  '50': 'equipment_over_500k',
  '200': 'equipment_over_2m',
};

/**
 * 国有资产占用情况: vehicles owned (all, then by use with the use as subject) and equipment above a unit price. The
 * vehicles here are all of the body's; 公务用车保有量 of the “三公” section is `vehicles_kept`.
 */
export function readAssets(clause: Clause, passage: Passage, output: Output): void {
  const equipment = EQUIPMENT.exec(clause.text);
  if (equipment) {
    const code = EQUIPMENT_CODES[equipment[1]!];
    const at = clause.start + equipment.index;
    const quote = quoteOf(passage, at, at + equipment[0].length);
    if (code)
      output.indicator({
        code,
        subject_name: null,
        value: equipment[2]!,
        unit: '台（套）',
        quote,
        ...passage.placeAt(at + equipment[0].length - 1),
      });
    else output.warn('indicator_unknown', `没有读取这种设备数量：${quote}`, passage.placeAt(at));
    return;
  }
  for (const match of clause.text.matchAll(VEHICLES)) {
    const use = match[1]!.replace(/^.*共有/, '').replace(/^、/, '');
    const at = clause.start + match.index;
    const end = at + match[0].length;
    output.indicator({
      code: 'vehicles_owned',
      subject_name: /^(?:公务)?(?:车辆?|汽车|用车)$/.test(use) ? null : use,
      value: match[2]!,
      unit: '辆',
      quote: quoteOf(passage, at, end),
      ...passage.placeAt(end - 2),
    });
  }
}

/** 单价 100 万元以上设备: a threshold, no amount of the account. */
export function isThreshold(segment: Segment, passage: Passage): boolean {
  const after = passage.text.slice(segment.figure.end, segment.figure.end + 6);
  return /单价|单位价值|价值/.test(segment.lead) && /^(?:（含[^）]*）)?(?:及|（含）)?以[上下]/.test(after);
}
