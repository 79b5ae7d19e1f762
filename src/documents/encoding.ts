import { UnreadableDocument } from './errors';

/**
 * Bytes of text → text: by a byte order mark, else by the encoding that the text declares of itself, else UTF-8, else
 * GB18030; the first that fits without a fault.
 * @throws UnreadableDocument empty, binary (a NUL never stands in such text) or encoding
 */
export function decodeText(fileName: string, bytes: Uint8Array, declared: string | null = null): string {
  if (bytes.length === 0) throw new UnreadableDocument('empty', fileName);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // GB18030 would decode almost any bytes.
  if (bytes.includes(0)) throw new UnreadableDocument('binary', fileName);
  for (const encoding of [declared, 'utf-8', 'gb18030']) {
    const text = encoding === null ? null : decodeAs(bytes, encoding);
    if (text !== null) return text;
  }
  throw new UnreadableDocument('encoding', fileName);
}

/** Null where the bytes are no text of this encoding, or nobody knows the encoding. */
export function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes as characters of one byte each, for looking at marks and declarations, which are ASCII. */
export function asciiHead(bytes: Uint8Array, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, length));
}
