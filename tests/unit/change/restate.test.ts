import { describe, expect, it } from 'vitest';
import { placeOn } from '../../../src/analysis/change/classification';
import { restate, type Printed } from '../../../src/analysis/change/restate';
import { wan } from '../../engine/change-data';

/** Form 06 of 中共江苏省委办公厅, 2017 and 2018 (万元), as its budgets print it; what the tests do not need is left out. */
const line = (code: string, name: string, printed: string): Printed => ({
  code,
  name,
  amount: wan(printed),
  resolution: 10_000n,
  doc_id: 'd',
  fact_id: code,
  form: 'B06',
});
const Y2017 = [
  line('301', '工资福利支出', '3,920.22'),
  line('30101', '基本工资', '1,309.12'),
  line('30102', '津贴补贴', '2,296.92'),
  line('30103', '奖金', '101.79'),
  line('30104', '其他社会保障缴费', '1.50'),
  line('30107', '绩效工资', '196.19'),
  line('30199', '其他工资福利支出', '14.70'),
  line('303', '对个人和家庭的补助', '3,899.25'),
  line('30301', '离休费', '300.06'),
  line('30302', '退休费', '1,676.33'),
  line('30307', '医疗费', '64.56'),
  line('30309', '奖励金', '1.61'),
  line('30311', '住房公积金', '621.28'),
  line('30312', '提租补贴', '1,235.41'),
];
const span = { first: 2017, last: 2018 };
const to2018 = { classification: 'economy', year: 2017, target: 2018, span } as const;
const amounts = (rows: ReturnType<typeof restate>['rows']) =>
  Object.fromEntries(
    [...rows.values()].map(({ key, figures }) => [
      key,
      figures.reduce((sum, { amount }) => sum + amount, 0n),
    ]),
  );

describe('the economic classification of 2017 on that of 2018', () => {
  it('moves housing from 303 to 301, keeps apart what no document divides, and loses no money', () => {
    const { rows, moves, held } = restate(Y2017, { ...to2018, level: 1 });
    expect(amounts(rows)).toEqual({
      // 3 920.22 + 621.28
      '301': wan('4,541.50'),
      // 300.06 + 1 676.33 + 1.61
      '303': wan('1,978.00'),
      // 医疗费 is 30307 and 30114 since, in two classes
      '30114+30307': wan('64.56'),
      'apart:30312': wan('1,235.41'),
    });
    expect(Object.values(amounts(rows)).reduce((a, b) => a + b)).toBe(wan('3,920.22') + wan('3,899.25'));
    expect(moves.map(({ code, how, out_of, into }) => [code, how, out_of, into])).toEqual([
      ['30307', 'joint', '303', '30114+30307'],
      ['30311', 'moved', '303', '301'],
      ['30312', 'apart', '303', 'apart:30312'],
    ]);
    expect(held).toEqual([]);
  });

  it('puts 其他社会保障缴费 together with what took its place', () => {
    const { rows } = restate(Y2017, { ...to2018, level: 2 });
    expect(rows.get('30113')?.figures.map(({ code }) => code)).toEqual(['30311']);
    expect(rows.get('30113')?.name).toBe('住房公积金');
    const joint = rows.get('30110+30111+30112');
    expect(joint?.figures.map(({ code }) => code)).toEqual(['30104']);
    const now = restate(
      [line('30112', '其他社会保障缴费', '1.31'), line('30110', '职工基本医疗保险缴费', '2.00')],
      {
        ...to2018,
        year: 2018,
        level: 2,
      },
    );
    expect(amounts(now.rows)).toEqual({ '30110+30111+30112': wan('3.31') });
  });

  it('takes nothing out of a total whose parts do not add up to it, and says so', () => {
    const wrong = Y2017.map((printed) =>
      printed.code === '303' ? { ...printed, amount: wan('4,000.00') } : printed,
    );
    const { rows, held } = restate(wrong, { ...to2018, level: 1 });
    expect(held).toEqual(['303']);
    expect(amounts(rows)).toEqual({ '301': wan('3,920.22'), '303': wan('4,000.00') });
  });

  it('leaves years on one side of the reform as they are', () => {
    const since = { first: 2018, last: 2019 };
    const { rows, moves } = restate([line('30112', '其他社会保障缴费', '1.31')], {
      ...to2018,
      year: 2018,
      target: 2019,
      span: since,
      level: 2,
    });
    expect([...rows.keys()]).toEqual(['30112']);
    expect(moves).toEqual([]);
  });
});

describe('where a subject stands in another year', () => {
  it('goes back over the reform too', () => {
    expect(placeOn('economy', '30113', 2018, 2017, span)).toEqual({ kind: 'moved', codes: ['30311'] });
    expect(placeOn('economy', '30114', 2018, 2017, span)).toEqual({ kind: 'moved', codes: ['30307'] });
    expect(placeOn('economy', '30201', 2018, 2017, span)).toEqual({ kind: 'same', codes: ['30201'] });
  });

  it('names nothing where the other year has no such subject', () => {
    expect(placeOn('economy', '31020', 2017, 2018, span)).toEqual({ kind: 'apart', codes: [] });
  });

  it('follows functional subjects that ended', () => {
    // 公诉和审判监督 is part of 检察监督 since 2019
    const years = { first: 2018, last: 2019 };
    expect(placeOn('function', '2040405', 2018, 2019, years)).toEqual({ kind: 'moved', codes: ['2040410'] });
    expect(placeOn('function', '2040401', 2018, 2019, years)).toEqual({ kind: 'same', codes: ['2040401'] });
  });
});
