import type { ChangeStage } from '../../analysis/change';
import type { change } from '../../i18n/pages/change';
import type { Reader } from './words';

type Key = keyof typeof change;

/** Messages that name 决算, and what they say of 年初预算. */
const OF_BUDGETS: Readonly<Partial<Record<Key, Key>>> = {
  sub: 'planned_sub',
  document: 'planned_document',
  kpi_final: 'planned_kpi_final',
  kpi_prior: 'planned_kpi_prior',
  kpi_documents: 'planned_kpi_documents',
  kpi_left_out: 'planned_kpi_left_out',
  kpi_no_prior: 'planned_kpi_no_prior',
  rate_unit: 'planned_rate_unit',
  source: 'planned_source',
  column_final: 'planned_column_final',
  column_prior: 'planned_column_prior',
  csv_final: 'planned_csv_final',
  csv_prior: 'planned_csv_prior',
  from_document: 'planned_from_document',
  general: 'planned_general',
  reason_zero_base: 'planned_reason_zero_base',
  reason_no_prior: 'planned_reason_no_prior',
  reason_new: 'planned_reason_new',
  reason_ended: 'planned_reason_ended',
};

/** The page's words for the stage that it compares: the same text, of 决算 or of 年初预算. */
export function stageText(t: Reader['t'], stage: ChangeStage): Reader['t'] {
  if (stage === 'final') return t;
  // Each pair of messages has the same slots, so the values of one fit the other.
  return ((key: Key, ...values: unknown[]) =>
    (t as (key: Key, ...values: unknown[]) => string)(OF_BUDGETS[key] ?? key, ...values)) as Reader['t'];
}
