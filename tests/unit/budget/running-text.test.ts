import { describe, expect, it } from 'vitest';
import { JIANGSU, read, SHANGHAI } from './small-budget';

describe('budgets as running text, in which blanks leave no trace', () => {
  const asText = (lines: readonly string[]) =>
    lines.map((line) => line.split('\t').filter(Boolean).join(' '));

  it.each([
    ['上海', SHANGHAI],
    ['江苏', JIANGSU],
  ] as const)(
    '%s: nothing is read otherwise than from the grid, and what is not read is told',
    async (_, lines) => {
      const key = (fact: {
        form: string | null;
        amount: bigint;
        line: number | null;
        measure: string;
        fund: string;
      }) => [fact.form, fact.line, fact.measure, fact.fund, fact.amount].join('/');
      const grid = await read(lines);
      const text = await read(asText(lines));
      const expected = new Set(grid.facts.map(key));
      expect(text.facts.map(key).filter((fact) => !expected.has(fact))).toEqual([]);
      expect(text.facts.length).toBeGreaterThan(25);
      const got = new Set(text.facts.map(key));
      const lost = grid.facts.filter((fact) => !got.has(key(fact)));
      const told = new Set(text.warnings.map(({ line }) => line));
      expect(lost.filter((fact) => !told.has(fact.line))).toEqual([]);
    },
  );
});
