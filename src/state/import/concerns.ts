import type { CheckReport } from '../../checks';
import type { Alias, Decisions } from '../../dataset';
import { nearDepartments } from '../../domain/department-names';
import { documentId } from '../../domain/document-id';
import type { DocumentRow } from '../../domain/facts';
import { isLost, type Concern, type ImportItem } from './item';

/** Disclosures of final accounts exist since the nineties; a year beyond is misread. */
export const YEARS = { first: 1990, last: 2100 };

/** What a document is compared with. */
export interface Around {
  /** Documents that are loaded. */
  loaded: readonly DocumentRow[];
  /** The other files of the session that joined, or may join. */
  others: readonly ImportItem[];
}

type Identity = Pick<DocumentRow, 'region' | 'department' | 'fiscal_year' | 'kind' | 'scope'>;

/** Who, when and what the document is about, with the reader's decisions; null before it was read. */
export function identityOf({ extraction, decisions }: ImportItem): Identity | null {
  if (!extraction) return null;
  const { region, department, fiscal_year, kind, scope } = extraction.document;
  return {
    region: decisions.region ?? region,
    department: decisions.department ?? department,
    fiscal_year: decisions.fiscal_year ?? fiscal_year,
    kind: decisions.kind ?? kind,
    scope: decisions.scope ?? scope,
  };
}

/** The id under which the document will be kept; null before it was read. */
export function idOf(item: ImportItem): string | null {
  const identity = identityOf(item);
  // An id that was not decided on stays as it was read.
  const { decisions, extraction } = item;
  const decided = ['region', 'department', 'fiscal_year', 'kind', 'scope'] as const;
  const same = decided.every((key) => decisions[key] === undefined);
  return identity && (same ? extraction!.document.doc_id : documentId(identity));
}

/** The loaded document that this one takes the place of: the same department, year, kind and scope, another file. */
export function replacedBy(item: ImportItem, loaded: readonly DocumentRow[]): DocumentRow | null {
  const id = idOf(item);
  const known = loaded.find((document) => document.doc_id === id) ?? null;
  return known && known.sha256 !== item.extraction!.document.sha256 ? known : null;
}

/** Decisions made before: the reader's name for the department, in the region where it is loaded. */
export function decisionsBefore(
  { department }: Pick<DocumentRow, 'department'>,
  aliases: readonly Alias[],
  loaded: readonly DocumentRow[],
): Decisions {
  const alias = aliases.find(({ printed }) => printed === department);
  if (!alias) return {};
  const region = loaded.find((document) => document.department === alias.department)?.region;
  return { department: alias.department, ...(region ? { region } : {}) };
}

/** Identities of the forms that the document breaks by more than rounding. */
const conflicts = (report: CheckReport | null) =>
  (report?.findings ?? []).filter(({ severity }) => severity === 'error').length;

/** What the reader should know or settle before the document joins, the pressing first. Empty before it was read. */
export function concernsOf(item: ImportItem, { loaded, others }: Around): Concern[] {
  const identity = identityOf(item);
  if (!identity) return [];
  const { decisions, report, extraction } = item;
  const concerns: Concern[] = [];
  if (identity.department.trim() === '') concerns.push({ kind: 'department_missing' });
  if (!(identity.fiscal_year >= YEARS.first && identity.fiscal_year <= YEARS.last))
    concerns.push({ kind: 'year_missing' });
  if (identity.region.trim() === '') concerns.push({ kind: 'region_missing' });
  if (decisions.department === undefined) {
    const names = nearDepartments(identity.department, namesAround(item, { loaded, others }));
    if (names.length > 0) concerns.push({ kind: 'department_near', names });
  }
  const replaced = replacedBy(item, loaded);
  if (replaced) concerns.push({ kind: 'replaces', document: replaced });
  const id = idOf(item);
  const twin = others.find((other) => other.state === 'review' && other.id !== item.id && idOf(other) === id);
  if (twin) concerns.push({ kind: 'same_document', path: twin.path });
  const broken = conflicts(report);
  if (broken > 0) concerns.push({ kind: 'conflicts', count: broken });
  const lost = extraction!.warnings.filter(({ code }) => isLost(code)).length;
  if (lost > 0) concerns.push({ kind: 'unplaced', count: lost });
  return concerns;
}

/** Departments loaded, and those of the files before this one: of two near names in one drop, one gives way. */
function namesAround(item: ImportItem, { loaded, others }: Around): string[] {
  const before = others.filter((other) => other.id < item.id).flatMap((other) => identityOf(other) ?? []);
  return [...new Set([...loaded, ...before].map(({ department }) => department).filter(Boolean))];
}
