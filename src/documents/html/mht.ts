import { decodeText } from '../encoding';
import { UnreadableDocument } from '../errors';
import type { Page } from '../page';
import { htmlPage } from './read';

/**
 * A web archive (MHT, as Word, Excel and browsers save one) → a page for each HTML part that has text.
 * @throws UnreadableDocument damaged, encoding, or empty
 */
export function readMht(fileName: string, bytes: Uint8Array): Page[] {
  // One character a byte: the parts are ASCII by rule, whatever they encode.
  const raw = new TextDecoder('latin1').decode(bytes);
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)"?/i.exec(raw)?.[1];
  const parts = boundary ? raw.split(`--${boundary}`).slice(1) : [raw];
  const pages: Page[] = [];
  for (const part of parts) {
    const gap = /\r?\n\r?\n/.exec(part.trimStart());
    if (!gap) continue;
    const head = part.trimStart().slice(0, gap.index);
    if (!/^Content-Type:\s*text\/html/im.test(head)) continue;
    const body = part.trimStart().slice(gap.index + gap[0].length);
    const content = decodeBody(body, /^Content-Transfer-Encoding:\s*([\w-]+)/im.exec(head)?.[1] ?? '');
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(head)?.[1];
    const declared =
      charset ?? /charset\s*=\s*["']?([\w-]+)/i.exec(latin1(content.subarray(0, 4096)))?.[1] ?? null;
    try {
      pages.push(...htmlPage(fileName, decodeText(fileName, content, declared)));
    } catch (error) {
      // Frames and lists of sheets are parts without text.
      if (!(error instanceof UnreadableDocument && error.reason === 'empty')) throw error;
    }
  }
  if (pages.length === 0) throw new UnreadableDocument(boundary ? 'empty' : 'damaged', fileName);
  return pages.length === 1 ? pages : pages.map((page, index) => ({ ...page, number: index + 1 }));
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const octets = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff);

function decodeBody(body: string, encoding: string): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return octets(atob(body.replace(/[^A-Za-z0-9+/=]/g, '')));
    case 'quoted-printable':
      return octets(
        body
          .replace(/=\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
    default:
      return octets(body);
  }
}
