import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { findings, rateRange, type FigureLine, type StatementLine } from '../../src/analysis/change';
import type { Figure, Prior } from '../../src/analysis/change';
import { placeOf, placeOfRate } from '../../src/analysis/change/printed-place';
import { parseAmount } from '../../src/domain/money';

const wan = (text: string) => parseAmount(text, '万元')!.amount;
const PLACE = 10_000n; // 0.01 万元

const statement = (more: Partial<StatementLine>): StatementLine => ({
  doc_id: 'd',
  item: 'general',
  section: '十',
  final: null,
  change: null,
  prior_final: null,
  change_rate: null,
  reason: null,
  quote: '',
  page: null,
  line: null,
  ...more,
});

/** A sentence with all its figures in 万元, and the line of facts that goes with it. */
function said(final: string, change: string, rate: string | null, changePlace = PLACE) {
  const amount = wan(final);
  const prior = amount - wan(change);
  const line: FigureLine = {
    doc_id: 'd',
    item: 'general',
    name: '合计',
    form: null,
    form_id: null,
    form_final: null,
    form_resolution: null,
    narrative_id: 'n',
    narrative_final: amount,
    narrative_resolution: PLACE,
    prior_id: 'p',
    prior,
    prior_resolution: PLACE + changePlace,
    prior_derived: true,
    prior_quote: '',
  };
  return findings(
    statement({ final: amount, change: wan(change), prior_final: prior, change_rate: rate }),
    line,
    null,
    null,
  );
}

describe('a percentage against its own sentence', () => {
  it('flags 下降 0.89% for 减少 0.55 to 6.87, which is 7.41 %', () => {
    const [finding, ...more] = said('6.87', '-0.55', '-0.8900');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ kind: 'rate' });
    if (finding?.kind !== 'rate') throw new Error('no rate');
    expect(finding.computed.times(100).toFixed(2)).toBe('-7.41');
    expect(finding.stated.toString()).toBe('-0.0089');
  });

  it('flags 增长 395.65% for 增加 18.24 to 22.79, which is 400.88 %', () => {
    expect(said('22.79', '18.24', '395.6500')).toMatchObject([{ kind: 'rate' }]);
  });

  it.each([
    ['198.95', '-12.68', '-5.9900'],
    ['977.27', '-51.02', '-4.9600'],
    ['887.29', '-74.02', '-7.7000'],
    ['220.06', '13.74', '6.6600'],
    ['84.94', '-83.17', '-49.4700'],
  ])('accepts %s after a change of %s at %s %%', (final, change, rate) => {
    expect(said(final, change, rate)).toEqual([]);
  });

  it.each([
    // The change is the difference of two rounded figures: 2.27 − 2.36, true −0.08.
    ['2.27', '-0.09', '-3.4200'],
    ['6.00', '0.53', '9.7800'],
    ['15.92', '6.22', '64.0200'],
    ['1.11', '-1.17', '-51.5300'],
  ])('excuses what rounding explains: %s after %s at %s %%', (final, change, rate) => {
    expect(said(final, change, rate)).toEqual([]);
  });

  it('knows that a change printed to 0.1 万元 says little of a base near 0', () => {
    // 1.17 − 1.1 = 0.07 ± 0.1: last year may be nearly nothing, so the rate has no upper end.
    expect(said('1.17', '1.1', '1522.2200', 100_000n)).toEqual([]);
    expect(
      rateRange({ amount: wan('1.17'), resolution: PLACE }, { amount: wan('1.1'), resolution: 100_000n })
        ?.high,
    ).toBeNull();
    // Below its lower end (1.0 ÷ 0.175 = 571 %) it is wrong all the same.
    expect(said('1.17', '1.1', '300.0000', 100_000n)).toMatchObject([{ kind: 'rate' }]);
  });

  it('takes a rate of whole per cent at its word: −4 % may be −4.4 %', () => {
    expect(said('95.60', '-4.40', '-4.0000')).toEqual([]);
    expect(said('95.60', '-4.40', '-4.0100')).toMatchObject([{ kind: 'rate' }]);
  });

  it('flags 增加 with a negative percentage once', () => {
    expect(said('10.00', '2.00', '-25.0000')).toMatchObject([{ kind: 'direction', computed: wan('2.00') }]);
    expect(said('10.00', '-2.00', '16.6700')).toMatchObject([{ kind: 'direction', computed: wan('-2.00') }]);
  });

  it('names a percentage of nothing', () => {
    expect(said('9.00', '9.00', '100.0000')).toEqual([{ kind: 'zero_base', stated: new Decimal(1) }]);
    expect(said('0.00', '0.00', null)).toEqual([]);
    expect(said('0.00', '0.00', '0.0000')).toEqual([]);
  });

  it('says nothing of a sentence without amounts', () => {
    expect(findings(statement({ change_rate: '-5.0000' }), undefined, null, null)).toEqual([]);
  });
});

describe('a sentence against two documents', () => {
  const figure = (amount: bigint, resolution = 1n): Figure => ({
    amount,
    resolution,
    doc_id: 'd',
    fact_id: 'f',
    form: '05',
  });
  const prior = (amount: bigint, resolution = 1n): Prior => ({
    ...figure(amount, resolution),
    source: 'document',
    quote: null,
  });
  const against = (change: string, final: bigint, before: bigint, places = 1n) =>
    findings(
      statement({ change: wan(change), quote: `较上年增加 ${change.replace('-', '')} 万元` }),
      undefined,
      figure(final, places),
      prior(before, places),
    ).map((f) => f.kind);

  it('accepts 12.68 万元 for 126 786.92 元', () => {
    expect(against('-12.68', 198_951_308n, 211_630_000n)).toEqual([]);
  });
  it('accepts the difference of two rounded figures, and no more', () => {
    // 1.004 and 1.006 round to 1.00 and 1.01: 0.01 for a true 0.002.
    expect(against('0.01', 1_006_000n, 1_004_000n)).toEqual([]);
    expect(against('0.01', 1_000_000n, 1_000_000n)).toEqual([]);
    expect(against('0.01', 1_000_000n, 1_000_001n)).toEqual(['amount']);
  });
  it('tells a wrong direction from a wrong amount', () => {
    expect(against('5.00', 100_000_000n, 95_500_000n)).toEqual(['amount']);
    expect(against('5.00', 95_000_000n, 100_000_000n)).toEqual(['direction']);
  });
  it('reads the printed places in the words, and is mild where these are cut', () => {
    expect(placeOf(wan('5'), '较上年决算数增加 5.00 万元')).toBe(10_000n);
    expect(placeOf(wan('-5'), '减少５．０万元，下降 5%')).toBe(100_000n);
    expect(placeOf(wan('5'), '较上年…')).toBe(1_000_000n);
    expect(placeOf(wan('0.05'), '')).toBe(10_000n);
    expect(placeOfRate('-5.0000', '下降 5.00%').toString()).toBe('0.0001');
    expect(placeOfRate('-5.0000', '').toString()).toBe('0.01');
    expect(placeOfRate('12.5000', '减少 5.00%').toString()).toBe('0.001');
  });
  it('compares a percentage that comes without an amount', () => {
    const rate = (printed: string) =>
      findings(statement({ change_rate: printed }), undefined, figure(125_000n), prior(100_000n)).map(
        (f) => f.kind,
      );
    expect(rate('25.0000')).toEqual([]);
    expect(rate('20.0100')).toEqual(['rate']);
  });
});
