import {
  budgetOf,
  executionLines,
  sheets,
  type DocumentLine,
  type ExecutionLine,
  type PartLine,
  type PlaceLine,
  type Sheet,
} from '../department';
import {
  BASES,
  LEAST_COMPARED,
  MOST_COMPARED,
  SHOWN_AT_FIRST,
  type CompareBasis,
  type CompareRequest,
} from './request';

/** One department by its newest document of the basis within the filter's years. */
export interface CompareRow {
  sheet: Sheet;
  /** Of a final account: the whole of 一般公共预算财政拨款支出 against its 年初预算. */
  execution: ExecutionLine | null;
}

export interface CompareModel {
  request: CompareRequest;
  basis: CompareBasis;
  /** How many departments have documents of each basis. */
  available: Readonly<Record<CompareBasis, number>>;
  /** Side by side: the greatest spending first. */
  rows: CompareRow[];
  /** All departments of the basis, the filter's departments apart: the groups are taken from them. */
  all: CompareRow[];
  /** Who was chosen: the reader all of them, one of them (the rest fills up), or none. */
  chosen: 'all' | 'one' | 'none';
  /** Chosen departments beyond those that fit, and those without a document of the basis. */
  left_out: string[];
  without: string[];
}

const body = ({ region, department }: DocumentLine) => `${region}\u001f${department}`;

/** Newest sheets of one basis, one a body. Of two documents of a year the first by doc_id counts. */
export function newest(all: readonly Sheet[], basis: CompareBasis): Sheet[] {
  const found = new Map<string, Sheet>();
  for (const sheet of all) {
    if (sheet.stage !== basis) continue;
    const known = found.get(body(sheet.document));
    if (!known || sheet.document.fiscal_year > known.document.fiscal_year)
      found.set(body(sheet.document), sheet);
  }
  return [...found.values()];
}

const CHINESE = new Intl.Collator('zh-Hans-CN');
const spending = (sheet: Sheet) => sheet.figures.get('expenditure')?.amount ?? null;

/** The greatest spending first, then without any, by name. */
function bySpending(a: Sheet, b: Sheet): number {
  const [x, y] = [spending(a), spending(b)];
  if (x !== y) return x === null ? 1 : y === null ? -1 : x > y ? -1 : 1;
  return CHINESE.compare(a.document.department, b.document.department);
}

/** Which documents are side by side, before their parts are asked for. */
export function choose(
  request: CompareRequest,
  all: readonly Sheet[],
): Omit<CompareModel, 'rows' | 'all'> & {
  shown: Sheet[];
  others: Sheet[];
} {
  const found = { final: newest(all, 'final'), initial_budget: newest(all, 'initial_budget') };
  const basis = request.basis ?? BASES.find((one) => found[one].length >= LEAST_COMPARED) ?? 'final';
  const sorted = found[basis].sort(bySpending);
  const { departments } = request.filter;
  const asked = sorted.filter(({ document }) => departments.includes(document.department));
  const rest = sorted.filter((sheet) => !asked.includes(sheet));
  const filled =
    asked.length < LEAST_COMPARED ? [...asked, ...rest.slice(0, SHOWN_AT_FIRST - asked.length)] : asked;
  const known = new Set(sorted.map(({ document }) => document.department));
  return {
    request,
    basis,
    available: { final: found.final.length, initial_budget: found.initial_budget.length },
    shown: filled.slice(0, MOST_COMPARED).sort(bySpending),
    others: sorted,
    chosen: asked.length >= LEAST_COMPARED ? 'all' : asked.length === 1 ? 'one' : 'none',
    left_out: filled.slice(MOST_COMPARED).map(({ document }) => document.department),
    without: departments.filter((name) => !known.has(name)),
  };
}

export interface CompareRows {
  documents: readonly DocumentLine[];
  places: readonly PlaceLine[];
  /** Of the documents side by side. */
  parts: readonly PartLine[];
}

/** Rows of the engine → the model of the page. */
export function compareModel(
  request: CompareRequest,
  { documents, places, parts }: CompareRows,
): CompareModel {
  const all = sheets(documents, places, parts);
  const { shown, others, ...model } = choose(request, all);
  const rows = new Map(
    others.map((sheet): [Sheet, CompareRow] => [
      sheet,
      { sheet, execution: sheet.stage === 'final' ? executionLines(sheet, budgetOf(sheet, all))[0]! : null },
    ]),
  );
  return { ...model, rows: shown.map((sheet) => rows.get(sheet)!), all: [...rows.values()] };
}
