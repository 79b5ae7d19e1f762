import Decimal from 'decimal.js';
import {
  threePublicEvidence,
  type ComponentCode,
  type CountCode,
  type ThreePublicRow,
} from '../../analysis/three-public';
import type { Column } from '../../ui';
import { componentTitle, shortRegion, type Reader } from './words';

const HUNDRED = new Decimal(100);

/** One line a document: what there was, and what one cost in 元. */
export function countColumns(reader: Reader): Column<ThreePublicRow>[] {
  const { t } = reader;
  const evidence = (component: ComponentCode) => (row: ThreePublicRow) =>
    threePublicEvidence(row.cells[component], 'final', componentTitle(component, reader));
  const count = (
    code: CountCode,
    component: ComponentCode,
    label: string,
    group: string,
  ): Column<ThreePublicRow> => ({
    key: code,
    label,
    group,
    kind: 'count',
    value: (row) => row.counts.get(code)?.value.toNumber() ?? null,
    mark: (row) => (row.findings.some((finding) => finding.counts.includes(code)) ? 'conflict' : null),
    reason: (row) => row.counts.get(code)?.quote ?? t('count_missing'),
    evidence: evidence(component),
  });
  const cost = (
    key: string,
    component: ComponentCode,
    label: string,
    group: string,
    value: (row: ThreePublicRow) => Decimal | null,
  ): Column<ThreePublicRow> => ({
    key,
    label,
    group,
    kind: 'count',
    decimals: 0,
    value: (row) => value(row)?.div(HUNDRED) ?? null,
    reason: (row) => (value(row) ? null : t('cost_missing')),
    evidence: evidence(component),
  });
  const vehicles = t('group_vehicles');
  const receptions = t('group_receptions');
  const foreign = t('group_foreign');
  const trips = t('group_trips');
  return [
    {
      key: 'department',
      label: t('column_department'),
      kind: 'text',
      value: (row) => row.document.department,
      note: ({ document }) =>
        t('row_note', { region: shortRegion(document.region), year: document.fiscal_year }),
    },
    count('vehicles_kept', 'SG22', t('column_kept'), vehicles),
    count('vehicles_bought', 'SG21', t('column_bought'), vehicles),
    cost('per_vehicle', 'SG22', t('column_per_vehicle'), vehicles, (row) => row.costs.vehicle),
    count('receptions', 'SG3', t('column_batches'), receptions),
    count('guests', 'SG3', t('column_persons'), receptions),
    cost('per_reception', 'SG3', t('column_per_reception'), receptions, (row) => row.costs.reception),
    cost('per_guest', 'SG3', t('column_per_guest'), receptions, (row) => row.costs.guest),
    count('foreign_receptions', 'SG3', t('column_batches'), foreign),
    count('foreign_guests', 'SG3', t('column_persons'), foreign),
    count('trips_abroad', 'SG1', t('column_groups'), trips),
    count('persons_abroad', 'SG1', t('column_persons'), trips),
    cost('per_trip', 'SG1', t('column_per_trip'), trips, (row) => row.costs.trip),
    cost('per_traveller', 'SG1', t('column_per_traveller'), trips, (row) => row.costs.traveller),
  ];
}
