import type { ProseLine } from '../prose/lines';
import type { Place } from '../prose/passage';
import { columnOfCell, columnsOf, DEFAULT_COLUMNS, type Column, type HeaderCell } from './columns';
import { rowLabelOf, type RowLabel } from './row-labels';
import { cellToken, tokensOf, type Token } from './tokens';

/** A figure of a block of funds, in the table's printed unit. */
export interface Entry {
  column: Column;
  token: Token;
  place: Place;
  /** From a column headed 预算数 alone. */
  vague?: boolean;
}

/** One row of a block of funds, as printed. */
export interface FundRow {
  label: RowLabel;
  printedName: string;
  entries: Entry[];
  place: Place;
  /** Figures that could not be given a column. */
  unplaced: Token[];
}

const BLOCK_END = /预期目标|年度总体目标|年度履职目标|资金管理情况|未完成原因|绩效指标|评价指标|总体目标/;

/** The rows of funds at the head of a self-evaluation table: cells where the format has them, else running lines. */
export function fundRows(lines: readonly ProseLine[]): FundRow[] {
  const block = blockOf(lines);
  return block.some((line) => line.cells) ? cellRows(block.filter((line) => line.cells)) : textRows(block);
}

/** The lines up to the end of the block: the first heading of goals after a row of figures. */
function blockOf(lines: readonly ProseLine[]): ProseLine[] {
  let figures = false;
  const block: ProseLine[] = [];
  for (const line of lines) {
    const words = line.text.replace(/\s+/g, '');
    if (figures && BLOCK_END.test(words)) break;
    if (
      /\d/.test(words) &&
      (line.cells ? line.cells.some((c) => /^-?[\d,.]+$/.test(c.text)) : tokensOf(tail(line.text)) !== null)
    )
      figures = true;
    block.push(line);
  }
  return block;
}

/** What stands behind the last word of a line. */
function tail(text: string): string {
  return text.replace(/^.*[\u4e00-\u9fff：:）)]/, '');
}

function textRows(lines: readonly ProseLine[]): FundRow[] {
  const rows: FundRow[] = [];
  let words = '';
  let columns: readonly Column[] | null = null;
  let last: { row: FundRow; tokens: Token[] } | null = null;
  for (const line of lines) {
    const place = { page: line.page, line: line.number };
    const split = splitRow(line.text);
    const label = split ? (rowLabelOf(split.words) ?? rowLabelOf(words + split.words)) : null;
    if (split && label) {
      // Single words before the figures (预算数: 30 执行数: 28.88) are labelled pairs.
      columns ??= columnsOf(words) ?? DEFAULT_COLUMNS;
      const row: FundRow = { label, printedName: label.printed, entries: [], place, unplaced: [] };
      rows.push(row);
      last = { row, tokens: split.tokens };
      assign(last, columns, place);
      words = '';
      continue;
    }
    const more =
      split && last && columns && split.words === '' && last.tokens.length < columns.length ? split : null;
    if (more) {
      last!.tokens.push(...more.tokens);
      assign(last!, columns!, place);
      continue;
    }
    const pairs = labelledPairs(line.text, words, place);
    if (pairs) rows.push(pairs);
    words = (words + line.text).replace(/\s+/g, '').slice(-300);
  }
  return rows;
}

/** `1.人员经费 202.73 21.79 20.41 93.7 9.37 人员调出` → words and figures; null where a line holds no figures. */
function splitRow(text: string): { words: string; tokens: Token[] } | null {
  const whole = tokensOf(text);
  // `10资金来源`: the last column's figure glued to the next row's words.
  const glued = whole ? null : /^(\d+(?:\.\d+)?)(?=[\u4e00-\u9fff])/.exec(text);
  if (glued) return { words: '', tokens: [{ kind: 'number', value: glued[1]! }] };
  if (whole) return { words: '', tokens: whole.tokens };
  const match = /^(.*?[\u4e00-\u9fff：:）)])\s*((?:-?\d[\d,]*(?:\.\d+)?\s*[%％]?|[-—–]{1,2})(?:\s.*)?)$/.exec(
    text,
  );
  if (!match) return null;
  const figures = tokensOf(match[2]!);
  return figures ? { words: match[1]!, tokens: figures.tokens } : null;
}

/** Gives a row's figures their columns: a percentage is the rate, the rest follow the header's order. */
function assign(held: { row: FundRow; tokens: Token[] }, columns: readonly Column[], place: Place): void {
  const { row, tokens } = held;
  const places = new Map(row.entries.map((entry) => [entry.column, entry.place]));
  row.entries = [];
  row.unplaced = [];
  const amounts = columns.filter((c) => c === 'initial_budget' || c === 'adjusted_budget' || c === 'final');
  const percent = tokens.findIndex((token) => token.kind === 'percent');
  const rateAt = columns.indexOf('rate');
  const shift =
    percent >= 0 && rateAt >= 0 && percent < rateAt && percent >= amounts.length ? rateAt - percent : 0;
  if (tokens.some((t) => t.kind === 'number') && tokens.length < amounts.length) {
    row.unplaced = tokens.filter((t) => t.kind === 'number');
    return;
  }
  tokens.forEach((token, index) => {
    const column = columns[shift > 0 && index >= percent ? index + shift : index];
    if (!column) row.unplaced.push(token);
    else if (token.kind !== 'blank') row.entries.push({ column, token, place: places.get(column) ?? place });
  });
}

