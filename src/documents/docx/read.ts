import { unzipSync } from 'fflate';
import { blockLines } from '../blocks';
import { UnreadableDocument } from '../errors';
import type { Page } from '../page';
import { bodyBlocks } from './body';
import { readNumbering } from './numbering';

/**
 * A Word document → one page without number (Word sets pages when it prints) of lines: paragraphs, and rows of cells.
 * @throws UnreadableDocument damaged, empty, or without text
 */
export function readDocx(fileName: string, bytes: Uint8Array): Page[] {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: ({ name }) => /^(?:_rels\/\.rels|word\/[^/]+\.xml)$/.test(name) });
  } catch (cause) {
    throw new UnreadableDocument('damaged', fileName, undefined, { cause });
  }
  const xml = (name: string) => (parts[name] ? new TextDecoder().decode(parts[name]) : null);
  const main = mainPart(xml('_rels/.rels'));
  const body = xml(main);
  if (body === null) throw new UnreadableDocument('damaged', fileName, main);
  const numbering = readNumbering(xml('word/numbering.xml'), xml('word/styles.xml'));
  const lines = blockLines(bodyBlocks(body, numbering));
  if (lines.every((line) => line.text === ''))
    throw new UnreadableDocument(body.includes('<w:drawing') ? 'no_text' : 'empty', fileName);
  return [{ number: null, name: null, lines }];
}

/** word/document.xml but for a few programs. */
function mainPart(relations: string | null): string {
  const found = (relations ?? '')
    .match(/<Relationship\b[^>]*>/g)
    ?.find((tag) => /\/officeDocument"/.test(tag));
  return /Target="\/?([^"]+)"/.exec(found ?? '')?.[1] ?? 'word/document.xml';
}
