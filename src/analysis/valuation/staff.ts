import type { Kind, Scope } from '../../domain/facts';
import { staffKey } from './tables';

/** 年末实有人数, or the posts that are allotted (编制数) where a document prints these alone. */
export type StaffBasis = 'staff_present' | 'staff_established';

/** One count as `staffQuery` gives it; `value` is DECIMAL text. */
export interface StaffLine {
  department: string;
  fiscal_year: number;
  scope: Scope;
  kind: Kind;
  code: StaffBasis;
  value: string;
}

export interface StaffTable {
  /** By `staffKey`. */
  staff: Map<string, bigint>;
  /** By the same key: what was counted. */
  basis: Map<string, StaffBasis>;
}

/** People there before posts allotted, and the year's final account before its budget. */
const weight = ({ code, kind }: StaffLine) =>
  (code === 'staff_present' ? 0 : 2) + (kind === 'final_account' ? 0 : 1);

/**
 * The staff by department and year, of the documents of one scope (null: the data hold one alone). Counts that are no
 * whole number above zero, and years whose documents print different ones, stay unknown.
 */
export function staffTable(lines: readonly StaffLine[], scope: Scope | null): StaffTable {
  const best = new Map<string, StaffLine[]>();
  for (const line of lines) {
    if (scope !== null && line.scope !== scope) continue;
    const key = staffKey(line.department, line.fiscal_year);
    const known = best.get(key);
    if (!known || weight(line) < weight(known[0]!)) best.set(key, [line]);
    else if (weight(line) === weight(known[0]!)) known.push(line);
  }
  const table: StaffTable = { staff: new Map(), basis: new Map() };
  for (const [key, found] of best) {
    const [count, other] = new Set(found.map(({ value }) => value.replace(/\.0*$/, '')));
    if (other !== undefined || count === undefined || !/^[1-9]\d*$/.test(count)) continue;
    table.staff.set(key, BigInt(count));
    table.basis.set(key, found[0]!.code);
  }
  return table;
}
