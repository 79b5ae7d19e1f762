import type { PlacedLine } from '../lines';

/** A paragraph of the narrative, its lines joined without blanks. */
export interface Paragraph {
  text: string;
  /** The heading above it that names a section, e.g. 九、“三公”经费…情况说明; '' before the first. */
  section: string;
  page: number | null;
  line: number;
}

const MARK =
  /^(?:\d{1,2}\s*[、.．](?!\d)|（\d{1,2}）|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|第[一二三四五六]部分)/;
const SECTION = /^(?:第[一二三四五六]部分|[一二三四五六七八九十]+、)/;

/** The paragraphs of a budget's text: a list mark or a heading begins one, wrapped lines and page breaks end none. */
export function paragraphs(lines: readonly PlacedLine[]): Paragraph[] {
  const found: Paragraph[] = [];
  let section = '';
  let open: Paragraph | null = null;
  for (const line of lines) {
    if (line.cells) {
      open = null;
      continue;
    }
    const text = line.text.replace(/\s+/g, '').replace(/\(/g, '（').replace(/\)/g, '）');
    if (text === '' || /^[-—]?\d{1,3}[-—]?$/.test(text) || /…{2,}|\.{6,}/.test(text)) continue;
    const isHeading =
      text.length <= 40 && /(?:说明|概况|情况|职能|设置|解释|预算)$/.test(text) && !/[。；]/.test(text);
    if (SECTION.test(text) && isHeading) section = text;
    else if (isHeading && !MARK.test(text) && /说明$/.test(text)) section = text;
    // A numbered item about a subject goes on over full stops; other paragraphs end with the line that ends with one.
    const ended = open !== null && /。$/.test(open.text) && !/^\S{0,60}项）/.test(open.text);
    if (open && !MARK.test(text) && !isHeading && !ended) {
      open.text += text;
      continue;
    }
    open = { text, section, page: line.page, line: line.number };
    found.push(open);
    if (isHeading) open = null;
  }
  return found;
}
