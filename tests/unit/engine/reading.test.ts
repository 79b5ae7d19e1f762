import { describe, expect, it } from 'vitest';
import { refusalOfReading } from '../../../src/engine/reading';

const TABLES = ['documents', 'facts', 'statements', 'indicators'];
const reason = (sql: string) => refusalOfReading(sql, TABLES)?.reason ?? null;
const found = (sql: string) => refusalOfReading(sql, TABLES)?.found;

describe('statements that read the tables', () => {
  it.each([
    'SELECT * FROM facts',
    'select 1',
    'FROM facts SELECT department LIMIT 3;',
    'SELECT f.* FROM "facts" f, documents AS d WHERE f.doc_id = d.doc_id',
    'SELECT * FROM facts JOIN (SELECT doc_id FROM documents) USING (doc_id)',
    'SELECT * FROM (facts JOIN documents USING (doc_id))',
    'WITH a AS (SELECT 1 AS n), b(m) AS MATERIALIZED (SELECT n FROM a) SELECT * FROM a, b',
    'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 9) SELECT * FROM t',
    'SELECT * FROM (VALUES (1, 2), (3, 4)) AS v(a, b), facts',
    'SELECT * FROM range(3) AS r, unnest([1, 2]) AS u(x), generate_series(1, 2)',
    "SELECT extract(year FROM published), trim(BOTH ' ' FROM title), substring(title FROM 2 FOR 3) FROM documents",
    'SELECT * FROM facts WHERE form IS DISTINCT FROM note AND form IS NOT DISTINCT FROM quote',
    "SELECT department, 'FROM secrets' FROM facts -- FROM nowhere\n WHERE note = 'JOIN x' /* FROM y */",
    'SELECT * FROM facts ORDER BY department, fiscal_year',
    'SELECT * FROM facts AS a LEFT JOIN facts AS b ON a.doc_id = b.doc_id AND b.form IN (SELECT form FROM facts), documents',
    "SELECT (SELECT count(*) FROM documents), sum(amount_fen) FILTER (WHERE form = '03') FROM facts GROUP BY 1",
    'SELECT * FROM facts WHERE EXISTS (FROM documents WHERE documents.doc_id = facts.doc_id)',
    '(SELECT 1) UNION ALL (SELECT 2)',
    'VALUES (1), (2)',
    'SELECT fact_id, rank() OVER (PARTITION BY doc_id ORDER BY amount_fen) FROM facts',
  ])('%s', (sql) => expect(refusalOfReading(sql, TABLES)).toBeNull());
});

describe('anything else is refused, by name', () => {
  it.each([
    ['', 'empty'],
    ['  -- nothing\n', 'empty'],
    ['SELECT 1; SELECT 2', 'several'],
    ['DROP TABLE facts', 'statement'],
    ['DELETE FROM facts', 'statement'],
    ['CREATE TABLE x AS SELECT 1', 'statement'],
    ['UPDATE facts SET amount_fen = 0', 'statement'],
    ['PRAGMA database_list', 'statement'],
    ["COPY facts TO 'a.csv'", 'statement'],
    ["ATTACH 'a.db'", 'statement'],
    ['EXPLAIN SELECT 1', 'statement'],
    ["SELECT * FROM 'https://example.test/a.parquet'", 'relation'],
    ['SELECT * FROM "a.parquet"', 'relation'],
    ['SELECT * FROM a.parquet', 'relation'],
    ['SELECT * FROM facts, secrets', 'relation'],
    ['SELECT * FROM facts JOIN secrets USING (id)', 'relation'],
    ['SELECT * FROM (SELECT * FROM secrets)', 'relation'],
    ['SELECT * FROM (secrets JOIN facts USING (id))', 'relation'],
    ['SELECT * FROM facts WHERE x IN (SELECT y FROM secrets)', 'relation'],
    ['WITH a AS (SELECT * FROM secrets) SELECT * FROM a', 'relation'],
    ['SELECT * FROM information_schema.tables', 'relation'],
    ['SELECT * FROM main.facts', 'relation'],
    ['SELECT name FROM facts UNION ALL TABLE sqlite_master', 'relation'],
    ['SELECT * FROM (DESCRIBE facts)', 'relation'],
    ['SELECT * FROM facts POSITIONAL JOIN secrets', 'relation'],
    ['SELECT * FROM facts, LATERAL (SELECT * FROM secrets)', 'relation'],
    ["SELECT * FROM read_parquet('a.parquet')", 'function'],
    ['SELECT * FROM duckdb_settings()', 'function'],
    ["SELECT current_setting('home_directory')", 'function'],
    ['SELECT * FROM pragma_database_list()', 'function'],
    ["SELECT * FROM glob('*')", 'function'],
    ['SELECT * FROM my_function(1)', 'relation'],
    ['SELECT (1', 'brackets'],
    ['SELECT 1)', 'brackets'],
    ['SELECT 1) SELECT * FROM facts --', 'brackets'],
    ['SELECT [1)', 'brackets'],
    ['SELECT ?', 'parameter'],
    ['SELECT $1', 'parameter'],
  ])('%s → %s', (sql, expected) => expect(reason(sql)).toBe(expected));

  it('says what was found', () => {
    expect(found('SELECT * FROM facts JOIN 预算 USING (id)')).toBe('预算');
    expect(found('drop table facts')).toBe('drop');
    expect(refusalOfReading('SELECT 1;\n SELECT 2', TABLES)).toEqual({
      reason: 'several',
      found: 'SELECT',
      at: 11,
    });
  });
});
