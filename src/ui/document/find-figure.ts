import type { Fact } from '../../domain/facts';
import type { PageLine } from '../../state';
import { rowOrders } from './row-orders';

/** Where a figure stands among the lines of its page. */
export interface FoundFigure {
  /** The line, whose row is shaded. */
  line: PageLine;
  /** Its cell (index in `line.cells`); null in running text and where equal figures cannot be told apart. */
  cell: number | null;
  /** In running text: the characters of the figure, in the text of one line or of several. */
  spans: readonly Span[];
}
/** Characters `from` up to (not including) `to` of a line's text. */
export interface Span {
  line: PageLine;
  from: number;
  to: number;
}

/** Text for comparing: without blanks, and without the commas between thousands. */
const squeeze = (text: string) => text.replace(/\s+/g, '').replace(THOUSANDS, '');
const THOUSANDS = /(?<=\d)[,，](?=\d{3})/g;
const isForm = (fact: Fact) =>
  fact.form !== null && fact.source !== 'narrative' && fact.source !== 'performance';

/**
 * Finds the figure of a fact on the lines of its page. `facts`: the others of the document, which tell equal figures of
 * a row apart. Null where its line does not have the figure: then nothing is shown rather than something else.
 */
export function findFigure(
  lines: readonly PageLine[],
  fact: Fact,
  facts: readonly Fact[],
): FoundFigure | null {
  const line = lines.find(({ number }) => number === fact.line);
  if (!line) return null;
  const value = fact.printed_value === null ? null : squeeze(fact.printed_value);
  if (line.cells && value !== null) {
    const equal = line.cells.flatMap(({ text }, index) => (squeeze(text) === value ? [index] : []));
    if (equal.length === 1) return { line, cell: equal[0]!, spans: [] };
    if (equal.length > 1) return { line, cell: cellOf(line, fact, facts, lines), spans: [] };
  }
  if (value === null) {
    const quoted = quoteOn(lines, line, fact);
    return quoted ? { line, cell: null, spans: quoted } : null;
  }
  const spans = figureOn(lines, line, fact, facts, value);
  if (spans) return { line, cell: null, spans };
  return null;
}

/** The cell of a figure that its row has more than once: by the order of the columns, else by the column of other rows. */
function cellOf(
  line: PageLine,
  fact: Fact,
  facts: readonly Fact[],
  lines: readonly PageLine[],
): number | null {
  return byOrder(line, fact, facts, lines) ?? byColumn(line, fact, facts, lines);
}

/** The facts that stand on the same row of the same form, and the orders in which they may be printed. */
function rowOf(fact: Fact, facts: readonly Fact[], lines: readonly PageLine[]): (readonly Fact[])[] {
  const row = facts.filter(
    (other) =>
      other.form === fact.form && other.page === fact.page && other.line === fact.line && isForm(other),
  );
  const at = lines.findIndex(({ number }) => number === fact.line);
  const head = squeeze(
    lines
      .slice(Math.max(0, at - HEAD), at)
      .map(({ text }) => text)
      .join(''),
  );
  return rowOrders(fact.form!, row, facts, head);
}

/**
 * The row's figures left to right are its facts in the order of the columns, where their values agree one by one; of
 * several orders that agree the likeliest.
 */
function byOrder(
  line: PageLine,
  fact: Fact,
  facts: readonly Fact[],
  lines: readonly PageLine[],
): number | null {
  if (!isForm(fact)) return null;
  const orders = rowOf(fact, facts, lines);
  const values = new Set(orders[0]!.map((other) => squeeze(other.printed_value ?? '')));
  const cells = line.cells!.flatMap(({ text }, index) => (values.has(squeeze(text)) ? [index] : []));
  for (const order of orders) {
    const agrees =
      order.length === cells.length &&
      order.every((other, i) => squeeze(other.printed_value ?? '') === squeeze(line.cells![cells[i]!]!.text));
    const at = order.findIndex((other) => other.fact_id === fact.fact_id);
    if (agrees && at >= 0) return cells[at]!;
  }
  return null;
}

const columnKey = (fact: Fact) =>
  [
    fact.form,
    fact.flow,
    fact.fund,
    fact.measure,
    fact.stage,
    fact.form === '09' || fact.form === 'B09' ? fact.subject_name : '',
  ].join('|');

