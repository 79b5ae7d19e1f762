import { describe, expect, test } from 'vitest';
import { readText } from '../../../src/documents/text';
import { extractNarrative } from '../../../src/extract/narrative';
import type { Findings } from '../../../src/extract/context';
import type { Expected } from './expected';
import { DOCUMENTS } from './expected-more';
import { contextOf, realDocument, subjectsOf, wan } from './support';

/** `line code-or-name fund measure stage 万元`; derived figures with `=` before the amount. */
function rows({ facts }: Findings): string[] {
  return facts.map((fact) =>
    [
      fact.line,
      fact.subject_code ?? fact.subject_name,
      fact.flow === 'expenditure' ? fact.fund : `${fact.flow}/${fact.fund}`,
      fact.measure,
      fact.stage,
      (fact.derived ? '=' : '') + wan(fact.amount),
    ].join(' '),
  );
}

function read(expected: Expected): Findings | null {
  const bytes = realDocument(expected.file);
  if (!bytes) return null;
  const context = contextOf(subjectsOf(expected.subjects));
  context.document = { ...context.document, department: expected.department, fiscal_year: expected.year };
  return extractNarrative(readText(expected.file, bytes), context);
}

/** Amounts with a unit from 一 to 十二: what follows is about rounding, or about performance. */
function amountsPrinted(text: string): number {
  const body = text.replace(/[\s*#]/g, '');
  const from = body.lastIndexOf('一、收入支出决算总体情况说明');
  const to = body.indexOf('十三、', from);
  expect(from).toBeGreaterThan(0);
  expect(to).toBeGreaterThan(from);
  return [...body.slice(from, to).matchAll(/\d(?:万元|元)/g)].length;
}

/** The same amounts as the extract has them; 收、支总计 is one amount and two facts. */
function amountsKept({ facts, statements, indicators, warnings }: Findings): number {
  const own = facts.filter(
    (fact) =>
      fact.subject_name !== '支出总计' ||
      !facts.some(
        (other) =>
          other.subject_name === '收入总计' && other.line === fact.line && other.quote === fact.quote,
      ),
  );
  const printed = own.filter((fact) => !fact.derived);
  const changes = own.filter((fact) => fact.derived && !fact.note!.includes('持平'));
  const details = statements.filter((statement) => statement.item === '增减明细');
  const thresholds = indicators.filter((indicator) => indicator.code.startsWith('equipment_over'));
  const unread = warnings.filter((warning) => warning.code === 'narrative_amount_unread');
  return printed.length + changes.length + details.length + thresholds.length + unread.length;
}

describe.each(DOCUMENTS)('$department $year', (expected) => {
  test('every figure of the narrative, with its line', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    expect(rows(found).sort()).toEqual([...expected.facts].sort());
  });

  test('counts', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    const counts = found.indicators
      .filter((i) => i.subject_name === null)
      .map((i) => `${i.line} ${i.code} ${i.value}`);
    expect(counts).toEqual(expected.counts);
  });

  test('reasons', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    for (const [line, item, subject, reason] of expected.reasons) {
      const said = found.statements.filter(
        (s) => s.line === line && s.item === item && s.subject_code === subject,
      );
      expect(said.map((s) => s.reason?.replace(/\s+/g, '').slice(0, reason.length))).toContain(reason);
    }
  });

  test('nothing is left unread but what is named here', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    expect(found.warnings.map((w) => `${w.line} ${w.code}`)).toEqual(expected.warnings);
  });

  test('each printed amount became exactly one figure, explanation or warning', (context) => {
    const found = read(expected);
    const bytes = realDocument(expected.file);
    if (!found || !bytes) return context.skip();
    expect(amountsKept(found)).toBe(amountsPrinted(new TextDecoder().decode(bytes)));
  });

  test('ids are unique and no quote is longer than 60 characters', (context) => {
    const found = read(expected);
    if (!found) return context.skip();
    const ids = found.facts.map((fact) => fact.fact_id);
    expect(new Set(ids).size).toBe(ids.length);
    const quotes = [...found.facts, ...found.statements, ...found.indicators].map((row) => row.quote ?? '');
    expect(Math.max(...quotes.map((quote) => quote.length))).toBeLessThanOrEqual(60);
  });
});

test('事业运行 of 安阳市北关区: the narrative gives the class’s 136.53 and the total’s 162.25 for 基本支出', (context) => {
  const found = read(DOCUMENTS[1]!);
  if (!found) return context.skip();
  const row = found.facts.find((fact) => fact.subject_code === '2010350' && fact.stage === 'final');
  expect(row).toMatchObject({
    source: 'narrative',
    amount: 136_530_000n,
    subject_name: '事业运行',
    form: null,
  });
  const basic = found.facts.find(
    (fact) => fact.measure === 'basic' && fact.fund === 'general' && fact.subject_name === '合计',
  );
  expect(basic?.amount).toBe(162_250_000n);
});

test('临夏市人大常委会: the changes behind the change, of revenue and of expenditure', (context) => {
  const found = read(DOCUMENTS[4]!);
  if (!found) return context.skip();
  const details = found.statements.filter((s) => s.item === '增减明细' && s.section === '四');
  // As printed in 四, revenue first: ten names, one of them counted once for each side.
  const changes = ['-93.76', '-8.17', '-1.2', '-4.41', '-9.01', '4.98', '8.56', '18.24', '33.77'];
  expect(details.map((s) => wan(s.change!))).toEqual([...changes, ...changes]);
  expect(details[1]).toMatchObject({ subject_name: '工会事务', reason: null });
  expect(details[6]).toMatchObject({ subject_code: '2010199' });
  expect(details[8]!.reason).toBe('本年度在职人员去世 1 人');
});
