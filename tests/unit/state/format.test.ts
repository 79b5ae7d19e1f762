import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exactYuan,
  formatCount,
  formatDecimal,
  formatFen,
  formatPercent,
  NONE,
  THIN,
  unbroken,
} from '../../../src/state/format';

describe('money', () => {
  // 1 758 799.84 元, as 临夏市政务中心 prints it.
  test.each([
    [175_879_984n, '元', `1${THIN}758${THIN}799.84`],
    [175_879_984n, '万元', '175.88'],
    [175_879_984n, '亿元', '0.0176'],
    [-158_560_000n, '万元', '−158.56'],
    [0n, '万元', '0.00'],
    [100n, '元', '1.00'],
    // Half a last place rounds away from zero: 0.005 万元 is 50 元.
    [5_000n, '万元', '0.01'],
    [-5_000n, '万元', '−0.01'],
    [1n, '元', '0.01'],
  ] as const)('%s 分 in %s is %s', (fen, unit, shown) => {
    expect(formatFen(fen, unit)).toBe(shown);
  });

  test('no figure is a dash, not zero', () => {
    expect(formatFen(null, '万元')).toBe(NONE);
    expect(NONE).toBe('–');
  });

  test('something too small to show is not shown as nothing', () => {
    expect(formatFen(4_999n, '万元')).toBe('<0.01');
    expect(formatFen(-4_999n, '万元')).toBe('>−0.01');
    expect(formatFen(1n, '亿元')).toBe('<0.0001');
  });

  test('English groups by comma, changes carry their sign', () => {
    expect(formatFen(28_720_900_000n, '元', { language: 'en' })).toBe('287,209,000.00');
    expect(formatFen(5_000_000n, '万元', { sign: true })).toBe('+5.00');
    expect(formatFen(0n, '万元', { sign: true })).toBe('0.00');
  });

  test('元 shows every 分, however large', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => {
        const shown = formatFen(fen, '元');
        const plain = shown.replaceAll(THIN, '').replace('−', '-').replace('.', '');
        expect(BigInt(plain)).toBe(fen);
      }),
    );
  });

  test('万元 is never further than half its last place from the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => {
        const shown = formatFen(fen, '万元');
        fc.pre(!/[<>]/.test(shown));
        const hundredths = BigInt(shown.replaceAll(THIN, '').replace('−', '-').replace('.', ''));
        const error = hundredths * 10_000n - fen;
        expect(error <= 5_000n && error >= -5_000n).toBe(true);
      }),
    );
  });
});

describe('ratios', () => {
  test.each([
    [new Decimal(13653).div(29509), 2, '46.27%'],
    [new Decimal('0.8521'), 1, '85.2%'],
    [new Decimal(1), 1, '100.0%'],
    [new Decimal('-0.0741'), 2, '−7.41%'],
    [new Decimal('0.0004'), 1, '<0.1%'],
    [new Decimal(0), 1, '0.0%'],
  ])('%s with %i decimals is %s', (ratio, decimals, shown) => {
    expect(formatPercent(ratio, decimals)).toBe(shown);
  });

  test('an undefined ratio is a dash', () => {
    expect(formatPercent(null)).toBe('–');
  });
});

test('counts are grouped', () => {
  expect(formatCount(1839)).toBe(`1${THIN}839`);
  expect(formatCount(1839, 'en')).toBe('1,839');
  expect(formatCount(-12)).toBe('−12');
  expect(formatCount(999)).toBe('999');
});

test('decimals without places', () => {
  expect(formatDecimal(new Decimal('1234.5'), 0)).toBe(`1${THIN}235`);
  expect(formatDecimal(new Decimal('0.4'), 0)).toBe('<1');
});

test('the exact amount for titles', () => {
  expect(exactYuan(175_879_984n, 'en')).toBe('1,758,799.84');
  expect(exactYuan(-5n)).toBe('−0.05');
});

test('running text does not end a line inside a figure', () => {
  expect(unbroken(formatCount(1839))).toBe('1\u202f839');
});
