import type { DocumentRow, Fact } from '../../domain/facts';
import { documents, formLabel, render, type Language } from './words';
import type { EvidenceRequest } from '../../state';

/** 第 3 页 · 第 41 行, with the form where it is known. */
export function placeText(
  { form, page, line }: { form?: string | null; page: number | null; line: number | null },
  language: Language,
): string {
  return [
    form ? formLabel(form, language) : null,
    page === null ? null : render(documents.place_page, language, { n: page }),
    line === null ? null : render(documents.place_line, language, { n: line }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** What the drawer explains of one printed figure. */
export function factEvidence(fact: Fact): EvidenceRequest {
  const { subject_code: code, subject_name: name } = fact;
  const term = fact.flow === 'revenue' && fact.stage === 'final' ? 'final_revenue' : fact.stage;
  return {
    title: code && fact.classification !== 'three_public' ? `${name}（${code}）` : name,
    show: 'amount',
    parts: [{ term, at: { doc_ids: [fact.doc_id], fact_ids: [fact.fact_id] } }],
  };
}

/** Where a fact is shown: its form, or the tab of its source. */
export function tabOf(fact: Pick<Fact, 'form' | 'source'>): string {
  return (fact.source === 'form' || fact.source === 'budget_form') && fact.form ? fact.form : fact.source;
}

/** The first page of a tab's figures, for showing the document beside them. */
export function firstPage(facts: readonly Fact[], tab: string): number | null {
  return firstOf(facts.filter((fact) => tabOf(fact) === tab));
}

/** The first page of what has places; null where no page is known. */
export function firstOf(placed: readonly { page: number | null }[]): number | null {
  const pages = placed.flatMap(({ page }) => (page === null ? [] : [page]));
  return pages.length > 0 ? Math.min(...pages) : null;
}

/** What a document is called, in a few words. */
export function documentName(document: DocumentRow, language: Language): string {
  const kind = render(documents[`kind_${document.kind}`], language);
  const scope = document.scope === 'unit' ? `（${render(documents.scope_unit, language)}）` : '';
  const what = language === 'en' ? kind.toLowerCase() : `年${kind}`;
  return `${document.department} ${document.fiscal_year} ${what}${scope}`;
}
