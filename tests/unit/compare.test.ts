import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { byMoney, OTHERS, percentile, similarity, structureOf, withOthers } from '../../src/analysis/compare';
import type { Sheet, SheetPart } from '../../src/analysis/department';
import { regionLevel } from '../../src/domain/region-level';

const part = (code: string, amount: bigint): SheetPart => ({
  code,
  name: `${code}支出`,
  amount,
  resolution: 1n,
  doc_id: 'x',
  form: '05',
  at: { doc_ids: ['x'], fact_ids: [code] },
});
function sheet(parts: readonly [string, bigint][], whole: bigint | null = null): Sheet {
  const classes = parts.map(([code, amount]) => part(code, amount));
  return {
    document: {
      doc_id: 'x',
      region: '某市',
      department: '甲',
      scope: 'department',
      fiscal_year: 2024,
      kind: 'final_account',
      title: '',
    },
    stage: 'final',
    figures: whole === null ? new Map() : new Map([['general', part('', whole)]]),
    classes,
    economy: [],
    origins: [],
    initial: [],
  };
}
const structure = (parts: readonly [string, bigint][], whole?: bigint) =>
  structureOf(sheet(parts, whole), 'function');

describe('percentile', () => {
  const values = [10, 20, 20, 40, 50].map((value) => new Decimal(value));

  it('counts those equal half, itself among them', () => {
    // below 20: one; equal: two → (1 + 1) ÷ 5
    expect(percentile(values[1]!, values)).toMatchObject({ n: 5, rank: 3, withheld: null });
    expect(percentile(values[1]!, values).percentile?.toString()).toBe('0.4');
    expect(percentile(values[4]!, values).percentile?.toString()).toBe('0.9');
    expect(percentile(values[4]!, values).rank).toBe(1);
  });

  it('tells no place in a group that is too small, and counts only those with a value', () => {
    expect(percentile(values[0]!, [...values.slice(0, 4), null])).toEqual({
      n: 4,
      percentile: null,
      rank: null,
      withheld: 'too_few',
    });
    expect(percentile(null, values)).toMatchObject({ percentile: null, withheld: 'no_value' });
    expect(percentile(values[0]!, values.slice(0, 4), 4).percentile?.toString()).toBe('0.125');
  });
});

describe('similarity', () => {
  const a = structure([
    ['201', 60n],
    ['208', 40n],
  ]);

  it('is the overlap of the shares, whatever the size', () => {
    // 201: min(60 %, 30 %), 208: min(40 %, 20 %), 210 alone
    const b = structure([
      ['201', 3000n],
      ['208', 2000n],
      ['210', 5000n],
    ]);
    expect(similarity(a, b).overlap?.toString()).toBe('0.5');
    expect(similarity(a, b).common).toBe(2);
    expect(similarity(b, a).overlap?.toString()).toBe('0.5');
    expect(similarity(a, a).overlap?.toString()).toBe('1');
    expect(similarity(a, structure([['212', 5n]])).overlap?.toString()).toBe('0');
  });

  it('is withheld without parts, and where a part is negative', () => {
    expect(similarity(a, structure([]))).toEqual({ overlap: null, common: 0, missing: 'nothing' });
    expect(
      similarity(
        a,
        structure([
          ['201', 10n],
          ['208', -2n],
        ]),
      ).missing,
    ).toBe('negative');
  });
});

describe('structure', () => {
  it('parts the sum, and tells a printed total that the parts do not make', () => {
    const found = structure(
      [
        ['201', 75n],
        ['208', 25n],
        ['210', 0n],
      ],
      110n,
    );
    expect(found.parts.map(({ code, share }) => [code, share?.toString()])).toEqual([
      ['201', '0.75'],
      ['208', '0.25'],
    ]);
    expect(found).toMatchObject({ sum: 100n, differs: -10n });
    expect(structure([['201', 100n]], 101n).differs).toBeNull(); // ± half a 分 each
  });

  it('adds up what has no colour of its own', () => {
    const one = structure([
      ['201', 50n],
      ['208', 30n],
      ['210', 15n],
      ['221', 5n],
    ]);
    expect(byMoney([one, structure([['221', 100n]])]).map(({ code }) => code)).toEqual([
      '221',
      '201',
      '208',
      '210',
    ]);
    const [first, others, ...more] = withOthers(one, new Set(['201']));
    expect(more).toEqual([]);
    expect(first).toMatchObject({ code: '201', amount: 50n });
    expect(others).toMatchObject({ code: OTHERS, amount: 50n });
    expect(others!.at).toHaveLength(3);
  });
});

it('tells the level of a region by its name', () => {
  expect(
    ['江苏省', '上海市', '内蒙古自治区', '临夏市', '上海市普陀区', '安阳市北关区', '某县', '某镇', ''].map(
      regionLevel,
    ),
  ).toEqual(['province', 'province', 'province', 'city', 'county', 'county', 'county', 'township', null]);
});
