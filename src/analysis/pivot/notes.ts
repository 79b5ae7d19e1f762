import type { Scope } from '../../domain/facts';
import { BASES } from './basis';
import type { PivotColumn } from './columns';
import type { PivotRequest } from './request';
import type { CoverageRow, MisfitRow } from './rows';

/** What a reader must know about the totals; computed, so that it is said when and only when it is true. */
export type PivotNote =
  /** Totals add this many departments. */
  | { kind: 'departments_summed'; departments: number }
  /** The total runs over years whose departments differ: for browsing only. */
  | { kind: 'years_differ'; years: readonly number[] }
  | { kind: 'years_summed'; years: readonly number[] }
  /** 部门 and 单位 both present: shown side by side, never added. */
  | { kind: 'scopes_apart' }
  /** Form 06 prints no 合计: it is the sum of its blocks. */
  | { kind: 'total_computed' }
  /** A department's form is missing, or printed without amounts. */
  | { kind: 'not_filled'; department: string; year: number; form_printed: boolean }
  /** Second documents of one department, year and scope, left out. */
  | { kind: 'spare'; documents: number }
  /** Documents × rows whose printed amount does not fit the level below. */
  | { kind: 'misfits'; misfits: number };

/** The notes of a pivot, in the order in which they are read. */
export function notesOf(
  request: PivotRequest,
  coverage: readonly CoverageRow[],
  columns: readonly PivotColumn[],
  misfits: readonly MisfitRow[],
  totalComputed: boolean,
): PivotNote[] {
  const notes: PivotNote[] = [];
  const filled = coverage.filter((row) => row.filled > 0);
  const scopes = [...new Set(columns.map((c) => c.scope))];
  if (scopes.length > 1) notes.push({ kind: 'scopes_apart' });
  const summed = Math.max(0, ...scopes.map((scope) => departmentsIn(filled, scope).size));
  if (summed > 1) notes.push({ kind: 'departments_summed', departments: summed });
  notes.push(...yearNotes(filled, scopes));
  if (totalComputed) notes.push({ kind: 'total_computed' });
  const count = misfits[0]?.misfits ?? 0;
  if (count > 0) notes.push({ kind: 'misfits', misfits: count });
  const spare = coverage.reduce((n, row) => n + row.spare, 0);
  if (spare > 0) notes.push({ kind: 'spare', documents: spare });
  // A column of its own says that it is empty; inside a wider column it must be said here.
  for (const row of coverage) {
    if (row.filled > 0) continue;
    notes.push({
      kind: 'not_filled',
      department: row.department,
      year: row.fiscal_year,
      form_printed: request.stage === BASES[request.basis].stage && row.with_form > 0,
    });
  }
  return notes;
}

function departmentsIn(rows: readonly CoverageRow[], scope: Scope, year?: number): Set<string> {
  const mine = rows.filter((row) => row.scope === scope && (year === undefined || row.fiscal_year === year));
  return new Set(mine.map((row) => `${row.region}|${row.department}`));
}

function yearNotes(rows: readonly CoverageRow[], scopes: readonly Scope[]): PivotNote[] {
  const notes: PivotNote[] = [];
  for (const scope of scopes) {
    const years = [...new Set(rows.filter((r) => r.scope === scope).map((r) => r.fiscal_year))].sort(
      (a, b) => a - b,
    );
    if (years.length < 2) continue;
    const sets = years.map((year) => [...departmentsIn(rows, scope, year)].sort().join('\n'));
    const kind = sets.every((set) => set === sets[0]) ? 'years_summed' : 'years_differ';
    if (!notes.some((n) => n.kind === kind)) notes.push({ kind, years });
  }
  return notes;
}
