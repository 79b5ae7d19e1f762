import type { PlacedLine } from '../lines';
import { isCodeColumn } from './columns';
import type { BudgetShape } from './specs';
import type { GridTable } from './tables';
import { isFormNumber, looksLikeTitle } from '../title-marks';
import { type BudgetFormId, titledBudgetForm } from './titles';

/** A table with what it is: its form and layout; `form` is null where no form of a budget fits. */
export interface Recognised {
  form: BudgetFormId | null;
  shape: BudgetShape;
  /** The title as printed, its lines joined; '' where none stands above the table. */
  title: string;
  titleLine: PlacedLine;
}

/** How many lines a title may be broken over. */
const BROKEN = 3;

/** What a table of a budget is, by its title where its head agrees, else by its head. */
export function recognise(table: GridTable): Recognised {
  const titled = titleOf(table);
  const byTitle = titled?.form ?? null;
  const form =
    byTitle !== null && fits(byTitle, table)
      ? byTitle
      : byTitle !== null || titled === null || isFragment(titled.text)
        ? byHeader(table)
        : null;
  return {
    form,
    shape: form ? shapeOf(form, table) : 'subjects',
    title: titled?.text ?? '',
    titleLine: titled?.line ?? table.at,
  };
}

/** The nearest title above a table: a known one on one line or broken over several, else the nearest that reads as one. */
function titleOf(table: GridTable): { text: string; form: BudgetFormId | null; line: PlacedLine } | null {
  const lines = table.lead.filter(({ text }) => text.trim() !== '');
  for (let end = lines.length; end > 0; end--) {
    for (let length = Math.min(BROKEN, end); length >= 1; length--) {
      const part = lines.slice(end - length, end);
      const text = part.map((line) => line.text.trim()).join('');
      const form = titledBudgetForm(text);
      if (form) return { text, form, line: part[0]! };
    }
    const last = lines[end - 1]!;
    if (looksLikeTitle(last.text) && !isFormNumber(last.text))
      return { text: last.text.trim(), form: null, line: last };
  }
  return null;
}

/** The tail of a title whose beginning was lost. */
function isFragment(title: string): boolean {
  return /^(?:[支收出入]{0,2}预?算?总?)表$/.test(title.replace(/\s+/g, ''));
}

const has = (table: GridTable, pattern: RegExp) => table.header.paths.some((path) => pattern.test(path));
const isCoded = (table: GridTable) => table.header.paths.some(isCodeColumn) || classes(table).size > 0;

/** First digits of the codes that the rows print: 2 for functional, 3 for economic subjects. */
function classes(table: GridTable): Set<string> {
  // A whole amount such as 201 under 合计 is no code.
  if (/(?:合计|总计|小计|金额|预算数)$/.test(table.header.paths[0] ?? '')) return new Set();
  return new Set(
    table.rows.flatMap((row) => {
      const code = /^[[【（(]?(\d{3})(?:\d{2}){0,2}(?!\d|[,.]\d)/.exec(row.texts[0] ?? '');
      return code ? [code[1]![0]!] : [];
    }),
  );
}

/** True where a table's head can be that of the form. */
function fits(form: BudgetFormId, table: GridTable): boolean {
  const codes = classes(table);
  const trips =
    has(table, /因公出国/) || table.rows.some((row) => row.texts.some((text) => /因公出国/.test(text)));
  switch (form) {
    case 'B09':
      return trips;
    case 'B01':
    case 'B04':
      return !has(table, /因公出国/) && !isCoded(table);
    case 'B06':
    case 'B11':
    case 'B12':
      return !codes.has('2') && isCoded(table) && !has(table, /因公出国/);
    case 'B02':
      return !codes.has('3') && !has(table, /因公出国/) && !has(table, /(^|\/)(基本支出|项目支出)(\/|$)/);
    case 'B03':
      return !codes.has('3') && has(table, /基本支出/) && !has(table, /因公出国/);
    default:
      return !codes.has('3') && isCoded(table) && !has(table, /因公出国|人员经费\/|(^|\/)公用经费$/);
  }
}

/** The one form that a head names by itself; null where several could print it. */
function byHeader(table: GridTable): BudgetFormId | null {
  if (has(table, /因公出国/)) return 'B09';
  const coded = isCoded(table);
  if (coded && has(table, /机关运行经费/)) return 'B12';
  if (coded && has(table, /人员经费$/) && has(table, /公用经费$/) && !classes(table).has('2')) return 'B06';
  if (coded && has(table, /收入预算\/|事业收入$/) && has(table, /财政拨款收入/)) return 'B02';
  if (coded && has(table, /基本支出/) && !classes(table).has('3')) {
    if (has(table, /政府性基金/)) return 'B07';
    if (has(table, /国有资本经营/)) return 'B08';
    if (has(table, /一般公共预算/)) return 'B05';
    if (has(table, /支出预算\//)) return 'B03';
  }
  if (!coded && has(table, /^基本支出$/) && has(table, /^项目支出$/)) return 'B03';
  const named = (pattern: RegExp) => table.rows.some((row) => row.texts.some((text) => pattern.test(text)));
  if (!coded && named(/(收入|支出)(总计|合计)|^总\s*计$/) && named(/、一般公共服务支出|、基本支出|支出$/)) {
    if (has(table, /一般公共预算/) && has(table, /政府性基金/)) return 'B04';
    if (named(/其他(收入|资金)|事业收入|专户管理/)) return 'B01';
  }
  return null;
}

function shapeOf(form: BudgetFormId, table: GridTable): BudgetShape {
  switch (form) {
    case 'B01':
    case 'B04':
      return 'summary';
    case 'B02':
      return isCoded(table) ? 'subjects' : 'origins';
    case 'B03':
      return isCoded(table) ? 'subjects' : 'row';
    case 'B06':
    case 'B11':
    case 'B12':
      return 'economic';
    case 'B09':
      return 'three_public';
    default:
      return 'subjects';
  }
}
