import { tableFromIPC } from 'apache-arrow';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { arrowBatches } from '../../../src/engine/columns';
import type { Column } from '../../../src/engine/types';

const COLUMNS: Column[] = [
  { name: 'text', type: 'VARCHAR', values: ['财政局', null, ''] },
  { name: 'fen', type: 'BIGINT', values: [-(2n ** 62n), 0n, null] },
  { name: 'page', type: 'INTEGER', values: [null, null, null] },
  { name: 'derived', type: 'BOOLEAN', values: [true, false, null] },
];

const read = (columns: readonly Column[]) =>
  [...arrowBatches(columns)].map((bytes) => {
    const table = tableFromIPC(bytes);
    return columns.map((_, i) => [...table.getChildAt(i)!]);
  });

describe('columns on their way to the engine', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('keep every value, and null apart from 0, "" and false', () => {
    expect(read(COLUMNS)).toEqual([COLUMNS.map(({ values }) => [...values])]);
    expect(read(COLUMNS.map((column) => ({ ...column, values: [] })))).toEqual([[[], [], [], []]]);
  });

  it('need no code made from text, which the page forbids', () => {
    vi.stubGlobal('Function', () => {
      throw new EvalError('unsafe-eval');
    });
    expect(() => [...arrowBatches(COLUMNS)]).not.toThrow();
  });
});
