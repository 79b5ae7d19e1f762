import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/checks';
import type { FormAbsence } from '../../../src/domain/facts';
import { formAbsences } from '../../../src/extract/absences';
import { hand } from './support/write';

const line = (text: string, number: number) => ({ text, number, page: 1, cells: null });
const page = (...texts: string[]) => texts.map((text, at) => line(text, at + 1));
const { document } = hand({});

describe('forms without amounts, as extracted', () => {
  const states = (lines: ReturnType<typeof page>, warnings: Parameters<typeof formAbsences>[5] = []) =>
    formAbsences(document, lines, [{ form: '07', title: lines[0]! }], [], [], warnings).map(
      ({ state, quote, line: at }) => [state, quote, at],
    );

  it('keeps the note and its place', () => {
    const lines = page(
      '政府性基金预算财政拨款收入支出决算表',
      '合计',
      '注：本表反映部门本年度收支情况。本部门没有政府性基金收支，故本表为空。',
    );
    expect(states(lines)).toEqual([['empty_noted', '本部门没有政府性基金收支，故本表为空。', 3]]);
  });

  it('joins a note that wraps, and stops at what follows a short one', () => {
    const wrapped = page('表', '说明：某某区人民政府某某街道办事处本年度没有收入和支出，故本表无数', '据。');
    expect(states(wrapped)[0]![1]).toMatch(/故本表无数据。$/);
    expect(states(page('表', '注：本部门无相关收支项目', '一般公共预算支出表'))[0]![1]).toBe(
      '注：本部门无相关收支项目',
    );
  });

  it('takes a description of the form for no note, and quotes the narrative instead', () => {
    const lines = page('表', '合计', '注：本表反映部门本年度政府性基金预算财政拨款收支情况。');
    expect(states(lines)).toEqual([['empty', null, null]]);
    const told = [...lines, line('第三部分 情况说明', 9), line('本部门无政府性基金收入，也没有支出。', 10)];
    expect(states(told)).toEqual([['empty', '本部门无政府性基金收入，也没有支出。', 10]]);
  });

  it('tells a form that could not be read from an empty one', () => {
    const warning = { doc_id: 'hand', code: 'line_unread', message: '', form: '07', page: 1, line: 2 };
    expect(states(page('表', '合计 1 2'), [warning])).toEqual([['unread', null, null]]);
  });
});

describe('E17, the note of an empty form', () => {
  const absence = (state: FormAbsence['state'], quote: string | null): FormAbsence => ({
    doc_id: 'hand',
    form: '07',
    state,
    quote,
    page: 1,
    line: 1,
  });
  const check = (absences: FormAbsence[], forms = '') =>
    checkDocument({ ...hand({ forms, present: '04,07' }), absences }).findings.map(
      ({ rule, kind, severity }) => `${rule} ${kind} ${severity}`,
    );
  const money = '04 本年支出合计 government_fund 12.00';

  it('asks for a note, and is content with one', () => {
    expect(check([absence('empty', null)], '04 201 general 1.00')).toEqual(['E17 note_missing info']);
    expect(check([absence('empty_noted', '注：本表为空。')], '04 201 general 1.00')).toEqual([]);
  });

  it('money of the fund contradicts an empty form; one that was not read says nothing', () => {
    expect(check([absence('empty_noted', '注：本表为空。')], money)).toEqual(['E17 wrong_amount error']);
    expect(check([absence('unread', null)], money)).toEqual([]);
    expect(check([], money)).toEqual([]);
  });
});
