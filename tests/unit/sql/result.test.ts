import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { chartOf, kindOf, pointsOf, type ReadingResult, type ResultCell } from '../../../src/analysis/sql';
import { overYears } from '../../../src/charts/query-chart';
import { chartView, chosenChart, MOST_BARS } from '../../../src/pages/sql/chart-view';
import { floatNames, resultColumns } from '../../../src/pages/sql/result-columns';

/** A result of columns `name TYPE`. */
const result = (columns: string[], ...rows: ResultCell[][]): ReadingResult => ({
  columns: columns.map((text) => {
    const [name = '', type = ''] = text.split(' ');
    return { name, type, kind: kindOf(name, type) };
  }),
  rows,
  more: false,
});
const reader = { unit: '万元', language: 'zh-CN' } as const;

describe('kinds of columns', () => {
  it.each([
    ['amount_fen', 'BIGINT', 'amount'],
    ['sum(amount_fen)', 'DECIMAL(38,0)', 'amount'],
    ['sum(f.amount_fen)', 'DECIMAL(38,0)', 'amount'],
    ['mean_fen', 'DOUBLE', 'float'],
    ['offense', 'BIGINT', 'whole'],
    ['amount_fen * 0.01', 'DECIMAL(22,2)', 'decimal'],
    ['fiscal_year', 'SMALLINT', 'year'],
    ['年度', 'INTEGER', 'year'],
    ['amount_fen', 'VARCHAR', 'text'],
  ])('%s %s is %s', (name, type, kind) => expect(kindOf(name, type)).toBe(kind));
});

describe('columns of the table', () => {
  it('show money as money, decimals with all their places, and no number where there is none', () => {
    const given = result(
      [
        'department VARCHAR',
        'total_fen BIGINT',
        'yuan DECIMAL(20,4)',
        'rate DOUBLE',
        'n BIGINT',
        'ok BOOLEAN',
      ],
      ['甲局', 123456n, new Decimal('1.2345'), 0.125, 7n, true],
      ['乙局', null, null, Number.NaN, null, null],
    );
    const [name, total, yuan, rate, n, ok] = resultColumns(given, 'zh-CN');
    const [first, second] = given.rows;
    expect([name, total, yuan, rate, n, ok].map((column) => `${column?.label} ${column?.kind}`)).toEqual([
      'department text',
      'total amount',
      'yuan count',
      'rate count',
      'n count',
      'ok text',
    ]);
    expect([yuan?.decimals, rate?.decimals]).toEqual([4, 3]);
    expect([total, yuan, rate, n, ok].map((column) => column?.value(first!))).toEqual([
      123456n,
      new Decimal('1.2345'),
      new Decimal('0.125'),
      7n,
      '是',
    ]);
    expect([total, yuan, rate, n, ok].map((column) => column?.value(second!))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(rate?.reason?.(second!)).toContain('不是数');
    expect(floatNames(given)).toEqual(['rate']);
  });

  it('open the place of an amount where the row says which it is', () => {
    const given = result(
      ['subject_name VARCHAR', 'stage ENUM', 'amount_fen BIGINT', 'doc_id ENUM', 'fact_id VARCHAR'],
      ['住房公积金', 'initial_budget', 5n, 'd1', 'f1'],
      ['住房公积金', 'initial_budget', 5n, null, 'f1'],
    );
    const amount = resultColumns(given, 'zh-CN')[2];
    expect(amount?.evidence?.(given.rows[0]!)).toEqual({
      title: '住房公积金',
      show: 'amount',
      parts: [{ term: 'initial_budget', at: { doc_ids: ['d1'], fact_ids: ['f1'] } }],
    });
    expect(amount?.evidence?.(given.rows[1]!)).toBeNull();
    expect(resultColumns(result(['amount_fen BIGINT'], [1n]), 'zh-CN')[0]?.evidence).toBeUndefined();
  });
});

describe('charts', () => {
  const years = result(
    ['department VARCHAR', 'fiscal_year SMALLINT', 'total_fen BIGINT'],
    ['甲局', '2017', 10_000_000n],
    ['甲局', '2019', 30_000_000n],
    ['乙局', '2018', null],
    ['乙局', '2019', 20_000_000n],
  );

  it('are lines over several years, bars by the first name otherwise', () => {
    expect(chartOf(years)).toEqual({ shape: 'line', label: 1, value: 2, series: 0 });
    const one = result(
      ['doc_id VARCHAR', 'subject_name VARCHAR', 'n BIGINT', 'v_fen BIGINT'],
      ['d', '甲', 1n, 2n],
    );
    expect(chartOf(one)).toEqual({ shape: 'bars', label: 1, value: 3, series: null });
    expect(chartOf(result(['n BIGINT'], [1n]))).toBeNull();
    expect(chartOf(result(['name VARCHAR'], ['甲']))).toBeNull();
    expect(chartOf({ ...years, rows: [] })).toBeNull();
  });

  it('leave blanks out and say how many, and draw nothing across a missing year', () => {
    const view = chartView(years, chartOf(years)!, reader);
    expect(view).toMatchObject({ amounts: true, blank: 1, cut: null, repeated: false });
    expect(view.points.map(({ series, label, value, text }) => [series, label, value, text])).toEqual([
      ['甲局', '2017', 10, '10.00'],
      ['甲局', '2019', 30, '30.00'],
      ['乙局', '2019', 20, '20.00'],
    ]);
    const line = overYears(view.points, '甲局', ['2017', '2018', '2019']);
    expect(line.map(({ value }) => value)).toEqual([10, Number.NaN, 30]);
  });

  it('name bars of one label by what else the row has, years first', () => {
    const choice = { shape: 'bars', label: 0, value: 2, series: null } as const;
    expect(pointsOf(years, choice).points.map(({ label }) => label)).toEqual([
      '2017 甲局',
      '2019 甲局',
      '2019 乙局',
    ]);
  });

  it('follow the link where it names columns of the result', () => {
    expect(chosenChart(years, { shape: 'bars' })).toMatchObject({ shape: 'bars', label: 1, series: null });
    expect(chosenChart(years, { lines: '-' })).toMatchObject({ shape: 'line', series: null });
    expect(chosenChart(years, { values: 'nothing', names: 'nothing' })).toEqual(chartOf(years));
  });

  it('say how many bars were left out, and when one line has two points in a year', () => {
    const many = result(
      ['name VARCHAR', 'n BIGINT'],
      ...Array.from({ length: MOST_BARS + 5 }, (_, i): ResultCell[] => [`甲${i}`, BigInt(i)]),
    );
    const view = chartView(many, chartOf(many)!, reader);
    expect(view.points).toHaveLength(MOST_BARS);
    expect(view.cut).toEqual({ shown: MOST_BARS, of: MOST_BARS + 5 });
    const twice = { ...years, rows: [...years.rows, ['甲局', '2017', 1n]] };
    expect(chartView(twice, { shape: 'line', label: 1, value: 2, series: 0 }, reader).repeated).toBe(true);
  });
});
