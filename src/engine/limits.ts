import { EngineError } from './errors';
import { tokenize } from './tokens';

/**
 * Bytes of UTF-8. The database has 64 KB of stack. The text of the statement lies on it, and what is left is for the
 * statement's depth: statements at all the limits below run with a text of 16 KB and die with one of 24 to 32 KB,
 * flat ones die between 48 and 66 KB (tests/engine/fences-limits.test.ts). The longest statement of the app has 6 KB.
 */
export const LONGEST_TEXT = 16 * 1024;
/** UNION, EXCEPT, INTERSECT branches; joins; common table expressions: of each. */
export const MOST_BRANCHES = 40;
/** Brackets and CASEs inside one another, and operators in one chain (`a + b + …` nests to the left). */
export const DEEPEST = 60;
/** All of these together. */
export const HEAVIEST = 80;

const SET_OPERATIONS = new Set(['UNION', 'EXCEPT', 'INTERSECT']);
/** Words that end a chain. AND and OR are here too: the database keeps their chains flat. */
const BREAKS = new Set(
  'SELECT FROM WHERE GROUP HAVING ORDER BY LIMIT AND OR WHEN THEN ELSE END AS ON UNION VALUES USING'.split(
    ' ',
  ),
);
/** Words that nest what stands before or after them: `NOT NOT …`, `… IS NULL IS NULL`. */
const NESTING = new Set('NOT IS ISNULL NOTNULL LIKE ILIKE SIMILAR GLOB BETWEEN IN COLLATE'.split(' '));
const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function refuse(what: string, found: number, limit: number): never {
  throw new EngineError('refused', `statement too large for the engine: ${what} ${found}, at most ${limit}`);
}

/**
 * Fence 2: refuses statements that are too long or too deep for the database before they kill it, or worse: past
 * the stack's end it has been seen to go on with damaged memory. The depth is counted from the tokens, on the safe side.
 */
export function refuseOversized(sql: string): void {
  const bytes = utf8Length(sql);
  if (bytes > LONGEST_TEXT) refuse('bytes', bytes, LONGEST_TEXT);
  let setOperations = 0;
  let commonTables = 0;
  let joins = 0;
  let cases = 0;
  let deepest = 0;
  /** The lengths of the chains in which the open brackets stand, and of the innermost one. */
  const chains = [0];
  const tokens = tokenize(sql);
  for (const [i, { kind, text }] of tokens.entries()) {
    const last = chains.length - 1;
    if (kind === 'word') {
      if (SET_OPERATIONS.has(text)) setOperations++;
      if (text === 'JOIN') joins++;
      if (text === 'AS' && /^\($|MATERIALIZED$/.test(tokens[i + 1]?.text ?? '')) commonTables++;
      if (text === 'CASE') cases++;
      if (text === 'END') cases = Math.max(0, cases - 1);
      if (BREAKS.has(text)) chains[last] = 0;
      else if (NESTING.has(text)) chains[last]!++;
    } else if (kind === 'symbol') {
      if (OPENING.has(text)) chains.push(0);
      else if (CLOSING.has(text)) chains.splice(Math.max(1, last));
      else if (text === ',') chains[last] = 0;
      else if (text !== '.' || tokens[i - 1]?.text === ')') chains[last]!++;
    }
    const depth = chains.reduce((sum, chain) => sum + chain, 0) + chains.length - 1 + cases;
    if (depth > DEEPEST) refuse('depth', depth, DEEPEST);
    deepest = Math.max(deepest, depth);
  }
  if (setOperations + 1 > MOST_BRANCHES) refuse('branches', setOperations + 1, MOST_BRANCHES);
  if (commonTables > MOST_BRANCHES) refuse('common table expressions', commonTables, MOST_BRANCHES);
  if (joins > MOST_BRANCHES) refuse('joins', joins, MOST_BRANCHES);
  const weight = deepest + setOperations + commonTables + joins;
  if (weight > HEAVIEST) refuse('weight', weight, HEAVIEST);
}
