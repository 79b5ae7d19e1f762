import { describe, expect, it } from 'vitest';
import { segments } from '../../../src/charts/change-multiples';
import { lines } from '../../../src/charts/change-reasons';
import { apart } from '../../../src/charts/change-slope';
import { waterfallScale } from '../../../src/charts/change-waterfall';
import type { SeriesModel } from '../../../src/analysis/change';
import { change } from '../../../src/i18n/pages/change';
import { render } from '../../../src/i18n';
import { drawnLines, slopeYears, withoutBase } from '../../../src/pages/change/series-view';

const total = (to: number) => ({ from: 0, to, total: true });
const step = (from: number, to: number) => ({ from, to, total: false });

describe('the waterfall’s axis', () => {
  it('is cut where all levels are far from 0, and only there', () => {
    expect(waterfallScale([total(100), step(100, 110), total(110)])).toMatchObject({ cut: true });
    expect(waterfallScale([total(100), step(100, 40), total(40)])).toEqual({ low: 0, high: 100, cut: false });
    expect(waterfallScale([total(10), step(10, -5), total(-5)])).toEqual({ low: -5, high: 10, cut: false });
  });

  it('has a length without any level', () => {
    expect(waterfallScale([{ from: null, to: null, total: false }])).toEqual({ low: 0, high: 1, cut: false });
  });
});

describe('labels of a slope', () => {
  it('stand a line apart, in order, within the height', () => {
    expect(apart([10, 12, 100], 200, 17)).toEqual([10, 27, 100]);
    expect(apart([199, 198, 200], 200, 17)).toEqual([183, 166, 200]);
  });
});

describe('lines over years', () => {
  it('do not cross a year without a figure', () => {
    const point = (year: number) => ({ line: 'a', year, value: 1, text: '', hollow: false, title: '' });
    const line = { key: 'a', label: '', note: '', breaks: [], points: [2017, 2018, 2020].map(point) };
    expect(segments([line]).map(({ part }) => part)).toEqual(['a 0', 'a 0', 'a 1']);
  });
});

describe('lines as an index', () => {
  const line = (key: string, ...amounts: bigint[]) => ({
    key,
    name: key,
    codes: [],
    breaks: [],
    points: amounts.map((amount, i) => ({
      year: 2017 + i,
      source: 'document',
      sum: { amount, resolution: 1n, figures: [], implied: false },
    })),
  });
  // 13 649.07, 15 897.44 and 18 330.37 万元: budgets of 江苏省人大常委会办公厅; a line that begins with 0 has no index.
  const model = {
    request: { stage: 'initial_budget' },
    choice: { byBody: false },
    years: [2017, 2018, 2019],
    lines: [line('总计', 13_649_070_000n, 15_897_440_000n, 18_330_370_000n), line('新设', 0n, 5n)],
  } as unknown as SeriesModel;
  const reader = {
    t: (key: keyof typeof change, values = {}) => render(change[key], 'zh-CN', values),
    unit: '万元' as const,
    language: 'zh-CN' as const,
  };

  it('measures each line against its first figure, and names those that have none', () => {
    const { lines } = drawnLines(model, reader, () => null, 'index');
    expect(lines.map(({ key, points }) => [key, points.map(({ text }) => text)])).toEqual([
      ['总计', ['100.0', '116.5', '134.3']],
    ]);
    expect(withoutBase(model).map(({ key }) => key)).toEqual(['新设']);
    expect(drawnLines(model, reader, () => null).lines.map(({ key }) => key)).toEqual(['总计', '新设']);
  });
});

describe('the years of a slope', () => {
  const line = (...years: number[]) => ({ points: years.map((year) => ({ year })) });
  const of = (years: number[], ...lines: ReturnType<typeof line>[]) =>
    slopeYears({ years, lines } as unknown as Parameters<typeof slopeYears>[0]);

  it('are those that most lines have, farthest apart', () => {
    expect(of([2017, 2018, 2019, 2020], line(2017, 2018, 2019), line(2017, 2019), line(2020))).toEqual({
      first: 2017,
      last: 2019,
    });
    expect(of([2017, 2018], line(2017), line(2018))).toBeNull();
  });
});

describe('reasons in lines', () => {
  it('cuts the last line, not the words before it', () => {
    expect(lines('一二三四五六七八', 12.5 * 4, 2)).toEqual(['一二三四', '五六七八']);
    expect(lines('一二三四五六七八九', 12.5 * 4, 2)).toEqual(['一二三四', '五六七…']);
  });
});
