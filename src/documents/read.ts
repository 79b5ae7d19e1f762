import { UnreadableDocument } from './errors';
import type { Page } from './page';
import { readText } from './text';

const SIGNATURES: readonly { name: string; bytes: readonly number[] }[] = [
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'ZIP / Office', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'Office 97–2003', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'gzip', bytes: [0x1f, 0x8b] },
];

/**
 * Any supported file → pages, told by its content, never by its name.
 * @throws UnreadableDocument naming the file and the reason
 */
export function readDocument(fileName: string, bytes: Uint8Array): Page[] {
  const known = SIGNATURES.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (known) throw new UnreadableDocument('unsupported_format', fileName, known.name);
  return readText(fileName, bytes);
}
