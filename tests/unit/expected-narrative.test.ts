import { describe, expect, it } from 'vitest';
import type { Fact, Statement } from '../../src/domain/facts';
import { differences, documentsPresent, PRESENT, extractionOf } from '../fixtures/expected/read';
import {
  expectedChangesInReasons,
  expectedFacts,
  expectedReasons,
  expectedStatements,
} from '../fixtures/expected/narrative';

const COLUMNS = ['initial_budget', 'adjusted_budget', 'final', 'change', 'prior_final'] as const;
const RATES = ['change_rate', 'execution_rate', 'share'] as const;

/** Narrative sections one to eleven; the sentences on performance are compared elsewhere. */
const isNarrative = (statement: Statement) =>
  /^[一二三四五六七八九十]/.test(statement.section) && !/^绩效/.test(statement.item);
const isPart = (statement: Statement) => statement.item === '增减明细';

/** Totals of sections 五（二）/（三） carry the section's item, not their own name. */
const TOTAL_ITEMS = new Set(['年初预算', '支出结构']);

const subjectOf = (statement: Statement) =>
  statement.subject_code ??
  (TOTAL_ITEMS.has(statement.item) ? (statement.subject_name ?? '一般公共预算财政拨款支出') : statement.item);

const placeOf = (statement: Statement) =>
  `${statement.section.replace(/[\d.．、]+$/, '')} | ${subjectOf(statement)}`;

function told(statements: readonly Statement[]): string[] {
  return statements.flatMap((statement) => [
    ...[...COLUMNS, ...RATES]
      .filter((column) => statement[column] !== null)
      .map((column) => `${placeOf(statement)} | ${column} | ${statement[column]}`),
  ]);
}

/** Funds that an item does not tell are compared as `*`. */
const withoutFund = (key: string) => key.replace(/^([^|]+\| [^|]+\| )[^|]+\|/, '$1* |');

function factKey(fact: Fact): string {
  const subject = fact.subject_code ?? fact.subject_name;
  const printed = fact.derived ? ['implied', '-'] : [fact.printed_value, fact.line];
  return [fact.flow, subject, fact.fund, fact.measure, fact.stage, fact.amount, ...printed].join(' | ');
}

if (!documentsPresent) it.skip('the documents are not at hand: nothing to extract from', () => undefined);

describe.runIf(documentsPresent)('extraction of the narrative', async () => {
  const extractions = await Promise.all(PRESENT.map(extractionOf));

  describe.each(PRESENT)('document %i', (document) => {
    const { facts, statements: all } = extractions[document]!;
    const statements = all.filter(isNarrative);

    it('finds every figure of the text as a fact, and no other', () => {
      const expected = expectedFacts(document);
      const open = new Set(expected.filter((key) => key.includes('| * |')));
      const found = facts
        .filter((fact) => fact.source === 'narrative')
        .map(factKey)
        .map((key) => (open.has(withoutFund(key)) ? withoutFund(key) : key));
      expect(differences(expected, found)).toEqual({ missing: [], extra: [] });
    });

    it('states every amount, change and rate with its sign, and no other', () => {
      const found = new Set(told(statements.filter((statement) => !isPart(statement))));
      expect(differences([...expectedStatements(document)], [...found])).toEqual({ missing: [], extra: [] });
    });

    it('keeps changes that a reason names apart from the changes of the item itself', () => {
      const parts = statements.filter(isPart).filter((statement) => statement.change !== null);
      const found = parts.map((statement) => String(statement.change));
      expect(differences(expectedChangesInReasons(document), found)).toEqual({ missing: [], extra: [] });
    });

    it('gives reasons where the document gives them and nowhere else', () => {
      const items = statements.filter((statement) => !isPart(statement));
      const withReason = new Set(items.filter((statement) => statement.reason !== null).map(placeOf));
      expect(differences([...expectedReasons(document, 'yes')], [...withReason])).toEqual({
        missing: [],
        extra: [],
      });
    });

    it('quotes the words that a figure stands in, with the figure', () => {
      const unquoted = facts.filter(
        (fact) => fact.source === 'narrative' && !fact.derived && !fact.quote?.includes(fact.printed_value!),
      );
      expect(unquoted.map((fact) => fact.fact_id)).toEqual([]);
    });
  });
});