/** `预算数: 30 执行数: 28.88`, and below it `其中:财政拨款 30 其中:财政拨款 28.88`, as running text. */
function labelledPairs(text: string, before: string, place: Place): FundRow | null {
  const found = [
    ...text.matchAll(
      /(年初预算数|全年预算数|预算数|全年执行数|执行数|其中[:：]?\s*财政拨款|其他资金)\s*[:：]?\s*(-?\d[\d,]*(?:\.\d+)?)(?=\s|$)/g,
    ),
  ];
  if (found.length === 0) return null;
  const fiscal = /财政拨款/.test(found[0]![1]!);
  const other = /其他资金/.test(found[0]![1]!);
  if (!fiscal && !other && !/执行数/.test(text) && !/预算执行情况/.test(before + text)) return null;
  const label = rowLabelOf(fiscal ? '财政拨款' : other ? '其他资金' : '年度资金总额')!;
  const order: readonly Column[] = ['adjusted_budget', 'final'];
  const entries = found.flatMap((match, index): Entry[] => {
    const header = columnOfCell(match[1]!, null);
    const column = fiscal || other ? order[index] : header?.column;
    return column
      ? [
          {
            column,
            token: { kind: 'number', value: match[2]!.replace(/,/g, '') },
            place,
            vague: header?.vague ?? false,
          },
        ]
      : [];
  });
  return { label, printedName: found[0]![1]!, entries, place, unplaced: [] };
}

function cellRows(lines: readonly ProseLine[]): FundRow[] {
  const rows: FundRow[] = [];
  let header: Map<number, HeaderCell> | null = null;
  let order: Column[] = [];
  for (const line of lines) {
    const cells = line.cells!.map((cell) => cell.text);
    const place = { page: line.page, line: line.number };
    const pairs = pairRow(cells, order, place);
    if (pairs) {
      if (pairs.label.kind === 'total') order = pairColumns(cells);
      rows.push(pairs);
      continue;
    }
    const columns = headerOf(cells);
    if (columns) {
      header = columns;
      continue;
    }
    if (!header) continue;
    const first = Math.min(...header.keys());
    const words = cells.slice(0, first).find((text) => rowLabelOf(text) !== null);
    if (!words) continue;
    rows.push(...headedRow(cells, words, header, place));
  }
  return rows;
}

function headerOf(cells: readonly string[]): Map<number, HeaderCell> | null {
  const found = new Map<number, HeaderCell>();
  let previous: HeaderCell | null = null;
  cells.forEach((text, index) => {
    const column = columnOfCell(text, previous);
    if (!column) return;
    found.set(index, column);
    if (
      column.column === 'adjusted_budget' ||
      column.column === 'initial_budget' ||
      column.column === 'final'
    )
      previous = { ...column, fiscal: false };
  });
  const amounts = [...found.values()].filter(
    (c) => !c.fiscal && c.column !== 'rate' && c.column !== 'score' && c.column !== 'weight',
  );
  return amounts.length >= 2 ? found : null;
}

/** A row under a header: its figures, and those of the 其中:财政拨款 columns as a row of their own. */
function headedRow(
  cells: readonly string[],
  words: string,
  header: ReadonlyMap<number, HeaderCell>,
  place: Place,
): FundRow[] {
  const label = rowLabelOf(words)!;
  const row: FundRow = { label, printedName: words, entries: [], place, unplaced: [] };
  const part: FundRow = {
    label: { ...label, fund: 'fiscal' },
    printedName: `${words} 其中:财政拨款`,
    entries: [],
    place,
    unplaced: [],
  };
  for (const [index, { column, fiscal, vague }] of header) {
    const token = cellToken(cells[index] ?? '');
    if (!token || token.kind === 'blank') continue;
    (fiscal ? part : row).entries.push({ column, token, place, vague });
  }
  return part.entries.length > 0 ? [row, part] : [row];
}

const PAIR = /^(?:年初预算数|全年预算数|预算数|全年执行数|执行数)[:：]?$/;

/** The columns of a row of pairs, also of those left blank: the rows below follow their order. */
function pairColumns(cells: readonly string[]): Column[] {
  return cells.flatMap((text) => {
    const words = text.replace(/\s+/g, '');
    return PAIR.test(words) ? (columnOfCell(words, null)?.column ?? []) : [];
  });
}

/** `预算数: | 30 | 执行数: | 28.88`: each label is followed by its figure. */
function pairRow(cells: readonly string[], order: readonly Column[], place: Place): FundRow | null {
  const entries: Entry[] = [];
  let label: RowLabel | null = null;
  let printed = '';
  let part = 0;
  for (let i = 0; i < cells.length - 1; i++) {
    const words = cells[i]!.replace(/\s+/g, '');
    const token = cellToken(cells[i + 1]!);
    if (!token || words === '') continue;
    const source = rowLabelOf(words.replace(/^其中[:：]?/, ''));
    const total = PAIR.test(words) ? columnOfCell(words, null) : null;
    const column = total
      ? total.column
      : source?.kind === 'source' && order.length > 0
        ? order[part++]
        : undefined;
    if (!column) continue;
    label ??= total ? rowLabelOf('年度资金总额') : source;
    printed ||= cells[i]!;
    if (token.kind === 'number') entries.push({ column, token, place, vague: total?.vague ?? false });
  }
  return label && entries.length > 0
    ? { label, printedName: printed.replace(/[:：]$/, ''), entries, place, unplaced: [] }
    : null;
}
