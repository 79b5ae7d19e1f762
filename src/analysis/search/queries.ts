import type { Query } from '../../engine/types';

/** Codes and printed names of the functional and economic subjects in the data, with their years. */
export function subjectsQuery(): Query {
  return {
    sql: `SELECT CAST(classification AS VARCHAR) AS classification, CAST(subject_code AS VARCHAR) AS code,
  CAST(subject_name AS VARCHAR) AS name, CAST(min(fiscal_year) AS INTEGER) AS first_year,
  CAST(max(fiscal_year) AS INTEGER) AS last_year, count(*) AS facts,
  count(*) FILTER (WHERE source = 'form') AS of_accounts
FROM facts
WHERE classification IN ('function', 'economy') AND subject_code IS NOT NULL
GROUP BY 1, 2, 3
ORDER BY 1, 2, facts DESC, 3`,
  };
}
