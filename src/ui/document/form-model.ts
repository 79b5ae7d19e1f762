import type { Fact } from '../../domain/facts';
import { withoutOrdinal } from '../../domain/functional';
import { comparable } from '../../domain/names';
import type { Unit } from '../../domain/money';
import { formColumns, listColumns, type FormColumn } from './form-columns';

/** `subjects` coded rows · `economic` coded rows of two levels · `lists` two or three lists · `items` named rows. */
export type FormShape = 'subjects' | 'economic' | 'lists' | 'items' | 'components';

/** A row of one list: what it is called, in the form and restored, and a fact (or a blank) for each column. */
export interface FormLine {
  key: string;
  /** The restored code and name. */
  code: string | null;
  name: string;
  /** What the form prints where that differs. */
  printedCode: string | null;
  printedName: string | null;
  /** Steps of indentation. */
  indent: number;
  /** A 合计 row, or a closing line. */
  total: boolean;
  page: number | null;
  line: number | null;
  cells: readonly (Fact | null)[];
}

/** One list of a form; most forms are one list, 01 and 04 and their budget twins have two or three side by side. */
export interface FormList {
  side: 'revenue' | 'expenditure' | 'usage' | null;
  columns: readonly FormColumn[];
}

/** The recognised table of one form: its lists, and its rows with one entry (or none) for each list. */
export interface FormModel {
  form: string;
  shape: FormShape;
  lists: readonly FormList[];
  rows: readonly (readonly (FormLine | null)[])[];
  /** The units that its amounts are printed in, most frequent first. */
  units: readonly Unit[];
  facts: number;
}

type Side = NonNullable<FormList['side']>;

const LISTS = new Set(['01', '04', 'B01', 'B04']);
const ECONOMIC = new Set(['06', 'B06', 'B11', 'B12']);

/** Facts of one document → the table of one of its forms. Rows without any amount are not known and not shown. */
export function formModel(form: string, all: readonly Fact[]): FormModel {
  const facts = all
    .filter((fact) => fact.form === form && (fact.source === 'form' || fact.source === 'budget_form'))
    .sort(byPlace);
  const shape = shapeOf(form, facts);
  const common = { form, shape, units: unitsOf(facts), facts: facts.length };
  if (shape === 'lists') return { ...common, ...sideBySide(form, facts) };
  const columns = formColumns(form, facts);
  const lines = shape === 'components' ? components(form, facts, columns) : oneList(facts, columns, shape);
  return { ...common, lists: [{ side: null, columns }], rows: lines.map((line) => [line]) };
}

function shapeOf(form: string, facts: readonly Fact[]): FormShape {
  if (LISTS.has(form)) return 'lists';
  if (ECONOMIC.has(form)) return 'economic';
  if (form === '09' || form === 'B09') return 'components';
  const named = facts.every((fact) => fact.classification === 'origin' || fact.classification === 'summary');
  return named && facts.length > 0 ? 'items' : 'subjects';
}

/** In printed order; the facts of one row keep theirs. */
function byPlace(a: Fact, b: Fact): number {
  return (a.page ?? 0) - (b.page ?? 0) || (a.line ?? 0) - (b.line ?? 0);
}

const lineKey = (fact: Fact, ...more: (string | null)[]) =>
  [fact.page, fact.line, fact.subject_code, fact.subject_name, fact.printed_code, ...more].join('\n');

function oneList(facts: readonly Fact[], columns: readonly FormColumn[], shape: FormShape): FormLine[] {
  const lines = group(facts, (fact) => lineKey(fact)).map((own) => lineOf(own, columns, shape));
  // Where no line is known (an extract of others), codes give the order; so too where the form has two lists of codes
  // side by side and its lines would mix them.
  if (lines.every((line) => line.line === null)) return lines.sort(byCode);
  const places = lines.map(({ page, line }) => `${page} ${line}`);
  const twoLists = shape === 'economic' && new Set(places).size < places.length;
  return twoLists ? byCodeBetweenSums(lines) : lines;
}

