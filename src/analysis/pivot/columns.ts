import type { Fen } from '../../domain/money';
import type { Scope } from '../../domain/facts';
import type { DepartmentKey, PivotRequest } from './request';
import type { CoverageRow } from './rows';

/** One leaf column of figures. `department` null: all of them, or with `others` those without a column of their own. */
export interface PivotColumn {
  id: string;
  kind: 'value' | 'total';
  scope: Scope;
  year: number | null;
  region: string | null;
  department: string | null;
  /** How many departments the column 其他 gathers; 0 elsewhere. */
  others: number;
  /** Documents under the column, those that print the form, and those with amounts in it. */
  documents: number;
  with_form: number;
  filled: number;
  /** The documents that are counted. */
  doc_ids: string[];
  /** Some of its departments have a second document of the same year, which is not counted. */
  spare: boolean;
}

/** Departments sorted by their printed totals, largest first; ties and unknown totals by region and name. */
export function departmentsBySize(coverage: readonly CoverageRow[]): DepartmentKey[] {
  const sizes = new Map<string, { key: DepartmentKey; weight: Fen }>();
  for (const row of coverage) {
    const id = departmentId(row);
    const entry = sizes.get(id) ?? { key: { region: row.region, department: row.department }, weight: 0n };
    entry.weight += row.weight ?? 0n;
    sizes.set(id, entry);
  }
  return [...sizes.entries()]
    .sort(([a, x], [b, y]) => (x.weight === y.weight ? (a < b ? -1 : 1) : x.weight > y.weight ? -1 : 1))
    .map(([, entry]) => entry.key);
}

/** The departments that get columns of their own: all where they fit, else the `departments_shown` largest. */
export function departmentsShown(request: PivotRequest, coverage: readonly CoverageRow[]): DepartmentKey[] {
  if (request.columns === 'year') return [];
  const all = departmentsBySize(coverage);
  // A column 其他 that holds a single department would hide its name and save nothing.
  return all.length <= request.departments_shown + 1 ? all : all.slice(0, request.departments_shown);
}

const collator = new Intl.Collator('zh-Hans-CN');

/**
 * The leaf columns in order: by scope (never added to each other), year, region and department; 其他 last in its
 * year; after each scope its total, where it has more than one column.
 */
export function columnsOf(
  request: PivotRequest,
  coverage: readonly CoverageRow[],
  shown: readonly DepartmentKey[],
): PivotColumn[] {
  const own = new Set(shown.map(departmentId));
  const columns = new Map<string, PivotColumn>();
  const gathered = new Map<string, Set<string>>();
  for (const row of coverage) {
    const named = request.columns !== 'year' && own.has(departmentId(row));
    const cell = {
      scope: row.scope,
      year: request.columns === 'department' ? null : row.fiscal_year,
      region: named ? row.region : null,
      department: named ? row.department : null,
    };
    const id = columnId(cell);
    const column: PivotColumn = columns.get(id) ?? {
      id,
      kind: 'value',
      ...cell,
      others: 0,
      documents: 0,
      with_form: 0,
      filled: 0,
      doc_ids: [],
      spare: false,
    };
    column.documents += row.documents;
    column.with_form += row.with_form;
    column.filled += row.filled;
    column.spare ||= row.spare > 0;
    if (row.doc_id !== null) column.doc_ids.push(row.doc_id);
    if (request.columns !== 'year' && !named) {
      const departments = gathered.get(id) ?? new Set();
      gathered.set(id, departments.add(departmentId(row)));
      column.others = departments.size;
    }
    columns.set(id, column);
  }
  const leaves = [...columns.values()].sort(
    (a, b) =>
      (a.scope === b.scope ? 0 : a.scope === 'department' ? -1 : 1) ||
      (a.year ?? 0) - (b.year ?? 0) ||
      Number(a.others > 0) - Number(b.others > 0) ||
      collator.compare(a.region ?? '', b.region ?? '') ||
      collator.compare(a.department ?? '', b.department ?? ''),
  );
  const scopes = [...new Set(leaves.map((c) => c.scope))];
  return scopes.flatMap((scope) => {
    const mine = leaves.filter((c) => c.scope === scope);
    return mine.length > 1 ? [...mine, totalOf(scope, mine)] : mine;
  });
}

function totalOf(scope: Scope, columns: readonly PivotColumn[]): PivotColumn {
  const sum = (field: 'documents' | 'with_form' | 'filled') => columns.reduce((n, c) => n + c[field], 0);
  return {
    id: `${scope}|total`,
    kind: 'total',
    scope,
    year: null,
    region: null,
    department: null,
    others: 0,
    documents: sum('documents'),
    with_form: sum('with_form'),
    filled: sum('filled'),
    doc_ids: columns.flatMap((c) => c.doc_ids),
    spare: columns.some((c) => c.spare),
  };
}

/** Stable name of a column, for the address and for sorting. */
export function columnId(at: {
  scope: Scope;
  year: number | null;
  region: string | null;
  department: string | null;
}): string {
  return [at.scope, at.year ?? '', at.region ?? '', at.department ?? ''].join('|');
}

function departmentId(at: { region: string; department: string }): string {
  return `${at.region}|${at.department}`;
}
