import { UnreadableDocument } from '../errors';

/** The part of SheetJS that opens the containers of Office 97–2003. */
interface Containers {
  read(bytes: Uint8Array, options: { type: 'array' }): { FullPaths: string[] };
}

/**
 * Makes sure that a container of Office 97–2003 (also of WPS) holds a workbook.
 * @throws UnreadableDocument old_word, encrypted, damaged, unsupported_format
 */
export function requireWorkbook(fileName: string, bytes: Uint8Array, containers: Containers): void {
  let names: Set<string>;
  try {
    const { FullPaths } = containers.read(bytes, { type: 'array' });
    names = new Set(FullPaths.map((path) => path.split('/').filter(Boolean).at(-1) ?? ''));
  } catch (cause) {
    throw new UnreadableDocument('damaged', fileName, undefined, { cause });
  }
  if (names.has('Workbook') || names.has('Book')) return;
  if (names.has('WordDocument')) throw new UnreadableDocument('old_word', fileName);
  if (names.has('EncryptedPackage')) throw new UnreadableDocument('encrypted', fileName);
  const format = names.has('PowerPoint Document') ? 'PowerPoint 97–2003' : 'Office 97–2003';
  throw new UnreadableDocument('unsupported_format', fileName, format);
}
