import { EngineError } from './errors';
import { literal } from './literals';
import { tokenize, type Token } from './tokens';
import type { Query, Value } from './types';

/**
 * Lists of more values than this leave the statement for a temporary table (fence 2): one filter may stand in a
 * statement a dozen times.
 */
export const LONGEST_LIST = 12;

/** Values for a temporary table `name` with the one column `value`. */
export interface ValueList {
  name: string;
  values: Value[];
}

/** A statement without placeholders, and the temporary tables it reads. */
export interface BoundQuery {
  sql: string;
  lists: ValueList[];
}

/** The index after `IN (?, ?, …)` that begins at the word IN, or null where it is something else. */
function endOfPlaceholderList(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.text !== 'IN' || tokens[at + 1]?.text !== '(') return null;
  let i = at + 2;
  for (; tokens[i]?.kind === 'placeholder'; i += 2) {
    const after = tokens[i + 1]?.text;
    if (after === ')') return i + 2;
    if (after !== ',') return null;
  }
  return null;
}

/**
 * Puts the parameters into the statement as literals, each where its `?` stands (not inside strings, names or
 * comments). Not by prepared statements: those lose errors, cut strings at U+0000 and cannot take bigint.
 * `IN` lists of more than LONGEST_LIST placeholders become a SELECT from a temporary table.
 */
export function bind(query: Query): BoundQuery {
  const params = query.params ?? [];
  const tokens = tokenize(query.sql);
  const count = tokens.filter((token) => token.kind === 'placeholder').length;
  if (count !== params.length) {
    throw new EngineError('refused', `${count} placeholders but ${params.length} parameters`);
  }
  const lists: ValueList[] = [];
  const pieces: string[] = [];
  // A filter stands in many places of one statement: equal lists share a table.
  const listOf = (values: Value[]): string => {
    const same = lists.find(
      (list) => list.values.length === values.length && values.every((value, i) => value === list.values[i]),
    );
    if (same) return same.name;
    const name = `value_list_${lists.length + 1}`;
    lists.push({ name, values });
    return name;
  };
  let copied = 0;
  let used = 0;
  const replace = (start: number, end: number, text: string) => {
    pieces.push(query.sql.slice(copied, start), text);
    copied = end;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const end = endOfPlaceholderList(tokens, i);
    const length = end === null ? 0 : (end - i - 2) / 2;
    if (end !== null && length > LONGEST_LIST) {
      const name = listOf(params.slice(used, used + length));
      replace(tokens[i + 1]!.start, tokens[end - 1]!.end, `(SELECT value FROM ${name})`);
      used += length;
      i = end - 1;
    } else if (token.kind === 'placeholder') {
      replace(token.start, token.end, literal(params[used++]!));
    }
  }
  return { sql: pieces.join('') + query.sql.slice(copied), lists };
}
