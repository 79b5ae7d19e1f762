import type { Query } from '../../engine/types';
import { coordinatesSql } from '../evidence/where';
import { filterSql } from '../filter';
import type { ReconciledRequest } from './request';

/**
 * How many facts, and how much money (absolute amounts, 分), are in each state. Those in conflict are counted whether
 * the filter leaves them out or not; a fact of which the checks say nothing is `unchecked`.
 */
export function statesQuery({ filter, of }: ReconciledRequest): Query {
  const shared = filterSql({ ...filter, leave_conflicts: false }, 'f');
  const places = of.map(coordinatesSql);
  const any = places.length > 0 ? `(${places.map(({ sql }) => `(${sql})`).join(' OR ')})` : 'true';
  return {
    sql: `SELECT coalesce(s.state, 'unchecked') AS state, count(*) AS facts,
  CAST(sum(abs(f.amount_fen)) AS BIGINT) AS amount
FROM facts AS f LEFT JOIN fact_states AS s ON s.doc_id = f.doc_id AND s.fact_id = f.fact_id
WHERE ${shared.sql} AND ${any}
GROUP BY 1 ORDER BY 1`,
    params: [...shared.params, ...places.flatMap(({ params }) => params)],
  };
}
