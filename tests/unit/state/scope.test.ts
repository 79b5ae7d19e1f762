import { describe, expect, test } from 'vitest';
import type { DocumentRow, Scope } from '../../../src/domain/facts';
import { AppState, type AddressBar } from '../../../src/state/app.svelte';
import type { Dataset } from '../../../src/state/dataset';
import { filterText } from '../../../src/state/filter-text';
import { scopedData } from '../../../src/state/scope';
import { summary } from '../../../src/state/summary';

const document = (department: string, fiscal_year: number, scope: Scope): DocumentRow => ({
  doc_id: `${department}-${fiscal_year}-${scope}`,
  title: '',
  region: '普陀区',
  department,
  fiscal_year,
  kind: 'budget',
  scope,
  unit_printed: '元',
  file_name: '',
  sha256: '',
  pages: null,
  forms_present: 'B01',
  source_url: null,
  published: null,
  warnings: 0,
});
const data = (...documents: DocumentRow[]): Dataset => ({
  ...summary(documents),
  facts: 0,
  warnings: [],
  staff: [],
});

const BOTH = data(
  document('政府办', 2025, 'department'),
  document('财政局', 2024, 'department'),
  document('政府办', 2025, 'unit'),
  document('市财政局', 2026, 'unit'),
);

function opened(fragment: string, dataset: Dataset) {
  const entries = [fragment];
  const bar: AddressBar = {
    read: () => entries.at(-1)!,
    write: (next) => void entries.push(next),
    listen: () => () => undefined,
    remember: () => undefined,
    recall: () => ({}),
  };
  const app = new AppState(bar);
  app.dataset = dataset;
  return { app, entries };
}

describe('部门 and 单位 are never analysed together', () => {
  test('部门 is taken unless 单位 is asked for', () => {
    expect(opened('#/pivot', BOTH).app.filter.scope).toBe('department');
    expect(opened('#/pivot?scope=unit', BOTH).app.filter.scope).toBe('unit');
  });

  test('data of one scope have nothing to choose, whatever the link asks', () => {
    const units = data(document('市财政局', 2025, 'unit'));
    expect(opened('#/pivot', units).app.filter.scope).toBeNull();
    expect(opened('#/pivot?scope=department', units).app.filter.scope).toBeNull();
    expect(scopedData('department', units).departments.map(({ name }) => name)).toEqual(['市财政局']);
  });

  test('a department appears under the scope that it has documents of, and the other one is counted', () => {
    const departments = scopedData(null, BOTH);
    expect(departments.departments.map(({ name }) => name)).toEqual(['财政局', '政府办']);
    expect(departments.years).toEqual([2024, 2025]);
    expect(departments.counts).toEqual({ department: 2, unit: 2 });
    expect(departments.elsewhere).toEqual(['市财政局']);
    expect(scopedData('unit', BOTH).elsewhere).toEqual(['财政局']);
  });
});

describe('the choice', () => {
  test('stands in the link, and the default does not', () => {
    const { app, entries } = opened('#/change', BOTH);
    app.setScope('unit');
    expect(entries.at(-1)).toBe('#/change?scope=unit');
    app.setScope('department');
    expect(entries.at(-1)).toBe('#/change');
  });

  test('takes departments and years out of the filter that it does not have', () => {
    const { app } = opened(
      `#/change?year=2024&year=2025&dept=${encodeURIComponent('财政局')}&dept=${encodeURIComponent('政府办')}`,
      BOTH,
    );
    app.setScope('unit');
    expect(app.filter).toEqual({ years: [2025], departments: ['政府办'], regions: [], scope: 'unit' });
  });

  test('outlives clearing the filter', () => {
    const { app } = opened('#/change?scope=unit&year=2026', BOTH);
    app.clearFilter();
    expect(app.filter).toMatchObject({ years: [], scope: 'unit' });
  });

  test('is said in what leaves the app, where there is one', () => {
    expect(filterText(opened('#/change?scope=unit', BOTH).app)).toBe(
      '年度 2025、2026 · 部门 全部 2 个 · 口径 单位',
    );
    expect(filterText(opened('#/change', data(document('财政局', 2024, 'unit'))).app)).toBe(
      '年度 2024 · 部门 全部 1 个',
    );
  });
});
