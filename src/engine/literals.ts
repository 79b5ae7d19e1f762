import { EngineError } from './errors';
import type { Value } from './types';

const BIGINT_MIN = -(2n ** 63n);
const BIGINT_MAX = 2n ** 63n - 1n;

/** The text of SQL that means exactly this value. Refuses what the database cannot hold. */
export function literal(value: Value): string {
  switch (typeof value) {
    case 'string':
      // The database takes its text as a C string: everything after a NUL would be cut off in silence.
      if (value.includes('\u0000')) throw new EngineError('refused', 'a text parameter contains U+0000');
      return `'${value.replaceAll("'", "''")}'`;
    case 'bigint':
      if (value < BIGINT_MIN || value > BIGINT_MAX) {
        throw new EngineError('refused', `a number beyond BIGINT: ${value}`);
      }
      // Written with its type, because the digits of the least BIGINT alone are a HUGEINT.
      return value < 0n ? `CAST('${value}' AS BIGINT)` : value.toString();
    case 'number':
      if (!Number.isFinite(value)) throw new EngineError('refused', `not a number: ${value}`);
      if (Number.isSafeInteger(value)) return value < 0 ? `(${value})` : value.toString();
      // With an exponent it is a DOUBLE, the same binary number; without it would be a DECIMAL.
      return /e/.test(value.toString()) ? `(${value})` : `(${value}e0)`;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return 'NULL';
  }
}

/** A table or column name as SQL. */
export function identifier(name: string): string {
  if (name.includes('\u0000')) throw new EngineError('refused', 'a name contains U+0000');
  return `"${name.replaceAll('"', '""')}"`;
}