/** Where the column's figures stand in rows in which they stand once; all of them must agree. */
function byColumn(
  line: PageLine,
  fact: Fact,
  facts: readonly Fact[],
  lines: readonly PageLine[],
): number | null {
  const places = new Set<number>();
  for (const other of facts) {
    if (other.page !== fact.page || columnKey(other) !== columnKey(fact) || other.printed_value === null)
      continue;
    const row = lines.find(({ number }) => number === other.line);
    const equal = row?.cells?.filter(({ text }) => squeeze(text) === squeeze(other.printed_value!)) ?? [];
    if (equal.length === 1 && equal[0]!.x0 !== undefined) places.add(Math.round(equal[0]!.x0));
  }
  if (places.size !== 1) return null;
  const [x0] = places;
  const at = line.cells!.findIndex(
    (cell) =>
      cell.x0 !== undefined &&
      Math.abs(cell.x0 - x0!) <= 2 &&
      squeeze(cell.text) === squeeze(fact.printed_value!),
  );
  return at < 0 ? null : at;
}

/** Lines above a row that its headings may take, and lines that a sentence may begin before and go on after. */
const HEAD = 14;
const BEFORE = 6;
const FURTHER = 12;

/** A character that is no blank, where it stands, and whether it stands apart from the one before. */
interface Char {
  char: string;
  line: PageLine;
  at: number;
  apart: boolean;
}

/** The text of a line and of its neighbours without blanks, with where each character stands. */
function stream(lines: readonly PageLine[], line: PageLine): { chars: Char[]; text: string } {
  const at = lines.indexOf(line);
  const chars = lines.slice(Math.max(0, at - BEFORE), at + FURTHER).flatMap(charsOf);
  return { chars, text: chars.map(({ char }) => char).join('') };
}

function charsOf(line: PageLine): Char[] {
  const chars: Char[] = [];
  let apart = false;
  const commas = new Set([...line.text.matchAll(THOUSANDS)].map(({ index }) => index));
  for (let at = 0; at < line.text.length; at++) {
    const char = line.text[at]!;
    if (commas.has(at)) continue;
    if (/\s/.test(char)) apart = true;
    else {
      chars.push({ char, line, at, apart });
      apart = false;
    }
  }
  return chars;
}

/** Characters of a stream as spans, one for each line. */
function spansOf(chars: readonly Char[], from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (const { line, at } of chars.slice(from, to)) {
    const last = spans.at(-1);
    if (last?.line === line) last.to = at + 1;
    else spans.push({ line, from: at, to: at + 1 });
  }
  return spans;
}

/** Every place of a figure among characters: whole numbers, not the digits of longer ones. */
function occurrences(chars: readonly Char[], value: string): number[] {
  const text = chars.map(({ char }) => char).join('');
  const found: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const end = at + value.length;
    const before = chars[at]!.apart ? '' : (text[at - 1] ?? '');
    const after = !chars[end] || chars[end].apart ? '' : text.slice(end, end + 4);
    if (!/[\d.]/.test(before) && !/^(\d|\.\d)/.test(after)) found.push(at);
  }
  return found;
}

/** The figure in running text: within its quoted words, else on its line. */
function figureOn(
  lines: readonly PageLine[],
  line: PageLine,
  fact: Fact,
  facts: readonly Fact[],
  value: string,
): Span[] | null {
  const { chars, text } = stream(lines, line);
  const quote = fact.quote && !isForm(fact) ? squeeze(fact.quote) : '';
  const start = quote ? text.indexOf(quote) : -1;
  const inQuote = start < 0 ? [] : occurrences(chars.slice(start, start + quote.length), value);
  const own = occurrences(charsOf(line), value);
  const [among, found] = inQuote.length > 0 ? [chars.slice(start), inQuote] : [charsOf(line), own];
  if (found.length === 0) return null;
  const at =
    found.length === 1 ? found[0] : oneOf(found, among, fact, facts, () => rowOf(fact, facts, lines), value);
  // Equal figures that nothing tells apart: the line is shown, none of them outlined.
  return at === undefined ? [] : spansOf(among, at, at + value.length);
}

const TOTAL_FIRST = new Set(['02', '03', '05', 'B02', 'B03', 'B05', 'B06', 'B10', 'B11']);
const STAGES: readonly Fact['stage'][] = ['initial_budget', 'adjusted_budget', 'final', 'prior_final'];

