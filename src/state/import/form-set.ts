import type { Kind } from '../../domain/facts';

const FINAL_ACCOUNT = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];
/** The nine budget forms that 上海 publishes. */
const BUDGET = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B08', 'B09'];
/** 江苏: by function and by economic subject twice, operating funds of organs, no state capital. */
const BUDGET_BY_FUND = ['B01', 'B02', 'B03', 'B04', 'B05', 'B06', 'B07', 'B09', 'B10', 'B11', 'B12'];

/** Forms of the standard set that a document belongs to and does not have; `present` are the ids of those found. */
export function missingForms(kind: Kind, present: readonly string[]): string[] {
  const set =
    kind === 'final_account' ? FINAL_ACCOUNT : present.some((form) => form > 'B09') ? BUDGET_BY_FUND : BUDGET;
  return set.filter((form) => !present.includes(form));
}
