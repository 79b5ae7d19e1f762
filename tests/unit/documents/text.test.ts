import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../../src/documents/errors';
import { readDocument } from '../../../src/documents/read';
import { readText } from '../../../src/documents/text';

const bytes = (text: string) => new TextEncoder().encode(text);
const reasonOf = async (data: Uint8Array) => {
  try {
    await readDocument('f', data);
  } catch (error) {
    return error instanceof UnreadableDocument ? error.reason : 'other';
  }
  return 'read';
};

describe('text documents', () => {
  it('keeps line numbers, drops marks of bold and headings, splits tabs with their blanks', () => {
    const [page] = readText('f', bytes('## 标题\n\n<b>合计</b>\t\t**1.00**\t\n'));
    expect(page!.lines[0]).toEqual({ number: 1, text: '标题', cells: null });
    expect(page!.lines[2]!.number).toBe(3);
    expect(page!.lines[2]!.cells!.map((cell) => cell.text)).toEqual(['合计', '', '1.00', '']);
  });

  it('reads Markdown tables as cells', () => {
    const [page] = readText('f', bytes('| 项目 | 金额 |\n|---|---|\n| 合计 | 1.00 |'));
    expect(page!.lines[2]!.cells!.map((cell) => cell.text)).toEqual(['合计', '1.00']);
    expect(page!.lines[1]!.text).toBe('');
  });

  it('starts a page at a form feed without moving line numbers', () => {
    const pages = readText('f', bytes('一\n\f二\n三'));
    expect(pages.map((page) => page.number)).toEqual([1, 2]);
    expect(pages[1]!.lines.map((line) => [line.number, line.text])).toEqual([
      [2, '二'],
      [3, '三'],
    ]);
  });

  it('reads GB18030 and UTF-16', () => {
    expect(readText('f', new Uint8Array([0xb2, 0xbf, 0xc3, 0xc5]))[0]!.lines[0]!.text).toBe('部门');
    expect(readText('f', new Uint8Array([0xff, 0xfe, 0xe8, 0x90, 0xe8, 0x95]))[0]!.lines[0]!.text).toBe(
      '部门',
    );
  });

  it('names what it cannot read', async () => {
    expect(await reasonOf(new Uint8Array())).toBe('empty');
    expect(await reasonOf(bytes(' \n\t\n'))).toBe('empty');
    expect(await reasonOf(new Uint8Array([1, 0, 2, 0, 255, 3]))).toBe('binary');
    expect(await reasonOf(bytes('%PDF-1.7'))).toBe('unsupported_format');
    expect(await reasonOf(bytes('不是公开'))).toBe('read');
  });
});
