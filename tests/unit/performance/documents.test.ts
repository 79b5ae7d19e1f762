import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/documents/text';
import type { Findings } from '../../../src/extract/context';
import { extractPerformance } from '../../../src/extract/performance';
import { contextOf, realDocument, wan } from '../narrative/support';
import type { Expected } from './expected';
import { DOCUMENTS } from './expected-more';

function read(expected: Expected): Findings | null {
  const bytes = realDocument(expected.file);
  if (!bytes) return null;
  const context = contextOf([], { finalTotal: expected.finalTotal });
  context.document = {
    ...context.document,
    department: expected.department,
    fiscal_year: expected.year,
  };
  return extractPerformance(readText(expected.file, bytes), context);
}

describe.each(DOCUMENTS)('$department $year', (expected) => {
  test('every figure of tables, sentences and reports, with its line', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    const facts = found.facts.map((f) =>
      [
        f.line,
        f.subject_name,
        f.fund,
        f.measure,
        f.flow === 'revenue' ? 'received' : f.stage,
        (f.derived ? '=' : '') + wan(f.amount),
      ].join(' '),
    );
    expect(facts.sort()).toEqual([...expected.facts].sort());
  });

  test('scores, rates and staff', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    // Lines of the columns 分值 and 得分 have tests of their own.
    const own = found.indicators.filter(
      ({ code }) => !/^(score_(weight|points)|execution_weight)$/.test(code),
    );
    const indicators = own.map((i) => `${i.line} ${i.code} ${i.subject_name ?? ''} ${i.value}`);
    expect(indicators.sort()).toEqual([...expected.indicators].sort());
  });

  test('what is not read is said', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    expect(found.warnings.map((w) => `${w.line} ${w.code}`).sort()).toEqual([...expected.warnings].sort());
  });

  test('ids are unique, and the first fact of the whole is that of its table', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    const ids = found.facts.map((fact) => fact.fact_id);
    expect(new Set(ids).size).toBe(ids.length);
    const whole = found.facts.filter((f) => f.subject_name === '部门整体支出' && f.stage === 'final');
    const first = whole.sort((a, b) => (a.fact_id < b.fact_id ? -1 : 1))[0]!;
    expect([first.fund, first.fact_id.startsWith('performance-table')]).toEqual(['all', true]);
  });
});

test('临夏市智慧城市服务中心: the header’s 元 is kept beside the 万元 that it means', (context) => {
  const found = read(DOCUMENTS[2]!);
  if (!found) return context.skip();
  const table = found.facts.filter((fact) => fact.fact_id.startsWith('performance-table'));
  expect(new Set(table.map((fact) => fact.printed_unit))).toEqual(new Set(['元']));
  expect(table.every((fact) => fact.note!.startsWith('unit read as 万元; header prints 元'))).toBe(true);
});

test('临夏市人民政府办公室: 57.18 元 next to 57.18 万元', (context) => {
  const found = read(DOCUMENTS[3]!);
  if (!found) return context.skip();
  const slip = found.facts.find((fact) => fact.line === 2115 && fact.flow === 'expenditure');
  expect(slip).toMatchObject({
    amount: 57_180_000n,
    printed_unit: '元',
    note: 'unit read as 万元; text prints 元',
  });
});
