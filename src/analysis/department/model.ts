import { classChanges, lastPair, statedChanges, type ClassChange } from './changes';
import { budgetOf, executionLines, type ExecutionLine } from './execution';
import type { DepartmentRequest } from './request';
import type { DocumentLine, PartLine, PlaceLine, ReasonLine, StaffCount } from './rows';
import { sheets, type Sheet } from './sheet';

export interface DepartmentRows {
  documents: readonly DocumentLine[];
  places: readonly PlaceLine[];
  parts: readonly PartLine[];
  reasons: readonly ReasonLine[];
  staff: readonly StaffCount[];
}

/** One department over its years. */
export interface DepartmentModel {
  request: DepartmentRequest;
  /** Regions that have a department of the name; the page is of the first, or of the one asked for. */
  regions: string[];
  /** By year, the budget of a year before its final account. */
  sheets: Sheet[];
  /** The newest final account, else the newest budget; null where nothing is loaded. */
  latest: Sheet | null;
  /** Of the newest final account; empty without one. */
  execution: ExecutionLine[];
  /** Between the newest two years of one stage. */
  changes: { now: Sheet; before: Sheet; lines: ClassChange[] } | null;
  /** What the newest document that gives reasons says of its changes. */
  stated: { sheet: Sheet; lines: ReasonLine[] } | null;
  staff: ReadonlyMap<string, readonly StaffCount[]>;
}

/** Rows of the engine → the model of the page. Of two documents of a year and kind the first by doc_id counts. */
export function departmentModel(request: DepartmentRequest, rows: DepartmentRows): DepartmentModel {
  const regions = [...new Set(rows.documents.map(({ region }) => region))];
  const region = request.region !== null && regions.includes(request.region) ? request.region : regions[0];
  const seen = new Set<string>();
  const documents = rows.documents.filter((document) => {
    const key = `${document.fiscal_year} ${document.kind}`;
    return document.region === region && !seen.has(key) && seen.add(key);
  });
  const own = sheets(documents, rows.places, rows.parts);
  const accounts = own.filter(({ stage }) => stage === 'final');
  const latest = accounts.at(-1) ?? own.at(-1) ?? null;
  const pair = lastPair(own);
  const told = [...own].reverse().flatMap((sheet) => {
    const lines = statedChanges(sheet.document.doc_id, rows.reasons);
    return lines.length > 0 ? [{ sheet, lines }] : [];
  });
  const staff = new Map<string, StaffCount[]>();
  for (const count of rows.staff) staff.set(count.doc_id, [...(staff.get(count.doc_id) ?? []), count]);
  return {
    request,
    regions,
    sheets: own,
    latest,
    execution: latest?.stage === 'final' ? executionLines(latest, budgetOf(latest, own)) : [],
    changes: pair && { ...pair, lines: classChanges(pair.now, pair.before, rows.reasons) },
    stated: told[0] ?? null,
    staff,
  };
}
