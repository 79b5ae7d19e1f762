import { describe, expect, test } from 'vitest';
import { fileName } from '../../../src/export';
import { wrap } from '../../../src/export/svg';

describe('file names', () => {
  test.each([
    ['“三公”经费', 'csv', '“三公”经费.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'svg', 'a_b_c_d_e_f_g_h_i_j.svg'],
    ['  ..hidden..  ', 'png', 'hidden.png'],
    ['', 'csv', 'juesuan.csv'],
  ])('%j becomes %s', (name, ending, file) => {
    expect(fileName(name, ending)).toBe(file);
  });

  test('long names are cut before the ending', () => {
    expect(fileName('部'.repeat(300), 'csv')).toBe(`${'部'.repeat(120)}.csv`);
  });
});

describe('lines of text in a picture', () => {
  test('break where the width is used up, and lose nothing', () => {
    const line = '来源：公开05表；决算情况说明五（三）';
    const lines = wrap(line, 100, 10);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(line);
  });

  test('ten Chinese characters of 10 px fill 100 px', () => {
    expect(wrap('一二三四五六七八九十百', 100, 10)).toEqual(['一二三四五六七八九十', '百']);
  });

  test('short lines stay whole', () => {
    expect(wrap('source: form 05', 400, 11)).toEqual(['source: form 05']);
  });
});