/** Of equal figures: in a form's row the one in order; in a sentence the one after its name, or its stage's words. */
function oneOf(
  found: readonly number[],
  chars: readonly Char[],
  fact: Fact,
  facts: readonly Fact[],
  orders: () => (readonly Fact[])[],
  value: string,
): number | undefined {
  if (isForm(fact)) {
    for (const order of orders()) {
      const equal = order.filter((other) => squeeze(other.printed_value ?? '') === value);
      const at = equal.findIndex((other) => other.fact_id === fact.fact_id);
      if (equal.length === found.length && at >= 0) return found[at];
    }
    // 合计 comes first, also where blank cells after it left no trace.
    return fact.measure === 'total' && TOTAL_FIRST.has(fact.form!) ? found[0] : undefined;
  }
  if (fact.source === 'performance') {
    const equal = facts
      .filter(
        (other) => other.source === 'performance' && other.page === fact.page && other.line === fact.line,
      )
      .filter((other) => other.printed_value !== null && squeeze(other.printed_value) === value)
      .sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
    const stages = new Set(equal.map(({ stage }) => stage));
    const at = equal.findIndex((other) => other.fact_id === fact.fact_id);
    return stages.size === found.length && equal.length === found.length ? found[at] : undefined;
  }
  const words: Partial<Record<Fact['stage'], RegExp>> = {
    initial_budget: /年初预算/,
    adjusted_budget: /(全年|调整)预算/,
    final: /决算|支出/,
  };
  const text = chars.map(({ char }) => char).join('');
  /** What stands between the equal figure before and this one. */
  const before = (at: number, i: number) => text.slice(i === 0 ? 0 : found[i - 1]! + value.length, at);
  const only = (at: (text: string) => boolean) => {
    const matching = found.filter((place, i) => at(before(place, i)));
    return matching.length === 1 ? matching[0] : undefined;
  };
  const named = (one: Fact) => {
    const names = [one.printed_name, one.subject_name].flatMap((name) => (name ? [squeeze(name)] : []));
    return (
      names.map((name) => only((said) => said.includes(name))).find((at) => at !== undefined) ??
      names.map((name) => only((said) => said.includes(name.slice(0, 6)))).find((at) => at !== undefined) ??
      only((said) => words[one.stage]?.test(said.slice(-24)) ?? false)
    );
  };
  const own = named(fact);
  if (own !== undefined) return own;
  // The one that is left when the others of the sentence are told.
  const others = facts.filter(
    (other) =>
      other.fact_id !== fact.fact_id &&
      other.line === fact.line &&
      other.page === fact.page &&
      squeeze(other.printed_value ?? '') === value,
  );
  const taken = others.map(named);
  const left = found.filter((at) => !taken.includes(at));
  return others.length === found.length - 1 && left.length === 1 ? left[0] : undefined;
}

/** The quoted words, where the document prints no such figure (an implied one). */
function quoteOn(lines: readonly PageLine[], line: PageLine, fact: Fact): Span[] | null {
  const quote = squeeze(fact.quote ?? '');
  if (quote === '') return null;
  const { chars, text } = stream(lines, line);
  const at = text.indexOf(quote);
  return at < 0 ? null : spansOf(chars, at, at + quote.length);
}

/**
 * The number of a page's first line, told by the document's facts on that page: the one number with which most of them
 * stand on their lines. Null where two numbers fit as well (then the pages before must be counted).
 */
export function firstLineNumber(
  lines: readonly PageLine[],
  page: number,
  facts: readonly Fact[],
): number | null {
  const texts = lines.map((line) =>
    squeeze(line.cells ? line.cells.map((cell) => cell.text).join('\u0000') : line.text),
  );
  const here = facts.filter(
    (fact) => fact.page === page && fact.line !== null && fact.printed_value !== null,
  );
  const votes = new Map<number, number>();
  for (const fact of here) {
    const value = squeeze(fact.printed_value!);
    texts.forEach((text, index) => {
      if (text.includes(value)) votes.set(fact.line! - index, (votes.get(fact.line! - index) ?? 0) + 1);
    });
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] === second?.[1]) return null;
  return best[0];
}
