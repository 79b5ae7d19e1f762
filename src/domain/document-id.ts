import type { DocumentRow } from './facts';

type Identity = Pick<DocumentRow, 'region' | 'department' | 'fiscal_year' | 'kind' | 'scope'>;

/** The stable id of a disclosure: region-department-year-kind, with `-unit` for one body alone (单位). */
export function documentId({ region, department, fiscal_year, kind, scope }: Identity): string {
  return [region, department, fiscal_year, kind, ...(scope === 'unit' ? ['unit'] : [])].join('-');
}

/** The title that a disclosure goes by, e.g. 某局2023年度部门决算公开. */
export function documentTitle({ department, fiscal_year, kind, scope }: Omit<Identity, 'region'>): string {
  const body = scope === 'unit' ? '单位' : '部门';
  return `${department}${fiscal_year}年度${body}${kind === 'final_account' ? '决算' : '预算'}公开`;
}
