import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import type { Extraction } from '../../domain/facts';
import { MONEY, SCHEMA, TABLES, type TableName } from '../schema';

const FORMAT = 'juesuan-extraction/1';

/** The columns that hold 分: whole numbers as text in JSON, which has none of that size. */
const MONEY_OF = Object.fromEntries(
  TABLES.map((table) => [table, SCHEMA[table].filter(({ type }) => type === MONEY).map(({ name }) => name)]),
) as Record<TableName, string[]>;

/** What was read from a document → gzipped JSON, 分 as text; the same extraction gives the same bytes. */
export function encodeExtraction(extraction: Extraction): Uint8Array {
  const text = JSON.stringify({ format: FORMAT, ...extraction }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  // A time of its own would make equal extractions differ.
  return gzipSync(strToU8(text), { level: 6, mtime: 0 });
}

/** The way back. Throws where the bytes are not what `encodeExtraction` made. */
export function decodeExtraction(bytes: Uint8Array): Extraction {
  const { format, ...extraction } = JSON.parse(strFromU8(gunzipSync(bytes))) as Extraction & {
    format: string;
  };
  if (format !== FORMAT) throw new Error(`not an extraction: ${String(format)}`);
  for (const table of ['facts', 'statements', 'indicators'] as const) {
    for (const row of extraction[table] as unknown as Record<string, unknown>[]) {
      for (const column of MONEY_OF[table]) {
        const value = row[column];
        if (typeof value === 'string') row[column] = BigInt(value);
      }
    }
  }
  return extraction;
}
