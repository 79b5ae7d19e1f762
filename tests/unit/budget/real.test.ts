import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PDF_RESOURCES } from '../../../cli/pdf-resources';
import { readDocument } from '../../../src/documents/read';
import { isAmount } from '../../../src/domain/money';
import type { Fact } from '../../../src/domain/facts';
import { extractPages } from '../../../src/extract';
import { locateBudget } from '../../../src/extract/budget';
import { placedLines } from '../../../src/extract/lines';
import { budgetSums, holds } from '../../support/budget-sums';

/** Budgets of real departments; absent from a checkout on its own, and then these tests are skipped and say so. */
const folder = new URL('../../../../shared/disclosures/pdf/', import.meta.url);
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.includes('预算')) : [];
const tables = files.filter((name) => !name.includes('_text'));
const EXPECTED = new URL('../../fixtures/expected-budget/', import.meta.url);

async function load(name: string) {
  const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(name), folder)));
  const pages = await readDocument(name, bytes, { pdf: PDF_RESOURCES });
  return { extraction: extractPages('document.pdf', bytes, pages), lines: placedLines(pages) };
}
const cache = new Map<string, ReturnType<typeof load>>();
const loaded = (name: string) => {
  const held = cache.get(name) ?? load(name);
  cache.set(name, held);
  return held;
};

const keyOf = (fact: Fact) => fact.subject_code ?? fact.subject_name;

describe.skipIf(files.length === 0)(
  'real budgets (skipped where ../shared/disclosures is absent)',
  { timeout: 120_000 },
  () => {
    it.each(tables)('%s: all forms, no remark but the tables that are none of them', async (name) => {
      const { extraction } = await loaded(name);
      const { document, warnings } = extraction;
      const wanted = name.startsWith('JS')
        ? 'B01,B02,B03,B04,B05,B06,B07,B09,B10,B11,B12'
        : 'B01,B02,B03,B04,B05,B06,B07,B08,B09';
      expect(document.forms_present).toBe(wanted);
      expect(document.kind).toBe('budget');
      expect(document.unit_printed).toBe(name.startsWith('JS') ? '万元' : '元');
      // The year that the name of the file gives is not told to the reader, which sees `document.pdf`.
      const year = Number(/_(20\d{2})_/.exec(name)![1]);
      const undated = warnings.some(({ code }) => code === 'year_from_file_name');
      expect(document.fiscal_year).toBe(undated ? 0 : year);
      expect(document.scope).toBe(name.includes('单位') ? 'unit' : 'department');
      expect(document.region).toBe(
        name.startsWith('JS') ? '江苏省' : name.startsWith('SH-putuo') ? '上海市普陀区' : '上海市',
      );
      const codes = new Set(warnings.map(({ code }) => code));
      codes.delete('form_unknown');
      codes.delete('year_from_file_name');
      // 2018 renamed 2040405 in one document alone.
      codes.delete('subject_name_differs');
      expect([...codes]).toEqual([]);
    });

    it.each(tables)('%s: every amount of its forms is a fact, and nothing else is', async (name) => {
      const { extraction, lines } = await loaded(name);
      const rows = new Set(
        locateBudget(lines)
          .filter((block) => block.form && block.grid)
          .flatMap((block) => block.grid!.rows.map((row) => row.line)),
      );
      const printed = lines
        .filter((line) => line.cells && rows.has(line.number))
        .flatMap((line) => {
          const cells = line.cells!.map((cell) => cell.text.trim());
          const codes = cells.findIndex((text) => /^\d{3,7}$/.test(text));
          // Codes stand in the first cells, before any name.
          const amounts = cells.filter(
            (text, index) => isAmount(text) && (codes !== 0 || index > 2 || /[.,]/.test(text)),
          );
          return amounts.map((text) => `${line.number} ${text}`);
        });
      const forms = extraction.facts.filter((fact) => fact.source === 'budget_form');
      expect(printed.length).toBeGreaterThan(100);
      expect(forms.map((fact) => `${fact.line} ${fact.printed_value}`).sort()).toEqual(printed.sort());
    });

    it.each(tables)('%s: sums hold', async (name) => {
      const { extraction } = await loaded(name);
      const sums = budgetSums(extraction.facts);
      expect(sums.length).toBeGreaterThan(40);
      expect(sums.filter((sum) => !holds(sum))).toEqual([]);
    });

    it.each(files.filter((name) => name.includes('_text')))(
      '%s: told to be the narrative alone',
      async (name) => {
        await expect(loaded(name)).rejects.toMatchObject({ reason: 'narrative_only' });
      },
    );

    const PAIRS = [
      ['shanghai-justice-2026.tsv', '司法局_2026'],
      ['jiangsu-procuratorate-2018.tsv', '检察院_2018'],
    ] as const;
    it.each(PAIRS)('%s: the figures read from the pages', async (fixture, part) => {
      const { extraction } = await loaded(files.find((name) => name.includes(part))!);
      const rows = readFileSync(new URL(fixture, EXPECTED), 'utf8').trim().split('\n').slice(1);
      const expected = rows.map(
        (line) => line.split('\t') as [form: string, subject: string, amounts: string],
      );
      for (const form of new Set(expected.map(([id]) => id))) {
        const facts = extraction.facts.filter((fact) => fact.form === form);
        const got = new Map<string, string[]>();
        for (const fact of facts)
          got.set(keyOf(fact), [...(got.get(keyOf(fact)) ?? []), fact.printed_value!.replace(/,/g, '')]);
        const wanted = expected
          .filter(([id]) => id === form)
          .map(([, key, amounts]) => [key, amounts.split(' ')] as const);
        const sorted = (entries: Iterable<readonly [string, string[]]>) =>
          [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(got), form).toEqual(sorted(wanted));
      }
    });
  },
);