/** Coded rows by code; sums stay before or after them as they are printed. */
function byCodeBetweenSums(lines: readonly FormLine[]): FormLine[] {
  const first = lines.findIndex((line) => line.code !== null || line.printedCode !== null);
  const [before, rest] = [lines.slice(0, first), lines.slice(first)];
  const coded = rest.filter((line) => line.code !== null || line.printedCode !== null);
  return [
    ...before,
    ...coded.sort((a, b) => (a.code ?? a.printedCode ?? '').localeCompare(b.code ?? b.printedCode ?? '')),
    ...rest.filter((line) => !coded.includes(line)),
  ];
}

/** A row from its facts. Of two facts in one cell the first stays; the other becomes a row of its own (group). */
function lineOf(facts: readonly Fact[], columns: readonly FormColumn[], shape: FormShape): FormLine {
  const [first] = facts as [Fact, ...Fact[]];
  const listed = shape === 'lists' || shape === 'items';
  const sameName =
    first.printed_name === null ||
    comparable(withoutOrdinal(first.printed_name)) === comparable(first.subject_name);
  const sameCode =
    first.printed_code === null || first.printed_code.replace(/\s/g, '') === first.subject_code;
  return {
    key: first.fact_id,
    code: listed ? null : first.subject_code,
    name: listed ? (first.printed_name ?? first.subject_name) : first.subject_name,
    printedCode: listed || sameCode ? null : first.printed_code,
    // A list shows the printed name, so here stands what it means.
    printedName: sameName ? null : listed ? first.subject_name : first.printed_name,
    indent: indentOf(first, shape),
    total: first.classification === 'summary' && (shape !== 'lists' || isWhole(first)),
    page: first.page,
    line: first.line,
    cells: columns.map((column) => facts.find((fact) => column.holds(fact)) ?? null),
  };
}

const isWhole = (fact: Fact) => /合计$|总计$/.test(fact.subject_name);

function indentOf(fact: Fact, shape: FormShape): number {
  const level = fact.subject_level ?? 0;
  if (
    shape === 'lists' &&
    fact.flow === 'balance' &&
    ['general', 'government_fund', 'state_capital'].includes(fact.fund)
  )
    return isWhole(fact) ? 0 : 1;
  return Math.max(0, level - 1);
}

/** Facts by row, in their order. A second fact of the same key and coordinates begins the row anew. */
function group(facts: readonly Fact[], keyOf: (fact: Fact) => string): Fact[][] {
  const rows = new Map<string, Fact[]>();
  for (const fact of facts) {
    const base = keyOf(fact);
    let key = base;
    for (let n = 2; rows.get(key)?.some((other) => sameCell(other, fact)); n++) key = `${base}\n${n}`;
    const own = rows.get(key);
    if (own) own.push(fact);
    else rows.set(key, [fact]);
  }
  return [...rows.values()];
}

const sameCell = (a: Fact, b: Fact) =>
  a.flow === b.flow && a.measure === b.measure && a.fund === b.fund && a.stage === b.stage;

const byCode = (a: FormLine, b: FormLine) => (a.code ?? '').localeCompare(b.code ?? '');

/** 01, 04, B01, B04: what stands on one line of the form stands on one row. */
function sideBySide(form: string, facts: readonly Fact[]): Pick<FormModel, 'lists' | 'rows'> {
  const functions = facts.some((fact) => fact.classification === 'function');
  const sides: Side[] = ['revenue', 'expenditure', 'usage'];
  const bySide = new Map<Side, Fact[]>(sides.map((side) => [side, []]));
  for (const fact of facts) bySide.get(sideOf(fact, functions))!.push(fact);
  const shown = sides.filter(
    (side) => bySide.get(side)!.length > 0 || (side !== 'usage' && facts.length > 0),
  );
  const lists = shown.map((side) => ({ side, columns: listColumns(form, side, bySide.get(side)!) }));
  const entries = lists.flatMap(({ side, columns }, list) =>
    group(bySide.get(side)!, (fact) =>
      lineKey(fact, fact.printed_name, columns.length === 1 ? fact.fund : null),
    ).map((own) => ({ list, line: lineOf(own, columns, 'lists') })),
  );
  const place = ({ line }: { line: FormLine }) => (line.page ?? 0) * 1e7 + (line.line ?? 0);
  const rows: (FormLine | null)[][] = [];
  let at: number | null = null;
  for (const entry of entries.sort((a, b) => place(a) - place(b) || a.list - b.list)) {
    const here = place(entry);
    const open = here > 0 && here === at ? rows.at(-1) : undefined;
    if (open && open[entry.list] === null) open[entry.list] = entry.line;
    else rows.push(lists.map((_, list) => (list === entry.list ? entry.line : null)));
    at = here;
  }
  return { lists, rows };
}

