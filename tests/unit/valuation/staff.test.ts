import { expect, it } from 'vitest';
import { staffTable, type StaffLine } from '../../../src/analysis/valuation';

const line = (given: Partial<StaffLine>): StaffLine => ({
  department: '甲局',
  fiscal_year: 2023,
  scope: 'department',
  kind: 'final_account',
  code: 'staff_present',
  value: '57.0000',
  ...given,
});
const plain = (lines: StaffLine[], scope: StaffLine['scope'] | null = null) => {
  const { staff, basis } = staffTable(lines, scope);
  return [...staff].map(([key, count]) => `${key} ${count} ${basis.get(key)}`);
};

it('prefers people present to posts allotted, and says which was taken', () => {
  expect(plain([line({ code: 'staff_established', value: '53.0000' }), line({})])).toEqual([
    '甲局|2023 57 staff_present',
  ]);
  expect(plain([line({ code: 'staff_established', value: '53.0000' })])).toEqual([
    '甲局|2023 53 staff_established',
  ]);
});

it('prefers the final account to the budget of the year', () => {
  expect(plain([line({ kind: 'budget', value: '60' }), line({})])).toEqual(['甲局|2023 57 staff_present']);
});

it('leaves unknown what documents contradict, and what is no number of people', () => {
  expect(plain([line({}), line({ value: '58.0000' })])).toEqual([]);
  expect(plain([line({}), line({ value: '57' })])).toEqual(['甲局|2023 57 staff_present']);
  expect(plain([line({ value: '0.0000' })])).toEqual([]);
  expect(plain([line({ value: '12.5000' })])).toEqual([]);
});

it('takes the documents of the scope alone', () => {
  const lines = [line({}), line({ scope: 'unit', value: '20.0000' }), line({ fiscal_year: 2024 })];
  expect(plain(lines, 'unit')).toEqual(['甲局|2023 20 staff_present']);
  expect(plain(lines, 'department')).toEqual(['甲局|2023 57 staff_present', '甲局|2024 57 staff_present']);
});
