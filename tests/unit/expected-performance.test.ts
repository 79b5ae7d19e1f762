import { describe, expect, it } from 'vitest';
import type { Fact, Indicator } from '../../src/domain/facts';
import { documentLines, documentsPresent, PRESENT, extractionOf } from '../fixtures/expected/read';
import {
  expectedIndicators,
  expectedPerformance,
  missingCounts,
  plainName,
  plainValue,
  type ExpectedIndicator,
} from '../fixtures/expected/performance';

function keyOf(fact: Fact, measure: string): string {
  const subject = plainName(fact.subject_name);
  const printed = fact.derived ? 'implied' : fact.printed_value;
  const place = [fact.flow, subject, fact.fund, measure, fact.stage, fact.amount, printed, fact.line];
  return place.join(' | ');
}

const keysOf = (fact: Fact) => [keyOf(fact, '*'), keyOf(fact, fact.measure)];
const valueOf = (indicator: Indicator) => `${indicator.code} | ${plainValue(indicator.value)}`;

/** Lines that a figure of a table may take up, its cells wrapping downwards. */
const WRAPPED = 6;

if (!documentsPresent) it.skip('the documents are not at hand: nothing to extract from', () => undefined);

describe.runIf(documentsPresent)('extraction of the performance self-evaluation', async () => {
  const extractions = await Promise.all(PRESENT.map(extractionOf));

  describe.each(PRESENT)('document %i', (document) => {
    const { facts, indicators, warnings } = extractions[document]!;
    const amounts = facts.filter((fact) => fact.source === 'performance');

    it('finds every amount of the self-evaluation tables and of the projects', () => {
      const found = new Set(amounts.flatMap(keysOf));
      const required = expectedPerformance(document).filter((amount) => amount.required);
      expect(required.map((amount) => amount.key).filter((key) => !found.has(key))).toEqual([]);
    });

    it('finds no amount that the document does not print there', () => {
      const printed = new Set(expectedPerformance(document).map((amount) => amount.key));
      const added = amounts.filter((fact) => !keysOf(fact).some((key) => printed.has(key)));
      expect(added.map((fact) => keyOf(fact, fact.measure))).toEqual([]);
    });

    it('says so where the printed unit is not the unit meant', () => {
      const misprinted = new Set(
        expectedPerformance(document)
          .filter((amount) => amount.misprinted)
          .map((amount) => amount.key),
      );
      const silent = amounts.filter(
        (fact) => fact.note === null && keysOf(fact).some((key) => misprinted.has(key)),
      );
      expect(silent.map((fact) => fact.fact_id)).toEqual([]);
    });

    it('finds every count, score and rate, where it stands or where the document repeats it', () => {
      const expected = expectedIndicators(document);
      const isFound = (one: ExpectedIndicator) =>
        indicators.some(
          (indicator) =>
            valueOf(indicator) === one.key &&
            Math.abs(indicator.line! - one.line) <= WRAPPED &&
            (one.subject === '' ||
              indicator.subject_name === null ||
              plainName(indicator.subject_name) === one.subject),
        );
      const missing = expected.filter(
        (one) =>
          one.required &&
          !expected.some((other) => other.key === one.key && other.subject === one.subject && isFound(other)),
      );
      expect(missing).toEqual([]);
    });

    it('finds no count, score or rate that the document does not print there', () => {
      const expected = expectedIndicators(document);
      const lines = documentLines(document);
      const codes = new Set(expected.map(({ key }) => key.split(' | ')[0]));
      const added = indicators.filter((indicator) => {
        if (!codes.has(indicator.code)) {
          const text = lines.slice(indicator.line! - 1, indicator.line! + WRAPPED).join(' ');
          return !text.includes(indicator.value);
        }
        return !expected.some(
          ({ key, line }) => key === valueOf(indicator) && Math.abs(indicator.line! - line) <= WRAPPED,
        );
      });
      expect(added.map((indicator) => `${valueOf(indicator)} | ${indicator.line}`)).toEqual([]);
    });

    it('leaves out counts that the document leaves out, and says so', () => {
      const missing = missingCounts(document);
      const said = warnings.filter((warning) => warning.code === 'indicator_count_missing');
      expect(said.map((warning) => warning.line).sort()).toEqual(
        missing.map((entry) => Number(entry.split(' | ')[1])).sort(),
      );
      const counted = indicators.map((indicator) => `${indicator.code} | ${indicator.line}`);
      expect(missing.filter((entry) => counted.includes(entry))).toEqual([]);
    });
  });
});
