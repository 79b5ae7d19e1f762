import { describe, expect, it } from 'vitest';
import { documentLines, documentsPresent, PRESENT, readTable } from '../fixtures/expected/read';

/** Kinds whose figures are sums or differences of printed ones and stand nowhere themselves. */
const COMPUTED = new Set(['implied', 'rounding']);

/** Lines that one printed figure may be away from the line given, its sentence or cell running on. */
const NEAR = 5;

const numberIn = (figure: string) => /^\d+(?:\.\d+)?/.exec(figure)?.[0];

if (!documentsPresent) it.skip('the documents are not at hand: nothing to look up', () => undefined);

describe.runIf(documentsPresent)('contradictions a careful reader finds', () => {
  it.each(PRESENT)('document %i: every figure spoken against stands where the list says', (document) => {
    const lines = documentLines(document);
    const rows = readTable('contradictions.tsv').rows.filter((row) => row['document'] === String(document));
    expect(rows.length).toBeGreaterThan(0);
    const absent = rows.filter((row) => {
      const figure = numberIn(row['figure_a']!);
      if (figure === undefined || COMPUTED.has(row['kind']!)) return false;
      const from = Number(row['line_a']) - 1;
      return !lines
        .slice(Math.max(0, from - 1), from + NEAR)
        .join(' ')
        .replaceAll(',', '')
        .includes(figure);
    });
    expect(absent.map((row) => `${row['line_a']} ${row['place_a']} ${row['figure_a']}`)).toEqual([]);
  });
});
