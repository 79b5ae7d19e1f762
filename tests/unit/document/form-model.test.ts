import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/domain/facts';
import { cellMark, formModel, lineMark, type FormLine } from '../../../src/ui/document/form-model';
import { fact } from './facts';

const printed = (line: FormLine | null | undefined) => line?.cells.map((cell) => cell?.printed_value ?? null);

describe('a form by functional subject', () => {
  const row = (line: number, code: string | null, name: string, level: number, cells: Partial<Fact>[]) =>
    cells.map((cell) =>
      fact({
        line,
        subject_code: code,
        subject_name: name,
        subject_level: level,
        classification: code === null ? 'summary' : 'function',
        ...cell,
      }),
    );
  const facts = [
    ...row(14, '2010301', '行政运行', 3, [
      { measure: 'basic', printed_value: '671.01' },
      {
        measure: 'total',
        printed_value: '740.43',
        note: 'columns told by the sums: blank cells left no trace',
      },
      { measure: 'project', printed_value: '69.42' },
    ]),
    ...row(12, '201', '一般公共服务支出', 1, [{ measure: 'total', printed_value: '793.69' }]),
    ...row(10, null, '合计', 0, [{ measure: 'total', printed_value: '887.29' }]),
    ...row(16, '2010399', '其他政府办公厅（室）及相关机构事务支出', 3, [
      {
        measure: 'total',
        printed_value: '0.00',
        printed_code: '201039',
        printed_name: '其他政府办公厅',
        note: 'code restored from form 05; name completed',
      },
    ]),
  ];
  const model = formModel('05', facts);

  it('has the columns of the form, and its rows in printed order, indented by level', () => {
    expect(model.lists.map((list) => list.columns.map(({ key }) => key))).toEqual([
      ['total', 'basic', 'project'],
    ]);
    expect(model.rows.map(([line]) => [line?.code, line?.name, line?.indent, line?.total])).toEqual([
      [null, '合计', 0, true],
      ['201', '一般公共服务支出', 0, false],
      ['2010301', '行政运行', 2, false],
      ['2010399', '其他政府办公厅（室）及相关机构事务支出', 2, false],
    ]);
  });
  it('keeps a blank apart from 0.00', () => {
    expect(printed(model.rows[3]![0])).toEqual(['0.00', null, null]);
    expect(printed(model.rows[2]![0])).toEqual(['740.43', '671.01', '69.42']);
  });
  it('shows what is printed where it was restored, and marks why', () => {
    const [line] = model.rows[3]!;
    expect([line!.printedCode, line!.printedName, lineMark(line!)]).toEqual([
      '201039',
      '其他政府办公厅',
      'restored',
    ]);
    expect(cellMark(model.rows[2]![0]!.cells[0]!)).toBe('placed');
    expect(cellMark(model.rows[2]![0]!.cells[1]!)).toBeNull();
    expect(lineMark(model.rows[2]![0]!)).toBeNull();
  });
  it('leaves other forms and the narrative away', () => {
    const others = [fact({ form: '03', line: 1 }), fact({ form: null, source: 'narrative', line: 2 })];
    expect(formModel('05', [...facts, ...others]).facts).toBe(facts.length);
  });
  it('keeps a row that is printed twice as two rows', () => {
    const twice = [10, 11].flatMap((line) =>
      row(line, '301', '工资福利支出', 1, [{ printed_value: `${line}.00` }]),
    );
    expect(formModel('05', twice).rows.map(([line]) => printed(line)?.[0])).toEqual(['10.00', '11.00']);
    const sameLine = [1, 2].flatMap((n) => row(9, '301', '工资福利支出', 1, [{ printed_value: `${n}.00` }]));
    expect(formModel('05', sameLine).rows).toHaveLength(2);
  });
  it('puts columns that the standard form lacks last, rather than leaving amounts away', () => {
    const more = row(20, '201', '一般公共服务支出', 1, [{ measure: 'operating', printed_value: '3.00' }]);
    expect(formModel('05', [...facts, ...more]).lists[0]!.columns.map(({ key }) => key)).toEqual([
      'total',
      'basic',
      'project',
      'other:operating',
    ]);
  });
  it('orders by code where no line is known', () => {
    const unplaced = ['208', '201'].flatMap((code) => row(0, code, code, 1, [{ line: null }]));
    expect(formModel('05', unplaced).rows.map(([line]) => line?.code)).toEqual(['201', '208']);
  });
});

