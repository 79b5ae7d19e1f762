import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  controlOf,
  countFindings,
  countsOf,
  perOne,
  type ComponentCode,
  type CountCode,
} from '../../src/analysis/three-public';
import type { Figure } from '../../src/analysis/change';

const figure = (amount: bigint): Figure => ({
  amount,
  resolution: 1n,
  doc_id: 'd',
  fact_id: 'f',
  form: '09',
});
const counts = (values: Partial<Record<CountCode, string>>) =>
  countsOf(
    Object.entries(values).map(([code, value]) => ({
      doc_id: 'd',
      code: code as CountCode,
      value,
      quote: null,
      page: null,
      line: null,
    })),
  );
const money = (values: Partial<Record<ComponentCode, bigint | null>>) =>
  new Map(Object.entries(values) as [ComponentCode, bigint | null][]);

describe('control rate', () => {
  it('is 决算 ÷ 全年预算', () => {
    // 2.274685 of 8.00 万元
    expect(controlOf(figure(8_000_000n), figure(2_274_685n)).control_rate?.times(100).toFixed(2)).toBe(
      '28.43',
    );
    expect(controlOf(figure(8_000_000n), figure(0n))).toMatchObject({ control: 'rate' });
  });
  it('is not computed on a budget of 0, and a missing figure is not 0', () => {
    expect(controlOf(figure(0n), figure(5n))).toEqual({ control: 'zero_budget', control_rate: null });
    expect(controlOf(figure(0n), figure(0n))).toEqual({ control: 'both_zero', control_rate: null });
    expect(controlOf(null, figure(5n)).control).toBe('no_budget');
    expect(controlOf(figure(5n), null).control).toBe('no_final');
    expect(controlOf(null, null).control).toBe('nothing');
  });
});

describe('money and counts', () => {
  it('finds money with a count of 0, and money that is not counted', () => {
    expect(countFindings(money({ SG3: 50_000n }), counts({ receptions: '0', guests: '0' }))).toEqual([
      { kind: 'money_without_count', component: 'SG3', counts: ['receptions', 'guests'] },
    ]);
    expect(countFindings(money({ SG3: 50_000n }), counts({ receptions: '8' }))).toEqual([
      { kind: 'money_uncounted', component: 'SG3', counts: ['guests'] },
    ]);
  });
  it('finds counts without money', () => {
    expect(countFindings(money({ SG22: 0n }), counts({ vehicles_kept: '3' }))).toEqual([
      { kind: 'count_without_money', component: 'SG22', counts: ['vehicles_kept'] },
    ]);
    expect(countFindings(money({}), counts({ trips_abroad: '1', persons_abroad: '4' }))).toEqual([
      { kind: 'count_without_money', component: 'SG1', counts: ['trips_abroad', 'persons_abroad'] },
    ]);
  });
  it('has nothing to say where both are there, both 0, or neither is printed', () => {
    const all = counts({
      vehicles_kept: '2',
      receptions: '8',
      guests: '146',
      trips_abroad: '0',
      vehicles_bought: '0',
    });
    expect(countFindings(money({ SG1: 0n, SG21: 0n, SG22: 1n, SG3: 1n }), all)).toEqual([]);
    expect(countFindings(money({ SG3: 0n }), counts({}))).toEqual([]);
  });
});

describe('what one costs', () => {
  it('is exact', () => {
    // 1.168 万元 over 146 guests: 80 元; 11 066.85 元 over 2 vehicles: 5 533.425 元
    expect(perOne(1_168_000n, counts({ guests: '146' }).get('guests'))?.toString()).toBe('8000');
    expect(perOne(1_106_685n, counts({ vehicles_kept: '2' }).get('vehicles_kept'))).toEqual(
      new Decimal('553342.5'),
    );
  });
  it('is not said without a count', () => {
    expect(perOne(50_000n, counts({ guests: '0' }).get('guests'))).toBeNull();
    expect(perOne(50_000n, undefined)).toBeNull();
    expect(perOne(null, counts({ guests: '1' }).get('guests'))).toBeNull();
  });
});
