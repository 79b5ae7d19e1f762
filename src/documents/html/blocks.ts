import { Parser } from 'htmlparser2';
import type { Block, SpannedCell } from '../blocks';

/** Elements whose text is none of the page's. */
const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'select',
  'textarea',
  'svg',
  'rt',
  'rp',
]);
/** Elements inside a line; all others begin and end a line of their own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr o:p output q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

interface OpenTable {
  rows: SpannedCell[][];
  /** Rows that end a group (thead, tbody): a rowspan of 0 reaches there; here to the end of the table. */
  cell: SpannedCell | null;
}

/** HTML → paragraphs and tables with their spans, without a DOM: the same in a page, a worker and Node. */
export function htmlBlocks(html: string): Block[] {
  const body: Block[] = [];
  const containers: Block[][] = [body];
  const tables: OpenTable[] = [];
  let text = '';
  let skipping = 0;
  let preformatted = 0;

  const flush = () => {
    const line = text.trim();
    text = '';
    if (line === '') return;
    containers.at(-1)!.push({ kind: 'text', text: line });
  };
  const closeCell = (table: OpenTable) => {
    flush();
    if (!table.cell) return;
    table.cell = null;
    containers.pop();
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SKIPPED.has(name)) skipping++;
        if (skipping > 0) return;
        const table = tables.at(-1);
        if (!INLINE.has(name)) flush();
        if (name === 'pre') preformatted++;
        else if (name === 'table') tables.push({ rows: [], cell: null });
        else if (name === 'tr' && table) {
          closeCell(table);
          table.rows.push([]);
        } else if ((name === 'td' || name === 'th') && table) {
          closeCell(table);
          if (table.rows.length === 0) table.rows.push([]);
          table.cell = {
            blocks: [],
            colSpan: span(attributes['colspan']),
            rowSpan: span(attributes['rowspan']),
          };
          if (attributes['rowspan']?.trim() === '0') table.cell.rowSpan = Number.MAX_SAFE_INTEGER;
          table.rows.at(-1)!.push(table.cell);
          containers.push(table.cell.blocks);
        }
      },
      ontext(data) {
        if (skipping === 0) text += preformatted > 0 ? data.replace(/\t/g, ' ') : collapsed(data);
      },
      onclosetag(name) {
        if (SKIPPED.has(name)) skipping = Math.max(0, skipping - 1);
        if (skipping > 0) return;
        const table = tables.at(-1);
        if (name === 'pre') preformatted = Math.max(0, preformatted - 1);
        if ((name === 'td' || name === 'th') && table) closeCell(table);
        else if (name === 'table' && table) {
          closeCell(table);
          tables.pop();
          const rows = table.rows.filter((row) => row.length > 0);
          if (rows.length > 0) containers.at(-1)!.push({ kind: 'table', rows });
        } else if (name === 'br') text += '\n';
        else if (!INLINE.has(name)) flush();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  flush();
  return body;
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) && number > 0 ? number : 1;
}

/** White space as a browser shows it; a line of source broken between Chinese characters has no blank there. */
function collapsed(text: string): string {
  return text
    .replace(/(?<=[^\x00-\x7f])[ \t]*\r?\n[ \t\r\n]*(?=[^\x00-\x7f])/g, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200b\ufeff]/g, '');
}