describe('a form of two sides', () => {
  const on01 = (line: number, given: Partial<Fact>) => fact({ form: '01', fund: 'all', line, ...given });
  it('puts on one row what the form prints on one line', () => {
    const { lists, rows } = formModel('01', [
      on01(65, {
        flow: 'revenue',
        classification: 'origin',
        fund: 'general',
        subject_name: '一般公共预算财政拨款收入',
      }),
      on01(65, { subject_code: '201', subject_name: '一般公共服务支出', subject_level: 1 }),
      on01(79, { subject_code: '208', subject_name: '社会保障和就业支出', subject_level: 1 }),
      on01(119, { flow: 'revenue', classification: 'summary', subject_name: '本年收入合计' }),
      on01(119, { classification: 'summary', subject_name: '本年支出合计' }),
      on01(121, { flow: 'balance', classification: 'summary', subject_name: '年初结转和结余' }),
      on01(125, {
        flow: 'balance',
        classification: 'summary',
        subject_name: '收入总计',
        printed_name: '总计',
      }),
      on01(125, {
        flow: 'balance',
        classification: 'summary',
        subject_name: '支出总计',
        printed_name: '总计',
      }),
    ]);
    expect(lists.map(({ side }) => side)).toEqual(['revenue', 'expenditure']);
    expect(rows.map(([left, right]) => [left?.name ?? null, right?.name ?? null])).toEqual([
      ['一般公共预算财政拨款收入', '一般公共服务支出'],
      [null, '社会保障和就业支出'],
      ['本年收入合计', '本年支出合计'],
      ['年初结转和结余', null],
      ['总计', '总计'],
    ]);
    expect(rows[4]![1]!.printedName).toBe('支出总计');
  });
  it('parts the right side of 04 by funds, and keeps the funds of the left side apart', () => {
    const on04 = (line: number, given: Partial<Fact>) => fact({ form: '04', line, ...given });
    const opening = {
      flow: 'balance',
      classification: 'summary',
      subject_name: '年初财政拨款结转和结余',
    } as const;
    const { lists, rows } = formModel('04', [
      on04(5, {
        fund: 'fiscal',
        subject_code: '201',
        subject_name: '一般公共服务支出',
        printed_value: '9.00',
      }),
      on04(5, {
        fund: 'general',
        subject_code: '201',
        subject_name: '一般公共服务支出',
        printed_value: '8.00',
      }),
      on04(8, { ...opening, fund: 'fiscal', printed_value: '2.00' }),
      on04(9, { ...opening, fund: 'general', printed_name: '一般公共预算财政拨款', printed_value: '1.00' }),
    ]);
    expect(lists[1]!.columns.map(({ key }) => key)).toEqual([
      'fiscal',
      'general',
      'government_fund',
      'state_capital',
    ]);
    expect(printed(rows[0]![1])).toEqual(['9.00', '8.00', null, null]);
    expect(rows.slice(1).map(([left]) => [left!.name, left!.indent, ...printed(left)!])).toEqual([
      ['年初财政拨款结转和结余', 0, '2.00'],
      ['一般公共预算财政拨款', 1, '1.00'],
    ]);
  });
  it('shows a third list by use where the budget has one beside the classes, else on the right', () => {
    const b = (form: string, given: Partial<Fact>) =>
      fact({ form, source: 'budget_form', stage: 'initial_budget', fund: 'all', line: 6, ...given });
    const use = { classification: 'summary', subject_name: '基本支出', measure: 'basic' } as const;
    const sides = (form: string, facts: Fact[]) => formModel(form, facts).lists.map(({ side }) => side);
    expect(
      sides('B01', [b('B01', use), b('B01', { subject_code: '201', subject_name: '一般公共服务支出' })]),
    ).toEqual(['revenue', 'expenditure', 'usage']);
    expect(sides('B04', [b('B04', use)])).toEqual(['revenue', 'expenditure']);
  });
});

