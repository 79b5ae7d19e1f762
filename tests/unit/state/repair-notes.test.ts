import { describe, expect, it } from 'vitest';
import { repairNotes } from '../../../src/state/repair-notes';

const fact = (note: string | null) => ({
  note,
  printed_code: '201030',
  printed_name: '行政运行',
  derived: false,
});

describe('notes of the extract in the reader’s words', () => {
  it.each([
    ['code restored from name by the catalogue', '原表代码显示为“201030”，已还原'],
    [
      'columns told by the sums: blank cells left no trace',
      '空白单元格在文本中没有痕迹，所在列按勾稽关系确定',
    ],
    ['printed 预算数', '原文称“预算数”'],
    ['unit not printed', '原文没有印单位'],
    ['a printed sum fails', '原表的合计与分项不符'],
  ])('%s', (note, said) => {
    expect(repairNotes(fact(note), 'zh-CN')).toEqual([said]);
  });

  it('says each of several notes, and shows one it does not know as it stands', () => {
    expect(repairNotes(fact('unit read as 万元; header prints 元'), 'zh-CN')).toEqual([
      '金额单位按“万元”读取',
      '原文印的单位是“元”',
    ]);
    expect(repairNotes(fact('something new'), 'en')).toEqual(['Repair: something new']);
    expect(repairNotes(fact(null), 'en')).toEqual([]);
  });
});
