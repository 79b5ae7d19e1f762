import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { NotAnExtract } from '../../../src/dataset';
import { LARGEST_ZIP, MOST_FILES, unzip } from '../../../src/dataset/workspace/zip';

/** A zip whose directory gives the first file this size. */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let i = 0; i < bytes.length - 4; i++) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true);
  }
  return bytes;
}

describe('a zip is refused', () => {
  test.each(['../outside.parquet', '/etc/a.parquet', 'a/../../b', '..\\a', 'C:\\a.parquet'])(
    'that names %s',
    (path) => {
      const bytes = zipSync({ [path]: strToU8('x') });
      expect(() => unzip('a.zip', bytes)).toThrow(NotAnExtract);
    },
  );

  test('that unpacks to more than fits', () => {
    const bytes = claiming(zipSync({ a: new Uint8Array(1000) }), LARGEST_ZIP + 1);
    expect(() => unzip('a.zip', bytes)).toThrow(/unpacks to more/);
  });

  test('of too many files', () => {
    const files = Object.fromEntries(
      Array.from({ length: MOST_FILES + 1 }, (_, i) => [`f${i}`, new Uint8Array()]),
    );
    expect(() => unzip('a.zip', zipSync(files, { level: 0 }))).toThrow(/more than \d+ files/);
  });

  test('that is something else', () => {
    expect(() => unzip('a.zip', strToU8('PK\u0003\u0004 nothing of the kind'))).toThrow(NotAnExtract);
  });
});

test('a zip gets no more room than it claims: what it hides beyond that is not unpacked', () => {
  const bytes = claiming(zipSync({ a: new Uint8Array(5_000_000) }), 10);
  let unpacked = 0;
  try {
    for (const file of unzip('a.zip', bytes)) unpacked += file.bytes.length;
  } catch (error) {
    expect(error).toBeInstanceOf(NotAnExtract);
  }
  expect(unpacked).toBeLessThanOrEqual(10);
});