function sideOf(fact: Fact, functions: boolean): Side {
  if (fact.flow === 'revenue') return 'revenue';
  if (fact.flow === 'balance')
    return /^(年初|上年|使用|收入)/.test(fact.subject_name) ? 'revenue' : 'expenditure';
  // 江苏 lists 支出用途 beside the classes; 上海 parts each class into columns instead.
  const used =
    fact.classification === 'summary' && /^(基本支出|项目支出|单位预留|结转下年)/.test(fact.subject_name);
  return used && functions ? 'usage' : 'expenditure';
}

/** “三公” from the whole to its parts; the standard names of its parts, for those that the form leaves blank. */
const COMPONENTS: readonly [code: string, name: string, indent: number][] = [
  ['SG', '“三公”经费合计', 0],
  ['SG1', '因公出国（境）费', 1],
  ['SG2', '公务用车购置及运行维护费', 1],
  ['SG21', '公务用车购置费', 2],
  ['SG22', '公务用车运行维护费', 2],
  ['SG3', '公务接待费', 1],
];

/** 09 and B09: one row of the form becomes a row for each of its parts; what B09 has beside “三公” follows or heads it. */
function components(form: string, facts: readonly Fact[], columns: readonly FormColumn[]): FormLine[] {
  if (facts.length === 0) return [];
  const cellsOf = (own: readonly Fact[]) =>
    columns.map((column) => own.find((fact) => column.holds(fact)) ?? null);
  const line = (own: readonly Fact[], name: string, indent: number, total: boolean): FormLine => ({
    key: `${form}:${name}`,
    code: null,
    name,
    printedCode: null,
    printedName: null,
    indent,
    total,
    page: own[0]?.page ?? null,
    line: own[0]?.line ?? null,
    cells: cellsOf(own),
  });
  const parts = COMPONENTS.map(([code, name, indent]) =>
    line(
      facts.filter((fact) => fact.subject_code === code),
      name,
      indent,
      code === 'SG',
    ),
  );
  const beside = group(
    facts.filter((fact) => fact.subject_code === null),
    (fact) => fact.subject_name,
  ).map((own) => line(own, own[0]!.subject_name, 0, isWhole(own[0]!)));
  return [...beside.filter((row) => row.total), ...parts, ...beside.filter((row) => !row.total)];
}

function unitsOf(facts: readonly Fact[]): Unit[] {
  const counts = new Map<Unit, number>();
  for (const { printed_unit } of facts)
    if (printed_unit !== null) counts.set(printed_unit as Unit, (counts.get(printed_unit as Unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
}

/** Why a figure or a row carries a mark: its column follows from the sums, its code or name was restored, … */
export type FormMark = 'restored' | 'placed' | 'derived' | 'remark';
/** Told apart by shape; a figure placed by the sums is underlined with dots instead. */
export const FORM_SIGNS: Record<FormMark, string> = { restored: '†', placed: '', derived: '≈', remark: '*' };

const PLACED = /^columns told by the sums/;
const RESTORED = /restored|^name completed/;
/** Nothing that a reader must be told: the printed name stands beside the standard one. */
const SILENT = /^(standard name|项 found by its name)/;

const notesOf = (fact: Fact) => (fact.note ?? '').split(/;\s*/).filter((note) => note !== '');

/** The mark of one figure. */
export function cellMark(fact: Fact): FormMark | null {
  if (fact.derived) return 'derived';
  return notesOf(fact).some((note) => PLACED.test(note)) ? 'placed' : null;
}

/** The mark of a row's name: restored, or with a remark of another kind. */
export function lineMark(line: FormLine): FormMark | null {
  const notes = line.cells.flatMap((fact) => (fact ? notesOf(fact) : []));
  if (notes.some((note) => RESTORED.test(note))) return 'restored';
  return notes.some((note) => !PLACED.test(note) && !SILENT.test(note)) ? 'remark' : null;
}
