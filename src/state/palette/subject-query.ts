import type { SubjectClassification } from '../../analysis/search';

/** The SQL of all totals of a subject by department, year and stage: one source at a time, nothing added up. */
export function formatSubjectQuery(classification: SubjectClassification, code: string): string {
  return `SELECT department, fiscal_year, scope, stage, source, form, fund, subject_code, subject_name,
  amount_fen
FROM facts
WHERE classification = '${classification}' AND subject_code = '${code.replaceAll("'", "''")}'
  AND measure = 'total'
ORDER BY department, fiscal_year, stage, source, form`;
}
