import { EngineError } from './errors';
import { closing, tokenize, type Token } from './tokens';

const PIVOTS = new Set(['PIVOT', 'PIVOT_WIDER']);
const RANKS = new Set(['RANK', 'DENSE_RANK', 'PERCENT_RANK', 'RANK_DENSE']);
const FRAMES = new Set(['ROWS', 'RANGE', 'GROUPS']);
const FRAME_STARTS = new Set(['BETWEEN', 'UNBOUNDED', 'CURRENT']);
const EXTENSIONS = new Set(['INSTALL', 'LOAD']);
/** More FILTER columns than any table shows at once; 300 of them took 3 s. */
export const MOST_FILTERS = 40;

function isFrame(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return FRAMES.has(tokens[i]!.text) && (next?.kind === 'number' || FRAME_STARTS.has(next?.text ?? ''));
}

/** Whether the ranking function at `at` runs over a window with an explicit frame, in place or by name. */
function ranksWithFrame(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== '(') return false;
  const over = closing(tokens, at + 1) + 1;
  if (tokens[over]?.text !== 'OVER') return false;
  const inPlace = tokens[over + 1]?.text === '(';
  // A named window is defined somewhere else: any frame in the statement counts.
  const window = inPlace ? tokens.slice(over + 1, closing(tokens, over + 1)) : tokens;
  return window.some((_, i) => isFrame(window, i));
}

/**
 * Fence 4: refuses what DuckDB 0.9.1 gets wrong or slow. PIVOT (a bad one invalidates the database), ranking with
 * an explicit frame (wrong results), one FILTER column per pivot column, duckdb_extensions() (throws), and
 * extensions, which would come from the internet.
 */
export function refuseForbidden(sql: string): void {
  const refuse = (what: string): never => {
    throw new EngineError('refused', `the engine does not run ${what}`);
  };
  const tokens = tokenize(sql);
  let filters = 0;
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== 'word') continue;
    if (PIVOTS.has(text)) refuse(text);
    if (RANKS.has(text) && ranksWithFrame(tokens, i)) refuse(`${text} with an explicit frame`);
    if (text === 'DUCKDB_EXTENSIONS') refuse(text);
    if (i === 0 && EXTENSIONS.has(text)) refuse(text);
    if (text === 'FILTER' && tokens[i + 1]?.text === '(') filters++;
  }
  if (filters > MOST_FILTERS) refuse(`${filters} FILTER columns (pivot in long form with GROUPING SETS)`);
}
