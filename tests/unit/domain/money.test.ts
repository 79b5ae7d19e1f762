import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenToYuan, inUnit, parseAmount, ratio, yuanToFen } from '../../../src/domain/money';

describe('printed amounts', () => {
  it.each([
    ['1,989,513.08', '元', 198951308n, 1n],
    ['162.25', '万元', 162250000n, 10000n],
    ['45', '万元', 45000000n, 1000000n],
    ['0.0', '万元', 0n, 100000n],
    ['-1,200.50', '元', -120050n, 1n],
    ['−3.20', '万元', -3200000n, 10000n],
    ['（3.20）', '万元', -3200000n, 10000n],
    ['１２．３４', '元', 1234n, 1n],
    ['0.123456', '万元', 123456n, 1n],
  ] as const)('%s %s is %d 分, last place %d 分', (text, unit, amount, resolution) => {
    expect(parseAmount(text, unit)).toEqual({ amount, resolution });
  });

  it.each(['', '—', '-', '–', '/', '201 一般', '1,23.00', '1.2.3', '12万'])('%j is no amount', (text) => {
    expect(parseAmount(text, '元')).toBeNull();
  });

  it('refuses decimals that 分 cannot hold, and takes trailing zeros', () => {
    expect(parseAmount('1.234', '元')).toBeNull();
    expect(parseAmount('1.230', '元')).toEqual({ amount: 123n, resolution: 1n });
  });

  it('reads back what it writes, with and without separators', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (fen) => {
        const plain = fenToYuan(fen);
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        expect(yuanToFen(plain)).toBe(fen);
        expect(parseAmount(grouped, '元')?.amount).toBe(fen);
      }),
    );
  });

  it('is the same money in every unit', () => {
    expect(inUnit(198951308n, '万元').toFixed()).toBe('198.951308');
    expect(inUnit(-1n, '元').toFixed()).toBe('-0.01');
    expect(inUnit(90071992547409931234n, '亿元').toFixed()).toBe('9007199254.7409931234');
  });

  it('gives no ratio over zero', () => {
    expect(ratio(100n, 0n)).toBeNull();
    expect(ratio(13653n, 29509n)?.mul(100).toFixed(2)).toBe('46.27');
  });
});
