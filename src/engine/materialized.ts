import { EngineError } from './errors';
import { tokenize } from './tokens';

const ROW_STATEMENTS = new Set(['SELECT', 'WITH', 'VALUES', 'FROM', '(']);
const EFFECT_STATEMENTS = new Set(
  'CREATE INSERT COPY DROP SET RESET UPDATE DELETE ALTER BEGIN COMMIT ROLLBACK'.split(' '),
);

/** Two statements in one text: of the first one's rows and errors nothing would be seen. */
function single(sql: string): string {
  const tokens = tokenize(sql);
  if (tokens.length === 0) throw new EngineError('refused', 'an empty statement');
  if (sql.includes('\u0000')) throw new EngineError('refused', 'a statement contains U+0000');
  const semicolon = tokens.findIndex((token) => token.text === ';');
  if (semicolon < 0) return sql;
  if (semicolon < tokens.length - 1) throw new EngineError('refused', 'several statements in one');
  return sql.slice(0, tokens[semicolon]!.start);
}

/**
 * Fence 1: a statement that returns rows, in the form in which duckdb-wasm 1.28.0 does not lose its errors. Sent bare,
 * a statement that fails part-way ends in silence with the rows made so far. Order is kept.
 */
export function materialized(sql: string): string {
  const body = single(sql);
  const first = tokenize(body)[0]?.text ?? '';
  if (!ROW_STATEMENTS.has(first)) {
    throw new EngineError('refused', `query() is for SELECT, WITH, VALUES and FROM, not ${first}`);
  }
  // On a line of its own, so that a comment at the end does not swallow the bracket.
  return `WITH r AS MATERIALIZED (\n${body}\n) SELECT * FROM r`;
}

/** The same fence from the other side: a statement with rows must not go through execute(), where they are lost. */
export function withoutRows(sql: string): string {
  const body = single(sql);
  const first = tokenize(body)[0]?.text ?? '';
  if (!EFFECT_STATEMENTS.has(first)) {
    throw new EngineError('refused', `execute() is for statements without rows, not ${first}`);
  }
  return body;
}
