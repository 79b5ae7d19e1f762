import { BASES } from './basis';
import type { Cube } from './cube';
import type { PivotAnswers } from './model';
import type { Plan } from './plan';
import type { PivotRequest } from './request';
import type { Scope } from '../../domain/facts';

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
  /** 合计 is the sum of the subjects that were chosen. */
  | { kind: 'subjects_limited' }
  /** A department's form is missing, or printed without amounts. */
  | { kind: 'not_filled'; department: string; year: number; form_printed: boolean }
  /** Second documents of one department, year and scope, left out. */
  | { kind: 'spare'; documents: number }
  /** Documents × rows whose printed amount does not fit the level below. */
  | { kind: 'misfits'; misfits: number }
  /** Amounts of budget documents and of the narrative side by side. */
  | { kind: 'mixed_sources'; budgets: number; narratives: number };

/** The notes of a pivot, in the order in which they are read. */
export function notesOf(
  request: PivotRequest,
  plan: Plan,
  { coverage, cells }: PivotAnswers,
  cube: Cube,
): PivotNote[] {
  const notes: PivotNote[] = [];
  const shown = (year: number) => plan.shownYears.length === 0 || plan.shownYears.includes(year);
  const main = new Set(
    plan.roles.filter((role) => role.part === 0).map((role) => plan.reads[role.read]!.source),
  );
  const own = coverage.filter((row) => main.has(row.src) && shown(row.fiscal_year));
  const filled = own.filter((row) => row.filled > 0);
  if (cube.scopes.length > 1) notes.push({ kind: 'scopes_apart' });
  const summed = Math.max(0, ...cube.scopes.map((scope) => departmentsIn(filled, scope).size));
  if (summed > 1) notes.push({ kind: 'departments_summed', departments: summed });
  notes.push(...yearNotes(filled, cube.scopes));
  if (request.subjects.length > 0) notes.push({ kind: 'subjects_limited' });
  else if (request.basis === '06' && cells.some((row) => row.key === '' && row.computed > 0)) {
    notes.push({ kind: 'total_computed' });
  }
  // At the finest step that was fetched each is counted once.
  const misfits = cells.reduce((n, row) => n + row.misfits, 0);
  if (misfits > 0) notes.push({ kind: 'misfits', misfits });
  const spare = own.reduce((n, row) => n + row.spare, 0);
  if (spare > 0) notes.push({ kind: 'spare', documents: spare });
  const budgets = filled.filter((row) => row.rank === 0).length;
  const narratives = filled.filter((row) => (row.rank ?? 0) >= 2).length;
  if (budgets > 0 && narratives > 0) notes.push({ kind: 'mixed_sources', budgets, narratives });
  // A column of its own says that it is empty; inside a wider column it must be said here.
  const first = own.filter((row) => row.src === plan.reads[plan.roles[0]!.read]!.source);
  for (const row of first) {
    if (row.filled > 0) continue;
    const ownStage = plan.sources[row.src]!.stage === BASES[request.basis].stage;
    notes.push({
      kind: 'not_filled',
      department: row.department,
      year: row.fiscal_year,
      form_printed: ownStage && row.with_form > 0,
    });
  }
  return notes;
}

type Body = { region: string; department: string; scope: Scope; fiscal_year: number };

function departmentsIn(rows: readonly Body[], scope: Scope, year?: number): Set<string> {
  const mine = rows.filter((row) => row.scope === scope && (year === undefined || row.fiscal_year === year));
  return new Set(mine.map((row) => `${row.region}|${row.department}`));
}

function yearNotes(rows: readonly Body[], scopes: readonly Scope[]): PivotNote[] {
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
