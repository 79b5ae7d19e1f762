import { delimitedLines, delimiterOf, hasQuotedBreaks } from './delimited';
import { decodeText } from './encoding';
import { UnreadableDocument } from './errors';
import type { Cell, Line, Page } from './page';

const TAGS = /<\/?(?:b|strong|i|em|u|sup|sub|span|br)\b[^>]*>/gi;
const CONTROL = new RegExp('[\\u0000-\\u0008\\u000e-\\u001f]', 'g');
/** More control characters than this share of the text means that it is no text. */
const BINARY_SHARE = 0.002;

/**
 * Plain text, CSV, tab-separated text and the Markdown that text exports use → pages of lines. A form feed starts a
 * page; without one the text has no pages. Marks of bold and of headings are removed, columns (commas, tab or |) become
 * cells.
 * @throws UnreadableDocument empty, binary or encoding
 */
export function readText(fileName: string, bytes: Uint8Array): Page[] {
  const text = decodeText(fileName, bytes);
  const controls = text.replace(/\f/g, '').match(CONTROL)?.length ?? 0;
  if (controls > Math.max(1, text.length * BINARY_SHARE)) throw new UnreadableDocument('binary', fileName);
  if (text.trim() === '') throw new UnreadableDocument('empty', fileName);

  const delimiter = delimiterOf(text) ?? (hasQuotedBreaks(text) ? '\t' : null);
  if (delimiter)
    return [{ number: null, name: null, lines: delimitedLines(text.replace(/^\ufeff/, ''), delimiter) }];

  const pages: Page[] = [];
  const parts = text.split('\f');
  let number = 0;
  for (const [index, part] of parts.entries()) {
    const lines: Line[] = [];
    for (const raw of part.split(/\r\n|\r|\n/)) lines.push(readLine(raw, ++number));
    // A form feed does not end a line: the text after it goes on with the number of the line it stands in.
    number -= index < parts.length - 1 ? 1 : 0;
    pages.push({ number: parts.length > 1 ? index + 1 : null, name: null, lines });
  }
  return pages;
}

function readLine(raw: string, number: number): Line {
  const clean = raw
    .replace(TAGS, '')
    .replace(/\*\*/g, '')
    .replace(/[\u200b\ufeff]/g, '');
  const separator = clean.includes('\t') ? '\t' : /^\s*\|.*\|\s*$/.test(clean) ? '|' : null;
  if (!separator) return { number, text: clean.replace(/^\s*#+\s*/, '').trim(), cells: null };
  const body = separator === '|' ? clean.trim().replace(/^\||\|$/g, '') : clean;
  if (separator === '|' && /^[\s|:-]+$/.test(clean)) return { number, text: '', cells: null };
  const cells: Cell[] = body.split(separator).map((cell) => ({ text: cell.trim() }));
  return {
    number,
    text: cells
      .map((cell) => cell.text)
      .filter(Boolean)
      .join(' '),
    cells,
  };
}
