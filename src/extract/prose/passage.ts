import type { ProseLine } from './lines';

/** Where a figure stands. */
export interface Place {
  page: number | null;
  line: number | null;
}

/**
 * Running text in one string for matching: no blanks, full-width punctuation, half-width digits, no thousands
 * separators; with the way back to the document's own characters and lines.
 */
export interface Passage {
  text: string;
  /** The lines joined as they stand. */
  raw: string;
  /** The document's characters from `start` to `end` of `text`. */
  rawSlice(start: number, end: number): string;
  placeAt(index: number): Place;
}

const PUNCTUATION: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '％': '%',
  '﹪': '%',
  '−': '-',
  '－': '-',
  '．': '.',
};

/** Joins lines that wrap into one passage. */
export function passageOf(lines: readonly ProseLine[]): Passage {
  let raw = '';
  const starts: { at: number; place: Place }[] = [];
  for (const line of lines) {
    starts.push({ at: raw.length, place: { page: line.page, line: line.number } });
    raw += line.text;
  }
  const kept: { char: string; at: number }[] = [];
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at]!;
    if (/[\s\u00a0\u3000\u200b\ufeff]/.test(char)) continue;
    const code = char.charCodeAt(0);
    kept.push({
      char:
        code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xfee0) : (PUNCTUATION[char] ?? char),
      at,
    });
  }
  const chars = kept.map((k) => k.char).join('');
  const separators = new Set<number>();
  for (const match of chars.matchAll(/(?<!\d)\d{1,3}(?:，\d{3})+(?=\.\d|(?:万|亿)?元)/g)) {
    for (let i = 0; i < match[0].length; i++) if (match[0][i] === '，') separators.add(match.index + i);
  }
  const body = kept.filter((_, index) => !separators.has(index));
  const text = body
    .map((k) => k.char)
    .join('')
    // A half-width full stop that ends a sentence.
    .replace(/(?<=[\u4e00-\u9fff）%”])\.(?=[\u4e00-\u9fff“（]|$)/g, '。');
  const rawAt = (index: number): number =>
    index < body.length ? body[index]!.at : body.length > 0 ? body[body.length - 1]!.at + 1 : 0;
  return {
    text,
    raw,
    rawSlice: (start, end) => (end <= start ? '' : raw.slice(rawAt(start), rawAt(end - 1) + 1)),
    placeAt: (index) => {
      const at = rawAt(Math.min(index, Math.max(body.length - 1, 0)));
      let place: Place = starts[0]?.place ?? { page: null, line: null };
      for (const start of starts) if (start.at <= at) place = start.place;
      return place;
    },
  };
}

/** The longest quote that a published row carries. */
export const QUOTE_LIMIT = 60;

/** The words from `start` to `end`, at most 60 characters. What is too long loses its beginning, or its end. */
export function quoteOf(
  passage: Passage,
  start: number,
  end: number,
  lose: 'beginning' | 'end' = 'beginning',
): string {
  const words = passage.rawSlice(start, end).trim();
  if (words.length <= QUOTE_LIMIT) return words;
  return lose === 'end'
    ? `${words.slice(0, QUOTE_LIMIT - 1)}…`
    : `…${words.slice(words.length - QUOTE_LIMIT + 1)}`;
}
