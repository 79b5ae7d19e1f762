import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src/extract';

const GENERAL = `一般公共预算财政拨款支出决算表
部门：某市档案馆 2023 年度 金额单位：万元
科目编码 科目名称 小计 基本支出 项目支出
合计 60.00 30.00 30.00
204 公共安全支出 30.00 30.00
20406 司法 30.00 30.00
205 教育支出 30.00 30.00
20599 其他教育支出 30.00 30.00
注：本表反映部门本年度一般公共预算财政拨款支出情况。
`;
const cells = (...words: string[]) => `${words.join('\t')}\n`;
const ALL =
  '支出决算表\n部门：某市档案馆 2023 年度 金额单位：万元\n' +
  cells(
    '科目编码',
    '科目名称',
    '本年支出合计',
    '基本支出',
    '项目支出',
    '上缴上级支出',
    '经营支出',
    '对附属单位补助支出',
  ) +
  cells('', '合计', '60.00', '30.00', '30.00', '', '', '') +
  cells('204', '公共安全支出', '30.00', '', '30.00', '', '', '') +
  cells('20406', '司法', '30.00', '', '30.00', '', '', '') +
  cells('205', '教育支出', '30.00', '30.00', '', '', '', '') +
  cells('20599', '其他教育支出', '30.00', '30.00', '', '', '', '') +
  '注：本表反映部门本年度各项支出情况。\n';

const read = (text: string) => extractDocument('a.txt', new TextEncoder().encode(text));

describe('form 05 whose blanks the layout lost', () => {
  it('tells what sums alone leave open', async () => {
    const { warnings, facts } = await read(GENERAL);
    expect(warnings.filter(({ code }) => code === 'amount_unplaced')).toHaveLength(4);
    expect(facts.filter((fact) => fact.subject_code === '204').map((fact) => fact.measure)).toEqual([
      'total',
    ]);
  });

  it('takes from form 03 which of 基本 and 项目支出 a subject has', async () => {
    const { warnings, facts } = await read(ALL + GENERAL);
    expect(warnings.filter(({ code }) => code === 'amount_unplaced')).toEqual([]);
    const parts = (code: string) =>
      facts
        .filter((fact) => fact.form === '05' && fact.subject_code === code)
        .map((fact) => [fact.measure, fact.printed_value]);
    expect(parts('20406')).toEqual([
      ['total', '30.00'],
      ['project', '30.00'],
    ]);
    expect(parts('20599')).toEqual([
      ['total', '30.00'],
      ['basic', '30.00'],
    ]);
  });
});
