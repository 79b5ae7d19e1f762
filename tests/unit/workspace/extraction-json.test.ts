import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeExtraction, encodeExtraction } from '../../../src/dataset/workspace/extraction-json';
import type { Extraction } from '../../../src/domain/facts';
import { extractionOf, factOf } from './extraction';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('123', '123n', '-5', '__proto__'),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const fen = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
const place = { page: maybe(fc.nat()), line: maybe(fc.nat()) };

const extraction: fc.Arbitrary<Extraction> = fc.record({
  document: fc.record({ title: text, file_name: text }).map((given) => extractionOf(given).document),
  facts: fc.array(
    fc
      .record({
        amount: fen,
        resolution: fen,
        printed_value: maybe(text),
        printed_code: maybe(text),
        quote: maybe(text),
        ...place,
      })
      .map((given) => factOf(given)),
  ),
  statements: fc.array(
    fc.record({
      doc_id: text,
      section: text,
      item: text,
      subject_code: maybe(text),
      subject_name: maybe(text),
      initial_budget: maybe(fen),
      adjusted_budget: maybe(fen),
      final: maybe(fen),
      change: maybe(fen),
      prior_final: maybe(fen),
      change_rate: maybe(fc.constantFrom('12.5', '-0.0100', '8')),
      execution_rate: maybe(text),
      share: maybe(text),
      reason: maybe(text),
      quote: text,
      ...place,
    }),
  ),
  indicators: fc.array(
    fc.record({
      doc_id: text,
      code: text,
      subject_name: maybe(text),
      value: fc.constantFrom('2', '98.3456'),
      unit: text,
      quote: maybe(text),
      ...place,
    }),
  ),
  warnings: fc.array(fc.record({ doc_id: text, code: text, message: text, form: maybe(text), ...place })),
});

describe('what was read, as kept', () => {
  test('comes back as it was: texts that look like numbers, and 分 of any size', () => {
    fc.assert(
      fc.property(extraction, (given) => {
        expect(decodeExtraction(encodeExtraction(given))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  test('is the same bytes for the same reading', () => {
    const given = extractionOf({}, [factOf({ amount: 2n ** 62n })]);
    expect(encodeExtraction(given)).toEqual(encodeExtraction(structuredClone(given)));
  });

  test('is refused where it is something else', () => {
    expect(() => decodeExtraction(new Uint8Array([1, 2, 3]))).toThrow();
  });
});
