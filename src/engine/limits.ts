import { EngineError } from './errors';
import { tokenize } from './tokens';

/** Bytes of UTF-8. The 64 KB stack of the database dies of about 62 KB. */
export const LONGEST_TEXT = 48 * 1024;
/** UNION, EXCEPT, INTERSECT branches and common table expressions. */
export const MOST_BRANCHES = 40;
/** Brackets and CASEs inside one another, and operators in one chain (`a + b + …` nests to the left). */
export const DEEPEST = 80;

const SET_OPERATIONS = new Set(['UNION', 'EXCEPT', 'INTERSECT']);
/** Words that end a chain of operators. AND and OR are here too: the database keeps their chains flat. */
const BREAKS = new Set(
  'SELECT FROM WHERE GROUP HAVING ORDER BY LIMIT AND OR NOT WHEN THEN ELSE END AS ON IN UNION VALUES'.split(
    ' ',
  ),
);
const CHAINING = new Set(['+', '-', '*', '/', '%', '||', '//', '::', '^', '->', '->>']);

export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

function refuse(what: string, found: number, limit: number): never {
  throw new EngineError('refused', `statement too large for the engine: ${what} ${found}, at most ${limit}`);
}

/** Fence 2: refuses statements that are too long or too deep for the database before they kill it. */
export function refuseOversized(sql: string): void {
  const bytes = utf8Length(sql);
  if (bytes > LONGEST_TEXT) refuse('bytes', bytes, LONGEST_TEXT);
  let setOperations = 0;
  let commonTables = 0;
  let cases = 0;
  const chains = [0];
  const tokens = tokenize(sql);
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'word') {
      if (SET_OPERATIONS.has(token.text)) setOperations++;
      if (token.text === 'AS' && tokens[i + 1]?.text === '(') commonTables++;
      if (token.text === 'AS' && tokens[i + 1]?.text.endsWith('MATERIALIZED')) commonTables++;
      if (token.text === 'CASE') cases++;
      if (token.text === 'END') cases--;
      if (BREAKS.has(token.text)) chains[chains.length - 1] = 0;
    } else if (token.kind === 'symbol') {
      if (token.text === '(') chains.push(0);
      else if (token.text === ')' && chains.length > 1) chains.pop();
      else if (token.text === ',') chains[chains.length - 1] = 0;
      else if (CHAINING.has(token.text)) chains[chains.length - 1]!++;
    }
    const depth = chains.length - 1 + Math.max(cases, 0) + chains[chains.length - 1]!;
    if (depth > DEEPEST) refuse('depth', depth, DEEPEST);
  }
  if (setOperations + 1 > MOST_BRANCHES) refuse('branches', setOperations + 1, MOST_BRANCHES);
  if (commonTables > MOST_BRANCHES) refuse('common table expressions', commonTables, MOST_BRANCHES);
}
