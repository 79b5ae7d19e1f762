import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PDF_RESOURCES } from '../../../cli/pdf-resources';
import type { Extraction, Fact } from '../../../src/domain/facts';
import { yuanToFen } from '../../../src/domain/money';
import { extractDocument } from '../../../src/extract';

/** Figures read from the pages of the document: a ruled PDF in 万元, codes in three cells, no row numbers. */
const file = new URL(
  '../../../../shared/disclosures/pdf/SH-putuo_财政局_2024_决算_部门.pdf',
  import.meta.url,
);
const wan = (text: string) => yuanToFen(text.replace(/,/g, '')) * 10000n;

describe.skipIf(!existsSync(file))(
  'a final account as PDF (skipped where ../shared/disclosures is absent)',
  () => {
    let extraction: Extraction;
    beforeAll(async () => {
      extraction = await extractDocument('f.pdf', new Uint8Array(readFileSync(file)), { pdf: PDF_RESOURCES });
    }, 60_000);
    const amount = (form: string, match: Partial<Fact>) => {
      const found = extraction.facts.filter(
        (fact) =>
          fact.form === form &&
          Object.entries(match).every(([key, value]) => fact[key as keyof Fact] === value),
      );
      return found.length === 1 ? found[0]!.amount : found.length;
    };

    it('knows whose it is', () => {
      expect(extraction.document).toMatchObject({
        department: '上海市普陀区财政局',
        region: '上海市普陀区',
        fiscal_year: 2024,
        kind: 'final_account',
        scope: 'department',
        pages: 25,
        forms_present: '01,02,03,04,05,06,07,08,09',
      });
    });

    it.each([
      ['01', { subject_name: '年末结转和结余' }, '55.34'],
      ['01', { subject_code: '221' }, '445.69'],
      ['02', { subject_code: '2010602', measure: 'other' }, '6.19'],
      ['02', { subject_code: null, measure: 'fiscal_appropriation' }, '2,940.05'],
      ['03', { subject_code: '2010601', measure: 'project' }, '8.37'],
      ['04', { subject_name: '年初财政拨款结转和结余', fund: 'general' }, '21.63'],
      ['05', { subject_code: null, measure: 'basic' }, '2,336.91'],
      ['05', { subject_code: '2210203', measure: 'basic' }, '258.50'],
      ['06', { subject_code: '30102' }, '1,238.58'],
      ['06', { subject_code: '30299' }, '11.53'],
      ['06', { subject_name: '人员经费合计' }, '2,152.26'],
      ['09', { subject_code: 'SG3', stage: 'adjusted_budget' }, '0.95'],
    ] as [string, Partial<Fact>, string][])('%s %o is %s 万元', (form, match, printed) => {
      expect(amount(form, match)).toBe(wan(printed));
    });

    it('counts the amounts of each form, and no cell of the empty ones', () => {
      const count = (form: string) => extraction.facts.filter((fact) => fact.form === form).length;
      // 01: five and seven; 06: twenty-seven subjects and two totals; 07 and 08 are published empty.
      expect([count('01'), count('06'), count('07'), count('08'), count('09')]).toEqual([12, 29, 0, 0, 2]);
      expect(extraction.warnings.filter((warning) => warning.form !== null)).toEqual([]);
    });

    it('tells the page of a figure', () => {
      const fact = extraction.facts.find((item) => item.form === '06' && item.subject_code === '30229');
      expect(fact).toMatchObject({ page: 17, printed_value: '42.77', printed_unit: '万元' });
    });
  },
);
