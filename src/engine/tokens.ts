/** A piece of SQL text, as far as the fences need to tell pieces apart. */
export interface Token {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'placeholder' | 'symbol';
  /** As written; words in upper case. */
  text: string;
  start: number;
  end: number;
}

const SPACE = /[\s\ufeff]+/y;
const LINE_COMMENT = /--[^\n]*/y;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?/iy;
const PLAIN_STRING = /'(?:[^']|'')*'/y;
const ESCAPE_STRING = /e'(?:[^'\\]|''|\\[^])*'/iy;
const QUOTED = /"(?:[^"]|"")*"/y;
const DOLLAR_STRING = /\$([\p{L}_][\p{L}\p{N}_]*)?\$[^]*?\$\1\$/uy;
const OPERATOR = /\|\||<>|[<>!=]=|::|->>?|\/\//y;

/** The end of a block comment that begins at `start`; comments nest. */
function blockCommentEnd(sql: string, start: number): number {
  let depth = 0;
  for (let i = start; i < sql.length; i++) {
    const two = sql.slice(i, i + 2);
    if (two === '/*') depth++;
    if (two === '*/') depth--;
    if (two === '/*' || two === '*/') i++;
    if (depth === 0) return i + 1;
  }
  return sql.length;
}

/** Splits SQL text into tokens, without blanks and comments. Never throws: what is no SQL the database rejects. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(sql) ? pattern.lastIndex : -1;
  };
  const kinds: [RegExp, Token['kind']][] = [
    [ESCAPE_STRING, 'string'],
    [PLAIN_STRING, 'string'],
    [QUOTED, 'quoted'],
    [DOLLAR_STRING, 'string'],
    [WORD, 'word'],
    [NUMBER, 'number'],
    [OPERATOR, 'symbol'],
  ];
  while (at < sql.length) {
    const skipped = Math.max(take(SPACE), take(LINE_COMMENT));
    if (skipped > at) {
      at = skipped;
      continue;
    }
    if (sql.startsWith('/*', at)) {
      at = blockCommentEnd(sql, at);
      continue;
    }
    let kind: Token['kind'] = sql[at] === '?' ? 'placeholder' : 'symbol';
    let end = at + 1;
    for (const [pattern, candidate] of kinds) {
      const matched = take(pattern);
      if (matched < 0) continue;
      kind = candidate;
      end = matched;
      break;
    }
    const text = sql.slice(at, end);
    tokens.push({ kind, text: kind === 'word' ? text.toUpperCase() : text, start: at, end });
    at = end;
  }
  return tokens;
}

/** The index of the bracket that closes the one at `open`; the last index where none does. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const { text, kind } = tokens[i]!;
    if (kind !== 'symbol') continue;
    if (text === '(') depth++;
    else if (text === ')' && --depth === 0) return i;
  }
  return tokens.length - 1;
}
