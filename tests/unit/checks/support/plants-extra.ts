import type { CheckInput } from '../../../../src/checks';
import type { Fact, FormAbsence, Indicator } from '../../../../src/domain/facts';
import type { Plant, Planted } from './planted';

const name = (code: string, to: string) => (input: CheckInput) => {
  const fact = input.facts.find((one) => one.form !== null && one.subject_code === code && one.printed_name);
  return fact ? facts(input, (one) => (one === fact ? { ...one, printed_name: to } : one), fact) : null;
};

function facts(input: CheckInput, change: (fact: Fact) => Fact, named: Fact): Planted {
  return { input: { ...input, facts: input.facts.map(change) }, cells: [named.fact_id] };
}

const indicator = (where: (one: Indicator) => boolean, value: string) => (input: CheckInput) => {
  const at = input.indicators.findIndex(where);
  if (at < 0) return null;
  const indicators = input.indicators.map((one, i) => (i === at ? { ...one, value, quote: value } : one));
  return { input: { ...input, indicators }, cells: [] };
};

const absence = (change: Partial<FormAbsence>) => (input: CheckInput) => {
  const absences = (input.absences ?? []).map((one, i) => (i === 0 ? { ...one, ...change } : one));
  return absences.length > 0 ? { input: { ...input, absences }, cells: [] } : null;
};

/** A note under a form with amounts that says that it is empty. */
function noteOverData(input: CheckInput): Planted | null {
  const form = input.document.kind === 'budget' ? 'B09' : '09';
  const note: FormAbsence = {
    doc_id: input.document.doc_id,
    form,
    state: 'noted_with_data',
    quote: '注：本部门没有“三公”经费，故本表为空表。',
    page: 9,
    line: 30,
  };
  return { input: { ...input, absences: [...(input.absences ?? []), note] }, cells: [] };
}

/** Errors in names, notes, counts and scores. */
export const MORE_PLANTS: readonly Plant[] = [
  {
    name: '科目 旧名称',
    rules: ['N1'],
    kinds: ['wrong_name'],
    plant: name('20805', '行政事业单位离退休'),
  },
  { name: '科目 他名', rules: ['N1'], kinds: ['wrong_name'], plant: name('2010301', '公务接待') },
  { name: '经济科目 他名', rules: ['N1'], kinds: ['wrong_name'], plant: name('30101', '绩效奖励') },
  {
    name: '名称 截断',
    rules: ['N1'],
    kinds: ['cut_off'],
    plant: name('2080505', '机关事业单位基本养老保'),
  },
  {
    name: '编码 截断',
    rules: ['N1'],
    kinds: ['cut_off'],
    plant: (input) => {
      const fact = input.facts.find((one) => one.subject_code === '2080505' && one.printed_code);
      return fact
        ? facts(input, (one) => (one === fact ? { ...one, printed_code: '208050' } : one), fact)
        : null;
    },
  },
  {
    name: '空表 没有说明',
    rules: ['E17'],
    kinds: ['note_missing'],
    plant: absence({ state: 'empty', quote: null }),
  },
  { name: '有数据 却注明空表', rules: ['E17'], kinds: ['note_differs'], plant: noteOverData },
  {
    name: '车辆数 与各类之和',
    rules: ['N2'],
    kinds: ['wrong_count'],
    plant: indicator(({ code, subject_name }) => code === 'vehicles_owned' && subject_name === null, '6'),
  },
  {
    name: '在职人数 与各类之和',
    rules: ['N2'],
    kinds: ['wrong_count'],
    plant: indicator(({ subject_name }) => subject_name === '事业人员', '13'),
  },
  {
    name: '总得分 与各项之和',
    rules: ['P1'],
    kinds: ['wrong_score'],
    plant: indicator(({ code }) => code === 'score', '97.26'),
  },
  {
    name: '分值合计 不是 100',
    rules: ['P1'],
    kinds: ['wrong_score'],
    plant: (input) => {
      const more = indicator(({ code, line }) => code === 'score_weight' && line === 21, '35')(input);
      return more;
    },
  },
];
