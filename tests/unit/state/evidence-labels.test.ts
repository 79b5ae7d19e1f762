import { describe, expect, test } from 'vitest';
import { columnLabel, sourceLabel } from '../../../src/state/evidence-labels';
import { repairNotes } from '../../../src/state/repair-notes';

const fact = {
  form: '05',
  source: 'form',
  measure: 'total',
  stage: 'final',
  fund: 'general',
  flow: 'expenditure',
  note: null,
  printed_code: null,
  printed_name: null,
  subject_code: '2010301',
  subject_name: '行政运行',
  derived: false,
} as const;

test('columns are called as the standard form calls them', () => {
  const name = (more: object) => columnLabel({ ...fact, ...more }, 'zh-CN');
  expect(name({})).toBe('合计');
  expect(name({ measure: 'basic' })).toBe('基本支出');
  expect(name({ form: '01', fund: 'all' })).toBe('金额');
  expect(name({ form: '02', measure: 'operating', flow: 'revenue' })).toBe('经营收入');
  expect(name({ form: '03', measure: 'operating' })).toBe('经营支出');
  expect(name({ form: '04', fund: 'government_fund' })).toBe('政府性基金');
  expect(name({ form: '09', stage: 'adjusted_budget', subject_name: '公务接待费' })).toBe(
    '预算数 · 公务接待费',
  );
  expect(name({ form: '06' })).toBe('决算数');
});

test('sources', () => {
  expect(sourceLabel(fact, 'zh-CN')).toBe('公开05表');
  expect(sourceLabel({ form: null, source: 'narrative' }, 'zh-CN')).toBe('决算情况说明');
  expect(sourceLabel({ form: null, source: 'performance' }, 'en')).toBe('Self-evaluation');
});

describe('repairs', () => {
  test('a restored code names what was printed', () => {
    const notes = repairNotes({ ...fact, note: 'code restored from name', printed_code: '201030' }, 'zh-CN');
    expect(notes).toEqual(['原表代码显示为“201030”，已还原']);
  });
  test('several repairs in one note', () => {
    const notes = repairNotes(
      { ...fact, note: 'code restored from name; standard name', printed_code: '301', printed_name: '基本' },
      'zh-CN',
    );
    expect(notes).toEqual(['原表代码显示为“301”，已还原', '原表名称为“基本”']);
  });
  test('columns of vanished blanks', () => {
    const note = 'code restored from name; columns told by the sums: blank cells left no trace';
    expect(repairNotes({ ...fact, note }, 'zh-CN')).toEqual([
      '代码按科目名称还原',
      '空白单元格在文本中没有痕迹，所在列按勾稽关系确定',
    ]);
  });
  test('a 款 of an old classification', () => {
    const note = '款 printed 行政事业单位离退休; 项 found by its name under 208';
    expect(repairNotes({ ...fact, note }, 'zh-CN')).toEqual(['原文款名为“行政事业单位离退休”，项按名称确定']);
  });
  test('an unknown note is shown as it is', () => {
    expect(repairNotes({ ...fact, note: 'moved by hand' }, 'en')).toEqual(['Repair: moved by hand']);
  });
  test('an implied figure says that it is', () => {
    expect(repairNotes({ ...fact, derived: true, note: 'implied: …' }, 'zh-CN')[0]).toMatch(/^推算/);
  });
  test('nothing repaired, nothing said', () => {
    expect(repairNotes(fact, 'zh-CN')).toEqual([]);
  });
});
