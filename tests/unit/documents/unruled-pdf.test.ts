import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PDF_RESOURCES } from '../../../cli/pdf-resources';
import { readDocument } from '../../../src/documents/read';
import type { Fact } from '../../../src/domain/facts';
import { extractDocument } from '../../../src/extract';
import { FORM_01, FORM_03, FORM_09, FORM_AMOUNTS, FORM_COUNTS } from '../../support/form-tables';
import { type PrintedTable, tablePdf, type TablePdfOptions } from '../../support/table-pdf';

const right = (count: number) => Array.from({ length: count }, () => 'right' as const);
const head = (title: string) => [title, '部门：某省某市档案馆   2023年度   金额单位：万元'];
const TABLES: PrintedTable[] = [
  {
    above: ['某省某市档案馆2023年度部门决算公开', ...head('收入支出决算总表')],
    table: FORM_01,
    widths: [170, 40, 100, 170, 40, 100],
    headRows: 3,
    align: ['left', 'centre', 'right', 'left', 'centre', 'right'],
  },
  {
    above: head('支出决算表'),
    table: FORM_03,
    // The names of 20103 and 20805 need two lines.
    widths: [30, 30, 30, 95, 85, 80, 80, 80, 80, 90],
    headRows: 4,
    align: ['left', 'left', 'left', 'left', ...right(6)],
    breakAt: 8,
  },
  {
    above: head('财政拨款“三公”经费支出决算表'),
    table: FORM_09,
    widths: Array.from({ length: 12 }, () => 62),
    headRows: 4,
    align: right(12),
  },
];
/** Form 09 has one row: without rules its blank columns leave nothing but wrapped labels, so it is read ruled only. */
const printed = ({ borders }: TablePdfOptions) => (borders === 'all' ? TABLES : TABLES.slice(0, 2));
const read = (options: TablePdfOptions) =>
  extractDocument('f.pdf', tablePdf(printed(options), options), { pdf: PDF_RESOURCES });

const LAYOUTS: [string, TablePdfOptions][] = [
  ['with all rules', { borders: 'all' }],
  ['without rules', {}],
  ['with rules between the rows only', { borders: 'horizontal' }],
  ['with coloured bands', { borders: 'bands' }],
  ['without rules, pages rotated', { rotate: 90 }],
  ['with all rules, pages rotated the other way', { borders: 'all', rotate: 270 }],
  ['without rules, text turned on upright pages', { turned: true }],
  ['with all rules, text turned on upright pages', { borders: 'all', turned: true }],
];

describe('tables of a PDF', () => {
  it.each(LAYOUTS)('are read %s', async (_, options) => {
    const { facts, warnings } = await read(options);
    const forms = options.borders === 'all' ? ['01', '03', '09'] : ['01', '03'];
    for (const [form, subject, measure, stage, amount] of FORM_AMOUNTS.filter(([id]) => forms.includes(id))) {
      const found = facts.filter(
        (fact) =>
          fact.form === form &&
          (fact.subject_code ?? fact.subject_name) === subject &&
          fact.measure === measure &&
          fact.stage === stage,
      );
      expect([form, subject, measure, found.map((fact) => fact.amount)]).toEqual([
        form,
        subject,
        measure,
        [amount],
      ]);
    }
    for (const [form, count] of Object.entries(FORM_COUNTS).filter(([id]) => forms.includes(id)))
      expect([form, facts.filter((fact) => fact.form === form).length]).toEqual([form, count]);
    expect(warnings).toEqual([]);
  });

  it('are not made of running text with figures', async () => {
    const prose = [
      '本年支出   1,234.56   万元，比上年增加   12.00   万元。',
      '其中：基本支出   900.00   万元，占   72.90%。',
    ];
    const page: PrintedTable = { above: prose, table: [], widths: [], headRows: 0, align: [] };
    const [only] = await readDocument('f', tablePdf([page]), { pdf: PDF_RESOURCES });
    expect(only!.lines.map((line) => line.cells)).toEqual([null, null]);
  });
});

const folder = new URL('../../../../shared/disclosures/pdf/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];
const key = (fact: Fact) =>
  [
    fact.form,
    fact.flow,
    fact.subject_code,
    fact.subject_name,
    fact.fund,
    fact.measure,
    fact.stage,
    fact.amount,
  ].join('/');

/**
 * Real documents with their rules left out must give the figures of their ruled reading. A few cells are lost where
 * lines of one cell stand farther apart than rows of others; next to none may come out as something else.
 */
describe.skipIf(files.length === 0)(
  'real PDFs, rules left out (skipped where ../shared/disclosures is absent)',
  () => {
    it('give the same figures', { timeout: 240_000 }, async () => {
      let [ruled, same, other] = [0, 0, 0];
      for (const name of files) {
        const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
        const facts = async (ignoreRules: boolean) =>
          extractDocument(name, bytes, { pdf: PDF_RESOURCES, ignoreRules }).then(
            (read) => new Set(read.facts.map(key)),
            () => new Set<string>(),
          );
        const [with_, without] = [await facts(false), await facts(true)];
        ruled += with_.size;
        for (const fact of without)
          if (with_.has(fact)) same++;
          else other++;
      }
      expect(ruled).toBeGreaterThan(5000);
      expect(same / ruled).toBeGreaterThan(0.95);
      expect(other / ruled).toBeLessThan(0.01);
    });
  },
);
