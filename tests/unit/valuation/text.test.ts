import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { outliers } from '../../../src/analysis/outliers';
import { NOMINAL, type Valuation } from '../../../src/analysis/valuation';
import {
  notValuedText,
  outlierScoreText,
  outliersText,
  valuationNotes,
  valuationText,
  valuedUnit,
  yearsNotValued,
} from '../../../src/state/valuation-text';
import { valuationTables } from '../../../src/state/valuation-tables';

const reader = (valuation: Partial<Valuation>, ownPrices = '', language: 'zh-CN' | 'en' = 'zh-CN') => ({
  valuation: { ...NOMINAL, ...valuation },
  valuationTables: valuationTables([], null, ownPrices),
  ownPrices,
  language,
  unit: '万元' as const,
});

describe('labels of valued amounts', () => {
  it('say nothing of amounts as published', () => {
    expect(valuationText(reader({}))).toBe('');
    expect(valuationNotes(reader({}))).toEqual([]);
    expect(yearsNotValued(reader({}), [2026])).toEqual([]);
    expect(valuedUnit(reader({}))).toBe('万元');
  });

  it('name the base year, the source and the reader’s own indices', () => {
    expect(valuationText(reader({ prices: 'real', per: 'head' }))).toBe('2024 年价格 · 人均');
    expect(valuationText(reader({ prices: 'real', base_year: 2020 }, '', 'en'))).toBe('prices of 2020');
    expect(valuationNotes(reader({ prices: 'real' }, '2025:100.1'))).toEqual([
      '按 2025 年价格（居民消费价格指数换算，国家统计局）',
      '含自填指数 2025 100.1',
    ]);
    expect(valuedUnit(reader({ per: 'head' }))).toBe('万元/人');
  });

  it('name the years and departments that have none', () => {
    const place = { fiscal_year: 2026, department: '甲局' };
    expect(yearsNotValued(reader({ prices: 'real' }), [2024, 2025, 2026])).toEqual([2025, 2026]);
    expect(yearsNotValued(reader({ prices: 'real' }, '2025:100.1'), [2024, 2025, 2026])).toEqual([2026]);
    expect(notValuedText('no_price_index', place, reader({ prices: 'real' }))).toBe(
      '2026 年没有价格指数，不能换算为 2024 年价格',
    );
    expect(notValuedText('no_staff', place, reader({}))).toBe('甲局 2026 年未公开人数，不能计算人均');
  });
});

describe('labels of outliers', () => {
  const values = (...numbers: number[]) =>
    numbers.map((number, i) => ({ key: String(i), value: new Decimal(number) }));

  it('state the method and the number of values', () => {
    const found = outliers(values(1, 2, 3, 4, 5, 6, 7, 100), 'iqr');
    expect(outliersText(found, 'zh-CN')).toBe(
      '离群 1 个（四分位距法，超出四分位 1.5 倍四分位距；样本 8 个）',
    );
    expect(outlierScoreText(found.flagged[0]!, 'iqr', 'zh-CN')).toBe('超出 26.79 倍四分位距');
    const low = outliers(values(-90, 2, 3, 4, 5, 6, 7, 8), 'robust_z');
    expect(outlierScoreText(low.flagged[0]!, 'robust_z', 'zh-CN')).toMatch(/^z = −\d+\.\d\d$/);
    expect(outlierScoreText({ key: '', side: 'low', score: new Decimal(2) }, 'rank', 'zh-CN')).toBe(
      '从低到高第 2',
    );
  });

  it('say why nothing is flagged', () => {
    expect(outliersText(outliers(values(1, 2, 300), 'robust_z'), 'zh-CN')).toContain(
      '样本 3 个，少于 8 个，不判断离群',
    );
    expect(outliersText(outliers(values(1, 1, 1, 1, 1, 1, 1, 9), 'robust_z'), 'en')).toContain('no spread');
  });
});
