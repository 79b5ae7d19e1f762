import type { Scope } from '../../domain/facts';
import type { DocumentLine } from './rows';

/** A department or unit with its documents over the years. */
export interface Body {
  /** Stands in links. */
  key: string;
  region: string;
  department: string;
  scope: Scope;
  /** One document a year, the first by doc_id. */
  documents: ReadonlyMap<number, DocumentLine>;
}

const CHINESE = new Intl.Collator('zh-Hans-CN');

/** Documents by body, bodies by name, years ascending. */
export function bodiesOf(documents: readonly DocumentLine[]): Body[] {
  const found = new Map<string, { body: Omit<Body, 'documents'>; documents: DocumentLine[] }>();
  for (const document of documents) {
    const { region, department, scope } = document;
    const key = [department, scope, region].join('~');
    const entry = found.get(key) ?? { body: { key, region, department, scope }, documents: [] };
    entry.documents.push(document);
    found.set(key, entry);
  }
  return [...found.values()]
    .map(({ body, documents: own }): Body => {
      const years = new Map<number, DocumentLine>();
      const sorted = own.sort((a, b) => a.fiscal_year - b.fiscal_year || (a.doc_id < b.doc_id ? -1 : 1));
      for (const document of sorted)
        if (!years.has(document.fiscal_year)) years.set(document.fiscal_year, document);
      return { ...body, documents: years };
    })
    .sort((a, b) => CHINESE.compare(a.department, b.department) || (a.key < b.key ? -1 : 1));
}
