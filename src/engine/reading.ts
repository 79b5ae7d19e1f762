import { closing, tokenize, type Token } from './tokens';

/**
 * Why a text is no reading statement over the given tables:
 * - `empty`; `several`: statements in one; `statement`: another one than SELECT, WITH, VALUES or FROM;
 * - `relation`: a table, view, file or address that is none of the tables; `function`: one that reads files, settings or
 *   the database's own parts; `brackets` that do not close; `parameter`: `?` and `$1` have no value.
 */
export interface Refusal {
  reason: 'empty' | 'several' | 'statement' | 'relation' | 'function' | 'brackets' | 'parameter';
  /** As written. */
  found: string;
  /** Where, in UTF-16 units. */
  at: number;
}

const STATEMENTS = new Set(['SELECT', 'WITH', 'VALUES', 'FROM', '(']);
/** Table functions that make rows of their arguments alone. */
const TABLE_FUNCTIONS = new Set(['UNNEST', 'RANGE', 'GENERATE_SERIES']);
/** Functions in whose brackets FROM names no table. */
const FROM_INSIDE = new Set(['EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY', 'POSITION']);
const CLAUSES = new Set(
  'WHERE GROUP HAVING WINDOW QUALIFY ORDER LIMIT OFFSET UNION EXCEPT INTERSECT SELECT ON USING SAMPLE'.split(
    ' ',
  ),
);
const FORBIDDEN =
  /^(READ_|PARQUET_|SNIFF_|SQLITE_|POSTGRES_|MYSQL_|ICEBERG_|DELTA_|DUCKDB_|PRAGMA_|TEST_|ST_READ)|_SCAN$|^(GLOB|CHECKPOINT|FORCE_CHECKPOINT|GETENV|CURRENT_SETTING|SET_CONFIG|NEXTVAL|CURRVAL|QUERY|QUERY_TABLE|SUMMARY|REPEAT_ROW|WHICH_SECRET|SEARCH_PATH|SQL_AUTO_COMPLETE|COPY_DATABASE)$/;

const nameOf = ({ kind, text }: Token): string =>
  kind === 'quoted' ? text.slice(1, -1).replaceAll('""', '"').toUpperCase() : text.toUpperCase();
const isName = (token: Token | undefined): token is Token =>
  token?.kind === 'word' || token?.kind === 'quoted';

/** Names of common table expressions: `name [(columns)] AS [NOT] [MATERIALIZED] (`. */
function commonTables(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    if (!isName(token)) continue;
    let at = i + 1;
    if (tokens[at]?.text === '(') at = closing(tokens, at) + 1;
    if (tokens[at]?.text !== 'AS') continue;
    at++;
    if (tokens[at]?.text === 'NOT') at++;
    if (tokens[at]?.text === 'MATERIALIZED') at++;
    if (tokens[at]?.text === '(') names.add(nameOf(token));
  }
  return names;
}

/** What an open bracket is: a FROM clause waits for a relation, has had one, or there is none. */
type Place = { from: 'wants' | 'has' | 'none'; plain: boolean };

function unknownRelation(tokens: readonly Token[], tables: ReadonlySet<string>): Token | null {
  const known = new Set([...tables, ...commonTables(tokens)]);
  const places: Place[] = [{ from: 'none', plain: false }];
  for (const [i, token] of tokens.entries()) {
    const place = places.at(-1)!;
    const next = tokens[i + 1];
    if ('([{'.includes(token.text)) {
      const before = tokens[i - 1];
      const inside = before?.kind === 'word' && FROM_INSIDE.has(before.text);
      // A bracket where a relation is wanted holds a query, or relations joined.
      places.push({ from: place.from === 'wants' && token.text === '(' ? 'wants' : 'none', plain: inside });
      if (place.from === 'wants') place.from = 'has';
      continue;
    }
    if (')]}'.includes(token.text)) {
      if (places.length > 1) places.pop();
      continue;
    }
    if (token.kind === 'word') {
      if (token.text === 'FROM') {
        const distinct = tokens[i - 1]?.text === 'DISTINCT' && /^(IS|NOT)$/.test(tokens[i - 2]?.text ?? '');
        if (!place.plain && !distinct) place.from = 'wants';
        continue;
      }
      if (token.text === 'JOIN') {
        place.from = 'wants';
        continue;
      }
      if (token.text === 'LATERAL' || (place.from === 'wants' && token.text === 'VALUES')) {
        if (token.text === 'VALUES') place.from = 'none';
        continue;
      }
      if (CLAUSES.has(token.text)) {
        // In a bracket that wanted a relation: it is a query.
        place.from = place.from === 'has' && /^(ON|USING|SAMPLE)$/.test(token.text) ? 'has' : 'none';
        continue;
      }
      if (place.from === 'wants' && token.text === 'WITH') {
        place.from = 'none';
        continue;
      }
    }
    if (token.text === ',' && place.from === 'has') {
      place.from = 'wants';
      continue;
    }
    if (place.from !== 'wants') continue;
    place.from = 'has';
    if (!isName(token)) return token;
    if (next?.text === '(') {
      if (!TABLE_FUNCTIONS.has(nameOf(token))) return token;
    } else if (next?.text === '.' || !known.has(nameOf(token))) return token;
  }
  return null;
}

/**
 * Whether a reader's text is one statement that reads the given tables and nothing else; null where it is. On the safe
 * side: files, addresses, other schemas and the database's own tables and settings are refused.
 */
export function refusalOfReading(sql: string, tables: readonly string[]): Refusal | null {
  const all = tokenize(sql);
  const end = all.findIndex(({ text }) => text === ';');
  const tokens = end < 0 ? all : all.slice(0, end);
  const [first] = tokens;
  const refusal = (reason: Refusal['reason'], token?: Token): Refusal => ({
    reason,
    found: token ? sql.slice(token.start, token.end) : '',
    at: token?.start ?? 0,
  });
  if (!first) return refusal('empty');
  const later = end < 0 ? undefined : all.slice(end).find(({ text }) => text !== ';');
  if (later) return refusal('several', later);
  if (!STATEMENTS.has(first.text)) return refusal('statement', first);
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'placeholder' || token.text === '$') return refusal('parameter', token);
    if (token.kind !== 'symbol') continue;
    if ('([{'.includes(token.text)) open.push(token);
    else if (')]}'.includes(token.text)) {
      const opener = open.pop();
      if (!opener || '([{'.indexOf(opener.text) !== ')]}'.indexOf(token.text))
        return refusal('brackets', token);
    }
  }
  if (open[0]) return refusal('brackets', open[0]);
  const forbidden = tokens.find(
    (token, i) => isName(token) && tokens[i + 1]?.text === '(' && FORBIDDEN.test(nameOf(token)),
  );
  if (forbidden) return refusal('function', forbidden);
  // `TABLE name` is a query of its own, also after UNION.
  const table = tokens.findIndex(({ kind, text }) => kind === 'word' && text === 'TABLE');
  if (table >= 0) return refusal('relation', tokens[table + 1] ?? tokens[table]!);
  const outside = unknownRelation(tokens, new Set(tables.map((table) => table.toUpperCase())));
  return outside ? refusal('relation', outside) : null;
}
