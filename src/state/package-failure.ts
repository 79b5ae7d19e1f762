import {
  DamagedFile,
  NotAnExtract,
  SchemaMismatch,
  StorageFull,
  TooManyPackages,
  UnitNotExact,
  Unwritable,
  WorkspaceUnreadable,
} from '../dataset';
import { render, type Language } from '../i18n';
import { dataFailures } from '../i18n/data';
import { failureText } from './failure';
import { ForeignOrigin } from './package-url';

/** Why something could not be opened or kept; `list` names every column at fault. */
export interface PackageFailure {
  what: string;
  list: readonly string[];
  remedy: string;
  detail: string;
}

type Key = keyof typeof dataFailures;

function keysOf(error: unknown): { key: Key; values?: Record<string, string> } | null {
  if (error instanceof ForeignOrigin) return { key: 'foreign', values: { address: error.address } };
  if (error instanceof StorageFull) return { key: 'full' };
  if (error instanceof WorkspaceUnreadable) return { key: 'unreadable' };
  if (error instanceof TooManyPackages) return { key: 'too_many', values: { n: String(error.most) } };
  if (error instanceof UnitNotExact)
    return { key: 'unit', values: { printed: error.printed, unit: error.unit } };
  if (error instanceof Unwritable) return { key: 'unwritable', values: { doc: error.docId } };
  if (error instanceof SchemaMismatch) return { key: 'columns', values: { table: error.table } };
  if (error instanceof NotAnExtract) return { key: 'package_bad', values: { file: error.path } };
  if (error instanceof DamagedFile) return { key: 'package_damaged', values: { file: error.path } };
  return null;
}

/** Any error of opening, keeping or saving in the reader's words. */
export function packageFailure(error: unknown, language: Language): PackageFailure {
  const known = keysOf(error);
  if (!known) return { ...failureText(error, language), list: [] };
  const faults = error instanceof SchemaMismatch ? error.faults : [];
  return {
    what: render(dataFailures[known.key], language, known.values),
    list: faults.map((fault) => render(dataFailures[`fault_${fault.problem}`], language, { ...fault })),
    remedy: render(dataFailures[`${known.key}_do` as Key], language),
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
