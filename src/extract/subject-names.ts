import type { DocumentRow, Fact, Warning } from '../domain/facts';
import { economicDisagreement, functionalDisagreement, type NameDisagreement } from '../domain/subject-names';

const REASONS: Record<NameDisagreement['kind'], string> = {
  other_year: '这是别的年度的名称',
  ended: '这个科目在该年度已经停用',
  other_name: '名称不同',
};

/** Codes whose printed names are not those of the year's catalogue; one warning a subject and document. */
export function subjectNameWarnings(facts: readonly Fact[], document: DocumentRow): Warning[] {
  const told = new Set<string>();
  return facts.flatMap((fact): Warning[] => {
    const { subject_code: code, printed_name: name, classification } = fact;
    if (!code || !name || fact.printed_code === null || !fact.form) return [];
    const compare =
      classification === 'function'
        ? functionalDisagreement
        : classification === 'economy'
          ? economicDisagreement
          : null;
    const found = compare?.(code, name, document.fiscal_year) ?? null;
    if (!found || told.has(`${classification} ${code}`)) return [];
    told.add(`${classification} ${code}`);
    return [
      {
        doc_id: document.doc_id,
        code: 'subject_name_differs',
        message: `科目 ${code} 印作“${name}”，${document.fiscal_year} 年目录为“${found.standard}”（${REASONS[found.kind]}）`,
        form: fact.form,
        page: fact.page,
        line: fact.line,
      },
    ];
  });
}
