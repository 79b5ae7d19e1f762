import { expect, test } from 'vitest';
import type { DocumentRow } from '../../../src/domain/facts';
import { summary } from '../../../src/state/summary';

const document = (department: string, region: string, fiscal_year: number): DocumentRow => ({
  doc_id: `${region}-${department}-${fiscal_year}`,
  title: '',
  region,
  department,
  fiscal_year,
  kind: 'final_account',
  scope: 'unit',
  unit_printed: '元',
  file_name: '',
  sha256: '',
  pages: null,
  forms_present: '01',
  source_url: null,
  published: null,
  warnings: 0,
});

test('years and departments of the documents, each once, by region and name', () => {
  const given = [
    document('政务中心', '临夏市', 2024),
    document('政务中心', '临夏市', 2023),
    document('便民服务中心', '安阳市', 2023),
    document('财政局', '临夏市', 2023),
  ];
  const { years, departments } = summary(given);
  expect(years).toEqual([2023, 2024]);
  // 安 before 临 and 财 before 政: the order of pinyin.
  expect(departments.map(({ name }) => name)).toEqual(['便民服务中心', '财政局', '政务中心']);
  expect(departments.at(-1)).toEqual({ name: '政务中心', region: '临夏市', years: [2023, 2024] });
});
