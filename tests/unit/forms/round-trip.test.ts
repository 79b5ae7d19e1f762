import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentRow } from '../../../src/domain/facts';
import { readText } from '../../../src/documents/text';
import { formFacts, locateForms, readForms } from '../../../src/extract/forms';
import { placedLines } from '../../../src/extract/lines';
import { asGrid, asWrappedText, formFiveRows, type WrittenSubject } from './written-forms';

const document: DocumentRow = {
  doc_id: 'd',
  title: '',
  region: '',
  department: '',
  fiscal_year: 2023,
  kind: 'final_account',
  scope: 'department',
  unit_printed: '万元',
  file_name: '',
  sha256: '',
  pages: null,
  forms_present: '05',
  source_url: null,
  published: null,
  warnings: 0,
};

function readBack(text: string) {
  const reads = readForms(locateForms(placedLines(readText('f', new TextEncoder().encode(text)))));
  return formFacts(reads, document, []);
}

/** Items in code order; amounts are whole hundreds of 元, so that 万元 with two decimals prints them exactly. */
const items = fc
  .uniqueArray(
    fc.record({
      code: fc
        .tuple(
          fc.constantFrom('201', '205', '208', '213'),
          fc.integer({ min: 1, max: 4 }),
          fc.integer({ min: 1, max: 5 }),
        )
        .map(([c, k, x]) => `${c}0${k}0${x}`),
      name: fc
        .integer({ min: 2, max: 24 })
        .map((length) => '某项行政事业管理服务保障活动经费补助支出其他相关事务'.slice(0, length)),
      parts: fc.tuple(
        fc.constantFrom('basic', 'project', 'both'),
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 1, max: 99_999_999 }),
      ),
    }),
    { selector: (item) => item.code, minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list
      .map(({ code, name, parts: [kind, a, b] }): WrittenSubject => {
        const basic = kind === 'project' ? null : BigInt(a) * 10_000n;
        const project = kind === 'basic' ? null : BigInt(b) * 10_000n;
        return { code, name, basic, project };
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  );

describe('a form printed and read back', () => {
  it('gives the same figures from a grid, in 元 and in 万元', () => {
    fc.assert(
      fc.property(items, fc.constantFrom<'元' | '万元'>('元', '万元'), (list, unit) => {
        const rows = formFiveRows(list);
        const { facts, warnings } = readBack(asGrid(rows, unit));
        expect(warnings).toEqual([]);
        expect(figures(facts)).toEqual(wanted(rows));
      }),
    );
  });

  it('gives the same figures from wrapped text without blanks, or says which row is open', () => {
    fc.assert(
      fc.property(
        items,
        fc.integer({ min: 4, max: 14 }),
        fc.integer({ min: 2, max: 9 }),
        (list, width, perPage) => {
          const rows = formFiveRows(list);
          const { facts, warnings } = readBack(asWrappedText(rows, '万元', width, perPage));
          const read = figures(facts);
          const expected = wanted(rows);
          const lost = [...expected].filter(([key]) => !read.has(key));
          // Nothing is invented and nothing is lost in silence: each figure is placed right, or a warning tells of one left open.
          for (const [key, amount] of read) expect([key, amount]).toEqual([key, expected.get(key)]);
          expect(warnings.every((warning) => warning.code === 'amount_unplaced')).toBe(true);
          const told = warnings.reduce(
            (count, warning) => count + (warning.message.match(/\d+\.\d\d/g)?.length ?? 0),
            0,
          );
          expect(told).toBe(lost.length);
        },
      ),
    );
  });
});

function figures(facts: ReturnType<typeof readBack>['facts']): Map<string, bigint> {
  return new Map(facts.map((fact) => [`${fact.subject_code ?? '合计'}/${fact.measure}`, fact.amount]));
}

function wanted(rows: readonly WrittenSubject[]): Map<string, bigint> {
  return new Map(
    rows.flatMap((row): [string, bigint][] => {
      const key = row.code || '合计';
      const total: [string, bigint] = [`${key}/total`, (row.basic ?? 0n) + (row.project ?? 0n)];
      const basic: [string, bigint][] = row.basic === null ? [] : [[`${key}/basic`, row.basic]];
      const project: [string, bigint][] = row.project === null ? [] : [[`${key}/project`, row.project]];
      return [total, ...basic, ...project];
    }),
  );
}
