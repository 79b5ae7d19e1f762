import { functionalClassByName, withoutOrdinal } from '../../domain/functional';
import { isAmount } from '../../domain/money';
import { comparable, standardName } from '../../domain/names';
import type { PlacedLine, Printed } from '../lines';
import { isBlankMark } from './rows';
import type { FormSpec } from './specs';
import type { SummaryRead, SummaryRow } from './summary-rows';

const EXPENDITURE_LINES = /^(本年支出合计|结余分配|年末.*结转和?结余|结转下年.*|支出总计)$/;
const REVENUE_LINES = /^(本年收入合计|使用非财政拨款结余.*|用事业基金.*|(年初|上年).*结转和?结余|收入总计)$/;

/**
 * Rows of 01 and 04 printed without 行次 (Shanghai): `name amount name amounts…`. The sides are told by what the names
 * mean; a name broken over two lines is joined where neither half means anything alone.
 */
export function readUnnumberedSummary(
  body: readonly PlacedLine[],
  spec: FormSpec,
): Pick<SummaryRead, 'rows' | 'unread'> {
  const rows: SummaryRow[] = [];
  const unread: PlacedLine[] = [];
  let started = false;
  /** The row whose name stands around its amounts, in a cell that is centred: the rest of the name comes next. */
  let around: SummaryRow | null = null;
  for (const line of body) {
    const words = line.text.split(/\s+/).filter(Boolean);
    if (!started && !/^[一二三]、/.test(words[0] ?? '')) continue;
    started = true;
    const last = rows.at(-1);
    const segments = split(words);
    if (
      segments.length === 1 &&
      segments[0]!.words.length === 0 &&
      last &&
      !sideOf(segments[0]!.name, rows, null) &&
      (last.amounts.length === 0 || last === around)
    ) {
      last.printedName = standardName(last.printedName + segments[0]!.name);
      around = null;
      continue;
    }
    if (segments.length === 1 && segments[0]!.name === '' && last && isBroken(last)) {
      around = row(last.side, { ...segments[0]!, name: last.printedName }, spec, line);
      rows.splice(-1, 1, around);
      continue;
    }
    around = null;
    let side: SummaryRow['side'] | null = null;
    for (const segment of segments) {
      side = sideOf(segment.name, rows, side);
      if (!side || segment.name === '') {
        if (segment.words.length > 0) unread.push(line);
        continue;
      }
      rows.push(row(side, segment, spec, line));
    }
  }
  return { rows, unread };
}

/** A class whose name goes on below, and whose amounts have not come yet. */
function isBroken({ printedName, amounts }: SummaryRow): boolean {
  return amounts.length === 0 && functionalClassByName(printedName) === null && !isKnown(printedName);
}

interface Segment {
  name: string;
  words: string[];
}

/** Names with the amounts after them; two names in a row are parted at a list number or where both mean something. */
function split(words: readonly string[]): Segment[] {
  const segments: Segment[] = [];
  for (const word of words) {
    const current = segments.at(-1);
    if (isAmount(word) || isBlankMark(word)) {
      if (current) current.words.push(word);
      else segments.push({ name: '', words: [word] });
    } else if (
      !current ||
      current.words.length > 0 ||
      /^[一二三四五六七八九十]+、/.test(word) ||
      isKnown(current.name)
    ) {
      segments.push({ name: word, words: [] });
    } else {
      current.name += word;
    }
  }
  return segments;
}

function isKnown(name: string): boolean {
  const bare = standardName(withoutOrdinal(name));
  return (
    functionalClassByName(name) !== null ||
    EXPENDITURE_LINES.test(bare) ||
    REVENUE_LINES.test(bare) ||
    bare === '总计' ||
    isOrigin(bare)
  );
}

function isOrigin(bare: string): boolean {
  return /(收入|财政拨款)$/.test(bare);
}

/** 总计 stands on both sides: the first on a line is revenue. A name without list number left of another is revenue. */
function sideOf(
  name: string,
  rows: readonly SummaryRow[],
  before: SummaryRow['side'] | null,
): SummaryRow['side'] | null {
  const bare = standardName(withoutOrdinal(name));
  if (bare === '总计')
    return before === 'revenue' || rows.at(-1)?.printedName === '总计' ? 'expenditure' : 'revenue';
  if (REVENUE_LINES.test(bare) || isOrigin(bare)) return 'revenue';
  if (EXPENDITURE_LINES.test(bare) || functionalClassByName(name) !== null) return 'expenditure';
  // A class whose name is broken begins with its list number and goes on in the next line.
  return /^[一二三四五六七八九十]+、/.test(name) && comparable(bare).length > 3 ? 'expenditure' : null;
}

function row(side: SummaryRow['side'], segment: Segment, spec: FormSpec, line: PlacedLine): SummaryRow {
  const place = { page: line.page, line: line.number };
  const columns = side === 'revenue' ? 1 : spec.columns.length;
  const all = segment.words.map((text): Printed | null => (isBlankMark(text) ? null : { text, ...place }));
  const amounts = all.filter((cell): cell is Printed => cell !== null);
  const full = all.length === columns || all.length === 0;
  return {
    side,
    printedName: standardName(segment.name),
    cells: full ? [...all, ...Array<null>(columns - all.length).fill(null)] : null,
    amounts,
    ...place,
  };
}