it('parts the classes of a budget’s 01 into columns where it prints them', () => {
  const on = (measure: Fact['measure'], given: Partial<Fact> = {}) =>
    fact({ form: 'B01', source: 'budget_form', fund: 'all', subject_code: '201', measure, ...given });
  const { lists, rows } = formModel('B01', [
    on('total'),
    on('personnel'),
    on('office'),
    on('total', { line: 9, subject_code: null, classification: 'summary', subject_name: '合计' }),
    on('office', { line: 9, subject_code: null, classification: 'summary', subject_name: '合计' }),
  ]);
  expect(lists.map((list) => list.columns.map(({ key }) => key))).toEqual([
    ['amount'],
    ['total', 'personnel', 'office'],
  ]);
  expect(rows.map(([, line]) => printed(line))).toEqual([
    ['0.00', '0.00', '0.00'],
    ['0.00', null, '0.00'],
  ]);
});

describe('“三公”', () => {
  it('turns the one row of 09 into its parts, budget beside final account, blanks kept', () => {
    const on09 = (code: string, stage: Fact['stage'], value: string) =>
      fact({
        form: '09',
        classification: 'three_public',
        subject_code: code,
        stage,
        fund: 'fiscal',
        printed_value: value,
      });
    const { rows } = formModel('09', [
      on09('SG', 'adjusted_budget', '31.00'),
      on09('SG22', 'adjusted_budget', '6.00'),
      on09('SG', 'final', '6.00'),
      on09('SG1', 'final', '0.00'),
    ]);
    expect(rows.map(([line]) => [line!.name, line!.indent, ...printed(line)!])).toEqual([
      ['“三公”经费合计', 0, '31.00', '6.00'],
      ['因公出国（境）费', 1, null, '0.00'],
      ['公务用车购置及运行维护费', 1, null, null],
      ['公务用车购置费', 2, null, null],
      ['公务用车运行维护费', 2, '6.00', null],
      ['公务接待费', 1, null, null],
    ]);
  });
  it('keeps what a budget prints beside them, and their common total first', () => {
    const on = (given: Partial<Fact>) =>
      fact({ form: 'B09', source: 'budget_form', stage: 'initial_budget', fund: 'fiscal', ...given });
    const { rows, units } = formModel('B09', [
      on({ classification: 'three_public', subject_code: 'SG', subject_name: '“三公”经费合计' }),
      on({ classification: 'summary', subject_name: '会议费' }),
      on({ classification: 'summary', subject_name: '“三公”经费、会议费、培训费合计' }),
    ]);
    expect(rows.map(([line]) => line!.name)).toEqual([
      '“三公”经费、会议费、培训费合计',
      '“三公”经费合计',
      '因公出国（境）费',
      '公务用车购置及运行维护费',
      '公务用车购置费',
      '公务用车运行维护费',
      '公务接待费',
      '会议费',
    ]);
    expect(units).toEqual(['万元']);
  });
});

it('shows every amount of a form exactly once, also of thousands', () => {
  const facts = Array.from({ length: 3000 }, (_, i) =>
    (['total', 'basic'] as const).map((measure) =>
      fact({ form: '03', line: i + 1, subject_code: String(2010000 + i), measure, fund: 'all' }),
    ),
  ).flat();
  const shown = formModel('03', facts).rows.flatMap(([line]) => line!.cells.filter((cell) => cell !== null));
  expect(shown).toHaveLength(6000);
  expect(new Set(shown)).toEqual(new Set(facts));
});
