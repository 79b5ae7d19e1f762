import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES, STAGES } from '../../../src/domain/facts';
import { BASIS_IDS, DIMENSIONS, memberText, parseFormula, stepsOf } from '../../../src/analysis/pivot';
import { decodeState, DEFAULT_URL_STATE, encodeState } from '../../../src/state/url';
import {
  HEATS,
  nextSort,
  readSettings,
  toggle,
  TOPS,
  TOTALS,
  writeSettings,
  type PivotSettings,
} from '../../../src/pages/pivot/settings';

/** The settings as a reloaded link brings them back: through the address, as the app writes it. */
function reloaded(settings: PivotSettings): PivotSettings {
  const params: Record<string, string> = {};
  for (const [key, value] of Object.entries(writeSettings(settings)))
    if (value !== undefined) params[key] = value;
  return readSettings(decodeState(encodeState({ ...DEFAULT_URL_STATE, page: 'pivot', params })).params);
}

const some = <T>(values: readonly T[], least = 0) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: least });
const ids = fc
  .uniqueArray(
    fc.array(fc.string({ minLength: 1, maxLength: 6 }).map(memberText), { minLength: 1, maxLength: 3 }),
  )
  .map((paths) => new Set(paths.map((path) => path.join('>'))));
const formula = fc
  .constantFrom('208+210-20805', '201', '30101+302', '2010301-0', '208-2080505')
  .map((text) => parseFormula(text))
  .map((parsed) => ('terms' in parsed ? parsed.terms : []));

/** Any settings that the page can come to: what does not fit together is settled first, as the page does it. */
const settings = fc
  .record({
    axes: fc.tuple(some(DIMENSIONS), fc.nat(4)),
    basis: fc.constantFrom(...BASIS_IDS),
    forms: some(BASIS_IDS),
    stages: some(STAGES),
    measures: some(MEASURES),
    values: fc.uniqueArray(
      fc.constantFrom(
        'amount',
        'share_row',
        'rank',
        'change:prior_year',
        'index:y2019',
        'execution:initial_budget',
      ),
      { minLength: 1 },
    ),
    subjects: formula,
    baskets: fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), formula), {
      selector: ([name]) => name.trim(),
    }),
    levels: fc.tuple(fc.nat(5), fc.nat(5)),
    toggled: ids,
    columnToggled: ids,
    sort: fc.oneof(
      fc.record({
        by: fc.constantFrom('natural', 'name'),
        direction: fc.constantFrom('ascending', 'descending'),
      }),
      fc.record({
        by: fc.constant('value'),
        column: fc
          .array(fc.string({ minLength: 1 }).map(memberText), { maxLength: 3 })
          .map((path) => path.join('>')),
        calculation: fc.constantFrom('amount', 'change_rate:y2019'),
        absolute: fc.boolean(),
        direction: fc.constantFrom('ascending', 'descending'),
      }),
    ),
    tops: fc.tuple(fc.constantFrom(null, ...TOPS), fc.constantFrom(null, ...TOPS)),
    totals: fc.array(fc.constantFrom(...TOTALS), { minLength: 4, maxLength: 4 }),
    everywhere: fc.boolean(),
    heat: fc.constantFrom(...HEATS),
    bars: fc.boolean(),
    find: fc.string(),
  })
  .map((raw): PivotSettings => {
    const [dimensions, cut] = raw.axes;
    const [sums, total, columnSums, columnTotal] = raw.totals;
    const plain = {
      ...raw,
      rows: dimensions.slice(0, cut),
      columns: dimensions.slice(cut),
      baskets: raw.baskets.flatMap(([name, terms]) =>
        name.trim() === '' || terms.length === 0 ? [] : [{ name: name.trim(), terms }],
      ),
      level: 1,
      columnLevel: 1,
      top: raw.tops[0],
      topColumns: raw.tops[1],
      sums,
      total,
      columnSums,
      columnTotal,
    } as unknown as PivotSettings;
    const settled = reloaded(plain);
    const within = (level: number, axis: PivotSettings['rows']) =>
      Math.max(1, Math.min(stepsOf(axis).length, level));
    return {
      ...settled,
      level: within(raw.levels[0], settled.rows),
      columnLevel: within(raw.levels[1], settled.columns),
    };
  });

describe('the link', () => {
  it('brings back whatever the page was set to', () => {
    fc.assert(
      fc.property(settings, (wanted) => {
        expect(reloaded(wanted)).toEqual(wanted);
      }),
      { numRuns: 400 },
    );
  });

  it('is empty where everything is as usual', () => {
    expect(Object.values(writeSettings(readSettings({}))).filter((value) => value !== undefined)).toEqual([]);
  });

  it('takes the usual for what is missing or not understood', () => {
    expect(readSettings({})).toMatchObject({
      rows: ['function'],
      columns: ['year', 'department'],
      basis: '03',
      stages: ['final'],
      measures: ['total'],
      values: ['amount', 'share_column'],
      level: 2,
      columnLevel: 2,
      topColumns: 10,
      sort: { by: 'natural', direction: 'ascending' },
    });
    const nonsense = {
      basis: '99',
      measure: 'x',
      cols: '',
      rows: '?',
      level: '9',
      top: '7',
      sort: 'x',
      values: 'y',
    };
    expect(readSettings({ ...nonsense, baskets: 'a=208+20805;%=1', only: '1', heat: 'z' })).toEqual(
      readSettings({}),
    );
    // 06 has one column and economic subjects.
    expect(readSettings({ basis: '06', measure: 'project', stage: 'prior_final' })).toMatchObject({
      rows: ['economy'],
      measures: ['total'],
      stages: ['final'],
    });
    // Functional subjects cannot be read from a form of economic ones: the axes decide.
    expect(readSettings({ basis: '06', rows: 'function' })).toMatchObject({
      basis: '03',
      rows: ['function'],
    });
    expect(readSettings({ cols: 'year_department' }).columns).toEqual(['year', 'department']);
  });

  it('opens and closes by names that hold any sign', () => {
    const open = toggle(toggle(new Set(), `${memberText('某省.>~%')}>201`), '208');
    expect(reloaded({ ...readSettings({}), toggled: open }).toggled).toEqual(open);
    expect(toggle(open, '208').size).toBe(1);
  });

  it('a heading sorts down, then up, then not', () => {
    const first = nextSort({ by: 'natural', direction: 'ascending' }, 'c', 'amount');
    expect(first).toMatchObject({ by: 'value', column: 'c', direction: 'descending' });
    const second = nextSort(first, 'c', 'amount');
    expect(second).toMatchObject({ column: 'c', direction: 'ascending' });
    expect(nextSort(second, 'c', 'amount')).toEqual({ by: 'natural', direction: 'ascending' });
    expect(nextSort(first, 'c', 'rank')).toMatchObject({ calculation: 'rank', direction: 'descending' });
  });
});
