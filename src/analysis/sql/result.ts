import Decimal from 'decimal.js';
import type { Cell } from '../../engine/types';
import type { Fen } from '../../domain/money';

/**
 * What a column of a result is: `amount` 分, `whole` a count, `decimal` exact, `float` binary floating point, `year`,
 * `truth`, `text` (dates and lists too).
 */
export type ResultKind = 'amount' | 'whole' | 'decimal' | 'float' | 'year' | 'truth' | 'text';

export interface ResultColumn {
  name: string;
  /** SQL type, as the engine describes it. */
  type: string;
  kind: ResultKind;
}

export type ResultCell = string | Fen | Decimal | number | boolean | null;

export interface ReadingResult {
  columns: readonly ResultColumn[];
  rows: readonly (readonly ResultCell[])[];
  /** The result has more rows than were asked for. */
  more: boolean;
}

const WHOLE = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT)|DECIMAL\(\d+,0\))$/;
const DECIMAL = /^DECIMAL\(\d+,[1-9]\d*\)$/;
const AMOUNT = /(^|[^a-z])[a-z_]*_fen\)*$/i;
const YEAR = /year$|年度?$/i;

/** A column's kind by its type and, for money and years, its name: 分 are whole numbers in columns named `…_fen`. */
export function kindOf(name: string, type: string): ResultKind {
  if (WHOLE.test(type)) return AMOUNT.test(name) ? 'amount' : YEAR.test(name) ? 'year' : 'whole';
  if (DECIMAL.test(type)) return 'decimal';
  if (type === 'DOUBLE' || type === 'FLOAT') return 'float';
  return type === 'BOOLEAN' ? 'truth' : 'text';
}

/** Types that cross as they are; everything else as text, so that nothing is lost on the way. */
const PLAIN = /^(VARCHAR|ENUM|BOOLEAN|DATE|DOUBLE|FLOAT|(TINY|SMALL|BIG)INT|INTEGER|U(TINY|SMALL)INT)$/;

/**
 * The statement that gives at most `most` + 1 rows of a reader's statement in columns c0, c1 …: names may repeat in it.
 * Sums of BIGINT (HUGEINT) and DECIMAL cross as text, exact.
 */
export function readingSql(sql: string, types: readonly string[], most: number): string {
  const names = types.map((_, i) => `c${i}`);
  const columns = types.map((type, i) =>
    PLAIN.test(type) ? `r.c${i}` : `CAST(r.c${i} AS VARCHAR) AS c${i}`,
  );
  return `SELECT ${columns.join(', ')} FROM (\n${body(sql)}\n) AS r(${names.join(', ')}) LIMIT ${most + 1}`;
}

/** A statement without the semicolon and what follows it. Comments are kept: the bracket stands on its own line. */
export function body(sql: string): string {
  return sql.replace(/[\s;]+$/, '');
}

/** A cell as it came → its value by the column's kind. */
export function resultCell(value: Cell, kind: ResultKind): ResultCell {
  if (value === null) return null;
  if (typeof value === 'object') return value.map(String).join(', ');
  switch (kind) {
    case 'amount':
    case 'whole':
      return BigInt(value as string | number | bigint);
    case 'year':
      return String(value);
    case 'decimal':
      return new Decimal(String(value));
    case 'float':
    case 'truth':
      return value as number | boolean;
    case 'text':
      return String(value);
  }
}
