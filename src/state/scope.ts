import { SCOPES, type DocumentRow, type Scope } from '../domain/facts';
import type { Dataset } from './dataset';
import { summary } from './summary';

/** The part of the data that is analysed together: 部门 and 单位 documents are never added. */
export interface ScopedData extends Pick<Dataset, 'documents' | 'years' | 'departments'> {
  /** In force; null where the data hold one scope alone and there is nothing to choose. */
  scope: Scope | null;
  /** Documents of each scope in all the data. */
  counts: Readonly<Record<Scope, number>>;
  /** Names of departments that only the other scope has. */
  elsewhere: readonly string[];
}

function counted(documents: readonly DocumentRow[]): Record<Scope, number> {
  const counts = { department: 0, unit: 0 };
  for (const { scope } of documents) counts[scope] += 1;
  return counts;
}

/**
 * The documents of the scope asked for, where the data hold both: 部门 unless 单位 is asked for. Where they hold one,
 * all of them, whatever a link asks.
 */
export function scopedData(asked: Scope | null, dataset: Dataset): ScopedData {
  const counts = counted(dataset.documents);
  const { documents, years, departments } = dataset;
  if (SCOPES.some((scope) => counts[scope] === 0)) {
    return { scope: null, counts, documents, years, departments, elsewhere: [] };
  }
  const scope = asked ?? 'department';
  const own = summary(documents.filter((document) => document.scope === scope));
  const names = new Set(own.departments.map(({ name }) => name));
  const elsewhere = departments.map(({ name }) => name).filter((name) => !names.has(name));
  return { scope, counts, ...own, elsewhere };
}
