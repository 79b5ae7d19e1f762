import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../src/extract';

const FORM = `收入支出决算总表
部门：某市档案馆 2023 年度 金额单位：万元
收入 支出
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 40.00 一、一般公共服务支出 30.00
二、政府性基金预算财政拨款收入 二、外交支出
二十二、灾害防治及应急管理支
10.00
出
二十三、其他支出
本年收入合计 40.00 本年支出合计 40.00
总计 40.00 总计 40.00
注：本表反映部门本年度的总收支和年末结转结余情况。
`;

describe('a summary whose cells are centred', () => {
  it('gives an amount between the halves of a name to that name', async () => {
    const { facts, warnings } = await extractDocument('a.txt', new TextEncoder().encode(FORM));
    expect(warnings.filter(({ code }) => code === 'line_unread')).toEqual([]);
    const classes = facts.filter((fact) => fact.classification === 'function');
    expect(classes.map((fact) => [fact.subject_code, fact.printed_value, fact.line])).toEqual([
      ['201', '30.00', 5],
      ['224', '10.00', 8],
    ]);
  });
});
