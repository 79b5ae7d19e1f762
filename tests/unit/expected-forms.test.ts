import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/facts';
import {
  differences,
  documentLines,
  DOCUMENTS,
  documentsPresent,
  PRESENT,
  extractionOf,
  folderOf,
  readTable,
} from '../fixtures/expected/read';
import { expectedAmounts, expectedNames, FORMS } from '../fixtures/expected/forms';

/** Digits as printed, without separators and marks of emphasis. */
const digits = (text: string) => text.replace(/[,，\s*]|<\/?b>/g, '');

const keyOf = (fact: Fact) =>
  [
    fact.flow,
    fact.subject_code ?? fact.subject_name,
    fact.fund,
    fact.measure,
    fact.stage,
    fact.amount,
    digits(fact.printed_value ?? ''),
  ].join(' | ');

/** One line of form 01 has two printed names, with and without （含专用结余）. */
const oneName = (key: string) => key.replace('（含专用结余）', '');

const formFacts = (facts: readonly Fact[], form: string) =>
  facts.filter((fact) => fact.source === 'form' && fact.form === form);

describe('expected figures of the forms', () => {
  const counts = readTable('counts.tsv').rows;

  it.each(DOCUMENTS)('document %i: the transcription holds as many amounts as were counted', (document) => {
    for (const form of FORMS) {
      const row = counts.find((line) => line['document'] === String(document) && line['form'] === form)!;
      const amounts = expectedAmounts(document, form);
      expect(amounts.length, `form ${form}`).toBe(Number(row['printed_amounts']));
      expect(amounts.filter((amount) => / \| 0 \| /.test(amount)).length, `form ${form}`).toBe(
        Number(row['of_which_zero']),
      );
      expect(readTable(`${folderOf(document)}/form-${form}.tsv`).empty).toBe(amounts.length === 0);
    }
  });

  if (!documentsPresent) it.skip('the documents are not at hand: nothing to extract from', () => undefined);
});

describe.runIf(documentsPresent)('extraction of the forms', async () => {
  const extractions = await Promise.all(PRESENT.map(extractionOf));

  describe.each(PRESENT)('document %i', (document) => {
    const facts = extractions[document]!.facts;

    it.each(FORMS)('form %s: nothing missing, nothing added', (form) => {
      const found = formFacts(facts, form).map(keyOf).map(oneName);
      expect(differences(expectedAmounts(document, form), found)).toEqual({ missing: [], extra: [] });
    });

    it('gives subjects their full standard names', () => {
      for (const form of FORMS) {
        for (const [code, name] of expectedNames(document, form)) {
          const named = formFacts(facts, form).filter((fact) => fact.subject_code === code);
          expect(new Set(named.map((fact) => fact.subject_name)), `form ${form}, ${code}`).toEqual(
            new Set(named.length > 0 ? [name] : []),
          );
        }
      }
    });

    it('names for each amount the line that prints it', () => {
      const lines = documentLines(document).map(digits);
      const misplaced = facts.filter(
        (fact) => fact.source === 'form' && !lines[fact.line! - 1]?.includes(digits(fact.printed_value!)),
      );
      expect(misplaced.map((fact) => fact.fact_id)).toEqual([]);
    });

    it('prints amounts of the forms in the unit of the form', () => {
      const { unit } = readTable(`${folderOf(document)}/form-01.tsv`);
      const units = new Set(facts.filter((fact) => fact.source === 'form').map((fact) => fact.printed_unit));
      expect([...units]).toEqual([unit]);
      expect(extractions[document]!.document.unit_printed).toBe(unit);
    });
  });
});
