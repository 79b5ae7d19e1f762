import { blockLines } from '../blocks';
import { asciiHead, decodeText } from '../encoding';
import { UnreadableDocument } from '../errors';
import type { Page } from '../page';
import { htmlBlocks } from './blocks';

const HEAD = 4096;

/**
 * A web page → one page without number, of lines: paragraphs, and rows of cells. Nothing in it is run or fetched.
 * @throws UnreadableDocument encoding, or empty
 */
export function readHtml(fileName: string, bytes: Uint8Array): Page[] {
  const declared = /<meta\b[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(asciiHead(bytes, HEAD))?.[1] ?? null;
  return htmlPage(fileName, decodeText(fileName, bytes, declared));
}

/** @throws UnreadableDocument empty, or without text but with pictures */
export function htmlPage(fileName: string, html: string): Page[] {
  const lines = blockLines(htmlBlocks(html));
  if (lines.every((line) => line.text === ''))
    throw new UnreadableDocument(/<img\b/i.test(html) ? 'no_text' : 'empty', fileName);
  return [{ number: null, name: null, lines }];
}
