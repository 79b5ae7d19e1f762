import Decimal from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv, toTsv, type Cell, type ExportTable } from '../../../src/export';

const table = (rows: Cell[][], notes?: string[]): ExportTable => ({
  title: '一般公共预算支出',
  columns: [{ label: '部门' }, { label: '决算数', unit: '万元' }],
  rows,
  ...(notes ? { notes } : {}),
});

/** A small RFC 4180 reader, to read back what was written. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
      i++;
    } else cell += c;
  }
  rows.pop();
  return rows;
}

describe('CSV', () => {
  test('BOM, CRLF, heading with unit, numbers as numbers', () => {
    expect(toCsv(table([['临夏市政务中心', new Decimal('175.879984')]]))).toBe(
      '\ufeff部门,决算数（万元）\r\n临夏市政务中心,175.879984\r\n',
    );
  });

  test('negative numbers stay numbers, text that begins like them does not', () => {
    const csv = toCsv(table([['-5', new Decimal('-158.56')]]));
    expect(csv.split('\r\n')[1]).toBe("'-5,-158.56");
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1', '＝1+1', '＠x', '\u0000=1'])(
    'text %j cannot become a formula',
    (text) => {
      const [, row] = readCsv(toCsv(table([[text, null]])).slice(1));
      expect(row?.[0]).toBe(`'${text}`);
    },
  );

  test('quotes, commas and line breaks are quoted', () => {
    expect(toCsv(table([['甲,"乙"\n丙', null]])).split('\r\n')[1]).toBe('"甲,""乙""\n丙",');
  });

  test('nothing is empty, zero is 0', () => {
    const [, none, zero] = readCsv(
      toCsv(
        table([
          ['a', null],
          ['b', new Decimal(0)],
        ]),
      ).slice(1),
    );
    expect(none).toEqual(['a', '']);
    expect(zero).toEqual(['b', '0']);
  });

  test('notes follow an empty line and keep the width', () => {
    const rows = readCsv(toCsv(table([['a', 1]], ['来源：公开05表', '=evil'])).slice(1));
    expect(rows.slice(2)).toEqual([
      ['', ''],
      ['来源：公开05表', ''],
      ["'=evil", ''],
    ]);
  });

  test('a number that is none is refused', () => {
    expect(() => toCsv(table([['a', Number.NaN]]))).toThrow(RangeError);
    expect(() => toCsv(table([['a', Number.POSITIVE_INFINITY]]))).toThrow(RangeError);
  });

  test('large and tiny numbers are written without exponent', () => {
    const [, row] = readCsv(
      toCsv({ ...table([]), rows: [[new Decimal('1e30'), new Decimal('1e-9')]] }).slice(1),
    );
    expect(row).toEqual(['1' + '0'.repeat(30), '0.000000001']);
  });

  test('any text comes back, with at most an apostrophe before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, row] = readCsv(toCsv(table([[text, new Decimal(1)]])).slice(1));
        expect([text, `'${text}`]).toContain(row?.[0]);
        expect(row?.[0]).not.toMatch(/^[=+\-@\t\r]/);
        expect(row?.[1]).toBe('1');
      }),
    );
  });
});

describe('TSV for the clipboard', () => {
  test('rows and columns keep their places whatever the text holds', () => {
    const tsv = toTsv(table([['甲\t乙\r\n丙', new Decimal('-1.50')]]));
    expect(tsv).toBe('部门\t决算数（万元）\r\n甲 乙 丙\t-1.5');
  });

  test('no formulas here either', () => {
    expect(toTsv(table([['=1', null]])).split('\r\n')[1]).toBe("'=1\t");
  });
});
