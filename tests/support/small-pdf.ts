/** A4, points. */
const [WIDTH, HEIGHT] = [595, 842];
const SIZE = 10;
const LEADING = 18;
const LINES = 40;

const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** UTF-16BE as a PDF hexadecimal string. */
export const hex = (text: string) =>
  `<${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`;

function content(lines: readonly string[]): string {
  const shown = lines.map((line) => `${hex(line)} Tj 0 -${LEADING} Td`).join('\n');
  return `BT /F1 ${SIZE} Tf 60 ${HEIGHT - 60} Td\n${shown}\nET`;
}

export interface SmallPdfOptions {
  /** Asks for a password that nobody knows. */
  encrypted?: boolean;
  /** Pages without any text, as a scan has them. */
  blank?: boolean;
}

/**
 * A PDF of plain lines, 40 to a page, made without a library. Its font is one of those that every reader has to know
 * by name: the file has no glyphs, and its text can be read only with the character map `UniGB-UCS2-H`.
 */
export function smallPdf(lines: readonly string[], options: SmallPdfOptions = {}): Uint8Array {
  const pages = Array.from({ length: Math.max(1, Math.ceil(lines.length / LINES)) }, (_, page) =>
    options.blank ? '' : content(lines.slice(page * LINES, (page + 1) * LINES)),
  );
  return pdfOf(pages, options);
}

/** A PDF of pages with the given content streams; `page` goes into each page's dictionary. */
export function pdfOf(
  pages: readonly string[],
  options: SmallPdfOptions = {},
  page = `/MediaBox [0 0 ${WIDTH} ${HEIGHT}]`,
): Uint8Array {
  const first = 6;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000
      /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /W [1 95 500] >>`,
    `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
      /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    ...pages.flatMap((stream, i) => [
      `<< /Type /Page /Parent 2 0 R ${page} /Contents ${first + 2 * i + 1} 0 R
        /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  if (options.encrypted) {
    // Keys of no password at all: whatever is tried, it does not fit.
    const key = `<${'5a'.repeat(32)}>`;
    objects.push(`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${key} /U ${key} >>`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = options.encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  const size = objects.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  return latin1(
    `${file}${xref}trailer\n<< /Size ${size} /Root 1 0 R${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

/** The head of a PDF; the rest was lost. */
export function damagedPdf(): Uint8Array {
  return latin1('%PDF-1.4\n1 0 obj\n<< /Type /Cat');
}
