import { Parser } from 'htmlparser2';
import type { Block, SpannedCell } from '../blocks';
import type { Numbering } from './numbering';

interface OpenParagraph {
  text: string;
  style: string | null;
  numId: string | null;
  level: number | null;
}

interface OpenTable {
  rows: SpannedCell[][];
  row: SpannedCell[];
  /** Column of the next cell of the row. */
  column: number;
  cell: (SpannedCell & { merge: 'restart' | 'continue' | null }) | null;
  /** For each column the cell that a vertical merge would continue. */
  above: Map<number, SpannedCell>;
}

/** Parts whose text does not show: deletions, what older programs read instead, codes of fields, ruby. */
const SKIPPED = new Set([
  'mc:Fallback',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:rt',
  'w:pPrChange',
]);

/**
 * word/document.xml → paragraphs and tables. Horizontal spans (gridSpan), vertical merges (vMerge), skipped columns
 * (gridBefore) and tables in cells are kept; tracked deletions and hidden runs are left out.
 */
export function bodyBlocks(xml: string, numbering: Numbering): Block[] {
  const body: Block[] = [];
  const containers: Block[][] = [body];
  const paragraphs: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  let skipping = 0;
  let inText = false;
  let inRun = 0;
  let hidden = false;

  const add = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph && !hidden) paragraph.text += text;
  };

  new Parser(
    {
      onopentag(name, attributes) {
        if (SKIPPED.has(name)) skipping++;
        if (skipping > 0) return;
        const value = attributes['w:val'] ?? '';
        const paragraph = paragraphs.at(-1);
        const table = tables.at(-1);
        switch (name) {
          case 'w:p':
            paragraphs.push({ text: '', style: null, numId: null, level: null });
            break;
          case 'w:pStyle':
            if (paragraph) paragraph.style = value;
            break;
          case 'w:numId':
            if (paragraph) paragraph.numId = value;
            break;
          case 'w:ilvl':
            if (paragraph) paragraph.level = Number(value);
            break;
          case 'w:r':
            inRun++;
            hidden = false;
            break;
          case 'w:vanish':
            if (inRun > 0) hidden = !/^(?:0|false|off)$/.test(value);
            break;
          case 'w:t':
            inText = true;
            break;
          case 'w:tab':
            if (inRun > 0) add(' ');
            break;
          case 'w:br':
          case 'w:cr':
            add('\n');
            break;
          case 'w:noBreakHyphen':
            add('-');
            break;
          case 'w:tbl':
            tables.push({ rows: [], row: [], column: 0, cell: null, above: new Map() });
            break;
          case 'w:tr':
            if (table) Object.assign(table, { row: [], column: 0 });
            break;
          case 'w:gridBefore':
            if (table && !table.cell) {
              const colSpan = Math.max(1, Number(value) || 1);
              table.row.push({ blocks: [], colSpan, rowSpan: 1 });
              table.column += colSpan;
            }
            break;
          case 'w:tc':
            if (table) {
              table.cell = { blocks: [], colSpan: 1, rowSpan: 1, merge: null };
              containers.push(table.cell.blocks);
            }
            break;
          case 'w:gridSpan':
            if (table?.cell) table.cell.colSpan = Math.max(1, Number(value) || 1);
            break;
          case 'w:vMerge':
            if (table?.cell) table.cell.merge = value === 'restart' ? 'restart' : 'continue';
            break;
          default:
        }
      },
      ontext(text) {
        if (inText && skipping === 0) add(text);
      },
      onclosetag(name) {
        if (SKIPPED.has(name)) {
          skipping--;
          return;
        }
        if (skipping > 0) return;
        const table = tables.at(-1);
        switch (name) {
          case 'w:t':
            inText = false;
            break;
          case 'w:r':
            inRun--;
            hidden = false;
            break;
          case 'w:p': {
            const closed = paragraphs.pop()!;
            const mark = numbering.next(closed.style, closed.numId, closed.level);
            if (closed.text.trim() !== '')
              containers.at(-1)!.push({ kind: 'text', text: mark + closed.text });
            break;
          }
          case 'w:tc':
            if (table?.cell) closeCell(table);
            containers.pop();
            break;
          case 'w:tr':
            if (table && table.row.length > 0) table.rows.push(table.row);
            break;
          case 'w:tbl':
            tables.pop();
            if (table && table.rows.length > 0) containers.at(-1)!.push({ kind: 'table', rows: table.rows });
            break;
          default:
        }
      },
    },
    { xmlMode: true },
  ).end(xml);
  return body;
}

/** A cell that continues the one above lengthens it instead of standing in the row. */
function closeCell(table: OpenTable): void {
  const { merge, ...cell } = table.cell!;
  const above = table.above.get(table.column);
  if (merge === 'continue' && above && above.colSpan === cell.colSpan) {
    above.rowSpan++;
    above.blocks.push(...cell.blocks);
  } else {
    table.row.push(cell);
    if (merge === 'restart') table.above.set(table.column, cell);
    else table.above.delete(table.column);
  }
  table.column += cell.colSpan;
  table.cell = null;
}
