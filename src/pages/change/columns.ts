import {
  changeEvidence,
  pointsOf,
  type ChangeFigure,
  type ChangeRow,
  type ChangeStage,
  type ChangeSummary,
} from '../../analysis/change';
import type { EvidenceRequest } from '../../state';
import type { Column } from '../../ui';
import type { Called } from './bars';
import {
  breakText,
  changeReason,
  conflictReason,
  evidenceTitle,
  findingText,
  itemLabel,
  priorReason,
  rateReason,
  shortRegion,
  type Reader,
} from './words';

/** The columns of the table of changes: figures by the amounts, then what the document says. */
export function changeColumns(
  called: Called,
  stage: ChangeStage,
  reader: Reader,
  wholes: readonly ChangeSummary[] = [],
): Column<ChangeRow>[] {
  const { t } = reader;
  const evidence =
    (what: ChangeFigure) =>
    (row: ChangeRow): EvidenceRequest | null =>
      changeEvidence(row, what, evidenceTitle(row, reader));
  /** Under another heading, so that the drawer marks the cell that was picked and not its computed twin. */
  const stated =
    (what: ChangeFigure) =>
    (row: ChangeRow): EvidenceRequest | null =>
      row.stated && changeEvidence(row, what, t('stated_of', { title: evidenceTitle(row, reader) }));
  const findings = (row: ChangeRow) =>
    row.findings.length > 0 ? row.findings.map((f) => findingText(f, reader)).join('\n') : null;
  const name: Column<ChangeRow> =
    called === 'department'
      ? {
          key: 'department',
          label: t('column_department'),
          kind: 'text',
          value: (row) => row.document.department,
          note: ({ document }) =>
            t('row_note', { region: shortRegion(document.region), year: document.fiscal_year }),
        }
      : {
          key: 'item',
          label: t('column_item'),
          kind: 'text',
          value: (row) => itemLabel(row, reader),
          note: (row) => breakText(row, reader),
        };
  const planned = stage === 'initial_budget';
  const figures: Column<ChangeRow>[] = [
    name,
    {
      key: 'final',
      label: t('column_final'),
      group: t('group_computed'),
      kind: 'amount',
      term: planned ? 'initial_budget' : 'final',
      value: (row) => row.final?.amount ?? null,
      mark: (row) => (row.disagreement ? 'conflict' : null),
      reason: (row) => conflictReason(row, reader) ?? (row.final ? null : t('reason_no_final')),
      evidence: evidence('final'),
    },
    {
      key: 'prior',
      label: t('column_prior'),
      group: t('group_computed'),
      kind: 'amount',
      term: planned ? 'prior_budget' : 'prior_final',
      value: (row) => row.prior?.amount ?? null,
      mark: (row) => (row.prior?.source === 'implied' ? 'derived' : null),
      reason: (row) => priorReason(row, reader),
      evidence: evidence('prior_final'),
    },
    {
      key: 'change',
      label: t('column_change'),
      group: t('group_computed'),
      kind: 'amount',
      term: 'change',
      sign: true,
      value: (row) => row.change,
      note: (row) => (row.size === 'rounding' ? t('size_rounding') : null),
      reason: (row) => changeReason(row, reader),
      evidence: evidence('change'),
    },
    {
      key: 'rate',
      label: t('column_rate'),
      group: t('group_computed'),
      kind: 'percent',
      term: 'change_rate',
      sign: true,
      value: (row) => row.rate,
      mark: (row) => (row.imprecise && row.rate ? 'derived' : null),
      reason: (row) => rateReason(row, reader),
      evidence: evidence('change_rate'),
    },
  ];
  // A department's part of the change of all of its scope.
  const whole = (row: ChangeRow) => wholes.find(({ scope }) => scope === row.document.scope)?.prior ?? null;
  const points: Column<ChangeRow>[] =
    wholes.length === 0
      ? []
      : [
          {
            key: 'points',
            label: t('column_contribution'),
            group: t('group_computed'),
            kind: 'percent',
            decimals: 2,
            sign: true,
            value: (row) => pointsOf(row.change, whole(row)),
            reason: () => t('reason_contribution'),
          },
        ];
  return [
    ...figures,
    ...points,
    {
      key: 'stated_change',
      label: t('column_change'),
      group: t('group_stated'),
      kind: 'amount',
      sign: true,
      value: (row) => row.stated?.change ?? null,
      mark: (row) => (row.findings.some((f) => f.kind === 'amount' || isChange(f)) ? 'conflict' : null),
      reason: (row) => row.stated?.quote ?? null,
      evidence: stated('change'),
    },
    {
      key: 'stated_rate',
      label: t('column_rate'),
      group: t('group_stated'),
      kind: 'percent',
      decimals: 2,
      sign: true,
      value: (row) => row.stated?.rate ?? null,
      mark: (row) => (row.findings.some((f) => !(f.kind === 'amount' || isChange(f))) ? 'conflict' : null),
      reason: (row) => findings(row) ?? row.stated?.quote ?? null,
      evidence: stated('change_rate'),
    },
    {
      key: 'reason',
      label: t('column_reason'),
      group: t('group_stated'),
      kind: 'text',
      sortable: false,
      wrap: true,
      value: (row) => row.stated?.reason ?? null,
      reason: (row) => row.stated?.reason ?? null,
    },
  ];
}

/** A wrong direction of the amount (not of the percentage). */
const isChange = (finding: ChangeRow['findings'][number]) =>
  finding.kind === 'direction' && typeof finding.stated === 'bigint';
