import type { Value } from '../../engine/types';
import type { Coordinates } from './request';

/** Coordinates → a boolean SQL expression over `facts AS f`, with its parameters. */
export function coordinatesSql(at: Coordinates): { sql: string; params: Value[] } {
  const parts: string[] = [];
  const params: Value[] = [];
  const one = (column: string, value: Value | undefined) => {
    if (value === undefined) return;
    parts.push(`f.${column} = ?`);
    params.push(value);
  };
  const anyOf = (column: string, values: readonly Value[] | undefined) => {
    if (!values || values.length === 0) return;
    parts.push(`f.${column} IN (${values.map(() => '?').join(', ')})`);
    params.push(...values);
  };
  anyOf('fiscal_year', at.years);
  anyOf('department', at.departments);
  anyOf('region', at.regions);
  anyOf('doc_id', at.doc_ids);
  anyOf('fact_id', at.fact_ids);
  one('scope', at.scope);
  one('source', at.source);
  one('form', at.form);
  one('flow', at.flow);
  one('classification', at.classification);
  one('subject_code', at.subject_code);
  one('subject_name', at.subject_name);
  one('subject_level', at.subject_level);
  one('fund', at.fund);
  one('measure', at.measure);
  one('stage', at.stage);
  if (at.under !== undefined) {
    parts.push(`starts_with(CAST(f.subject_code AS VARCHAR), ?)`);
    params.push(at.under);
  }
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'true', params };
}
