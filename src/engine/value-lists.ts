import type { ValueList } from './bind';
import { EngineError } from './errors';
import { literal } from './literals';
import { LONGEST_TEXT, utf8Length } from './limits';
import type { Value } from './types';

function listType(values: readonly Value[]): string {
  const types = new Set<string>();
  for (const value of values) {
    if (value === null) continue;
    if (typeof value === 'string') types.add('VARCHAR');
    else if (typeof value === 'boolean') types.add('BOOLEAN');
    else if (typeof value === 'number' && !Number.isInteger(value)) types.add('DOUBLE');
    else types.add('BIGINT');
  }
  if (types.size > 1) throw new EngineError('refused', 'a long list of values of several types');
  return [...types][0] ?? 'VARCHAR';
}

/**
 * Fence 2, the other half: the statements that make a temporary table of a long list of values, each short
 * enough for the database's stack.
 */
export function valueListStatements(list: ValueList): string[] {
  const statements = [`CREATE OR REPLACE TEMP TABLE ${list.name} (value ${listType(list.values)})`];
  const head = `INSERT INTO ${list.name} VALUES `;
  let rows: string[] = [];
  let length = head.length;
  const flush = () => {
    if (rows.length) statements.push(head + rows.join(','));
    rows = [];
    length = head.length;
  };
  for (const value of list.values) {
    const row = `(${literal(value)})`;
    const bytes = utf8Length(row) + 1;
    if (length + bytes > LONGEST_TEXT) flush();
    rows.push(row);
    length += bytes;
  }
  flush();
  return statements;
}
