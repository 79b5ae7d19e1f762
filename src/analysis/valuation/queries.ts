import type { Query } from '../../engine/types';

/** Totals of 实有人数 and 编制数 by document; the kinds of posts (行政编制 …) are parts of them and stay out. */
export function staffQuery(): Query {
  return {
    sql: `SELECT CAST(d.department AS VARCHAR) AS department, CAST(d.fiscal_year AS INTEGER) AS fiscal_year,
  CAST(d.scope AS VARCHAR) AS scope, CAST(d.kind AS VARCHAR) AS kind, CAST(i.code AS VARCHAR) AS code,
  CAST(i.value AS VARCHAR) AS value
FROM indicators AS i JOIN documents AS d ON d.doc_id = i.doc_id
WHERE i.code IN ('staff_present', 'staff_established') AND i.subject_name IS NULL
ORDER BY 1, 2, 3, 4, 5, 6`,
  };
}
