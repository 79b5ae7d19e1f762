import { unzipSync } from 'fflate';
import { asciiHead } from './encoding';
import { UnreadableDocument } from './errors';

/** What a file is by its content. `ole` is the container of Office 97–2003, to be opened to tell what is in it. */
export type FileKind = 'pdf' | 'sheet' | 'docx' | 'ole' | 'html' | 'mht' | 'text';

const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
const ARCHIVES: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** How far from the beginning a PDF's mark may stand (ISO 32000 lets readers look for it). */
const PDF_HEAD = 1024;
/** Contents of a zipped document larger than this (bytes) are not unpacked. */
const LARGEST = 512 * 1024 * 1024;

/** @throws UnreadableDocument for images, archives, OFD, old Word and other formats that cannot be read */
export function kindOf(fileName: string, bytes: Uint8Array): FileKind {
  const startsWith = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (asciiHead(bytes, PDF_HEAD).includes('%PDF-')) return 'pdf';
  if (IMAGES.some(startsWith) || isWebp(bytes) || isBitmap(bytes))
    throw new UnreadableDocument('image', fileName);
  if (ARCHIVES.some(startsWith) || startsWith(EMPTY_ZIP)) throw new UnreadableDocument('archive', fileName);
  if (startsWith(ZIP)) return zipKind(fileName, bytes);
  if (startsWith(OLE)) return 'ole';
  return textKind(fileName, bytes);
}

function isWebp(bytes: Uint8Array): boolean {
  const head = asciiHead(bytes, 12);
  return head.startsWith('RIFF') && head.endsWith('WEBP');
}

/** BM and the length of the file; text may begin with BM too. */
function isBitmap(bytes: Uint8Array): boolean {
  if (bytes.length < 26 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return false;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(2, true) === bytes.length;
}

function zipKind(fileName: string, bytes: Uint8Array): FileKind {
  const names = new Set<string>();
  let size = 0;
  let mimetype: string;
  try {
    const read = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        size += originalSize;
        return name === 'mimetype' && originalSize < 200;
      },
    });
    mimetype = read['mimetype'] ? asciiHead(read['mimetype'], 200) : '';
  } catch (cause) {
    throw new UnreadableDocument('damaged', fileName, undefined, { cause });
  }
  if (size > LARGEST)
    throw new UnreadableDocument('too_large', fileName, `${Math.round(size / 1_048_576)} MB`);
  const below = (folder: string) => [...names].some((name) => name.startsWith(folder));
  if (below('word/')) return 'docx';
  if (below('xl/') || mimetype.includes('opendocument.spreadsheet')) return 'sheet';
  if (names.has('OFD.xml')) throw new UnreadableDocument('ofd', fileName);
  if (below('ppt/')) throw new UnreadableDocument('unsupported_format', fileName, 'PowerPoint');
  if (mimetype.includes('opendocument'))
    throw new UnreadableDocument('unsupported_format', fileName, 'OpenDocument');
  throw new UnreadableDocument('archive', fileName);
}

function textKind(fileName: string, bytes: Uint8Array): FileKind {
  // In UTF-16 every second byte of a mark is zero.
  const head = asciiHead(bytes, 4096)
    .replace(/\0/g, '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();
  if (head.startsWith('{\\rtf')) throw new UnreadableDocument('old_word', fileName, 'RTF');
  if (/^<\?xml/i.test(head)) {
    if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'sheet';
    if (/<w:wordDocument|<pkg:package/.test(head)) throw new UnreadableDocument('old_word', fileName, 'XML');
  }
  if (
    /^MIME-Version:|^(?:From|Subject|Content-Type):[\s\S]*^MIME-Version:/im.test(head) &&
    /multipart\/related|text\/html/i.test(head)
  )
    return 'mht';
  const start = head.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/i, '');
  return /^<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|center|h[1-6]|p)\b/i.test(start)
    ? 'html'
    : 'text';
}
