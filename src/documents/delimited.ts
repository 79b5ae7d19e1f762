import { joinCells, joinWrapped } from './blocks';
import { withCaptions } from './captions';
import type { Line } from './page';

const DELIMITERS = [',', ';'];
/** Records looked at to tell a delimiter, and the share of them that must have the same number of fields. */
const SAMPLE = 400;
const SAME_WIDTH = 0.8;
const LEAST_FIELDS = 3;

export interface DelimitedRecord {
  fields: string[];
  /** 1-based line of the file at which the record begins. */
  line: number;
}

/**
 * The delimiter of text that is a table from its first line to its last (CSV as spreadsheets write it: every record as
 * wide as the others); null for other text, also where it has commas in sentences and figures.
 */
export function delimiterOf(text: string): string | null {
  for (const delimiter of DELIMITERS) {
    const records = parseDelimited(text, delimiter)
      .filter(({ fields }) => fields.length > 1 || fields[0]!.trim() !== '')
      .slice(0, SAMPLE);
    if (records.length < 2) continue;
    const counts = new Map<number, number>();
    for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
    const [width, times] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best));
    if (width >= LEAST_FIELDS && times >= records.length * SAME_WIDTH) return delimiter;
  }
  return null;
}

/** True where a field of tab-separated text is quoted because it holds a line break. */
export function hasQuotedBreaks(text: string): boolean {
  return /(?:^|\t)"[^"\t\n]*\r?\n[^"\t]*"(?=\t|\r?\n|$)/m.test(text);
}

/**
 * RFC 4180, leniently: a quote counts only at the beginning of a field and where one ends it; other quotes are text.
 */
export function parseDelimited(text: string, delimiter: string): DelimitedRecord[] {
  const records: DelimitedRecord[] = [];
  let fields: string[] = [];
  let at = 0;
  let line = 1;
  let start = 1;
  for (;;) {
    const quoted = text[at] === '"' ? quotedField(text, at, delimiter) : null;
    let value: string;
    if (quoted) {
      ({ value, end: at } = quoted);
      line += value.match(/\r\n|\r|\n/g)?.length ?? 0;
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      value = text.slice(from, at);
    }
    fields.push(value);
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    records.push({ fields, line: start });
    if (at >= text.length) return records;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    fields = [];
    start = ++line;
    if (at >= text.length) return records;
  }
}

/** Null where no quote ends the field. */
function quotedField(text: string, from: number, delimiter: string): { value: string; end: number } | null {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    const after = text[quote + 1];
    if (after === '"') {
      at = quote + 2;
      continue;
    }
    if (after !== undefined && after !== delimiter && after !== '\n' && after !== '\r') return null;
    return { value: text.slice(from + 1, quote).replace(/""/g, '"'), end: quote + 1 };
  }
}

/** Records as lines of cells; a record of one field is text. */
export function delimitedLines(text: string, delimiter: string): Line[] {
  const lines = parseDelimited(text, delimiter).map(({ fields, line }): Line => {
    const cells = fields.map((field) => ({ text: joinWrapped(field.split(/\r\n|\r|\n/)) }));
    if (cells.length === 1) return { number: line, text: cells[0]!.text, cells: null };
    return { number: line, text: joinCells(cells), cells };
  });
  return withCaptions(lines);
}
