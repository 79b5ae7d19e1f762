import Decimal from 'decimal.js';
import {
  AMOUNTS,
  figureOf,
  ratioOf,
  ratioParts,
  RATIOS,
  type AmountMetric,
  type CompareRow,
  type RatioMetric,
} from '../../analysis/compare';
import { figureEvidence, ratioEvidence } from '../../analysis/department';
import { staffKey } from '../../analysis/valuation';
import type { Fen } from '../../domain/money';
import type { TermName } from '../../i18n';
import { notValuedText, valuedFor, type AppState, type EvidenceRequest } from '../../state';
import type { Column } from '../../ui';
import { nameOf, noteOf, type Reader } from './reader';

type App = Pick<AppState, 'valuation' | 'valuationTables' | 'language'>;
const place = ({ sheet: { document } }: CompareRow) => ({
  fiscal_year: document.fiscal_year,
  department: document.department,
});

/** An amount as the reader wants it valued, in 分. */
export function amountOf(row: CompareRow, metric: AmountMetric, app: App): Fen | null {
  return valuedFor(app, figureOf(row, metric)?.amount ?? null, place(row)).amount;
}

/** 本年支出 for one member of staff, at the prices asked for. */
export function perHead(
  row: CompareRow,
  app: App,
): { amount: Fen | null; reason: ReturnType<typeof valuedFor>['reason'] } {
  const figure = figureOf(row, 'expenditure');
  const { valuation, valuationTables } = app;
  return valuedFor(
    { valuation: { ...valuation, per: 'head' }, valuationTables },
    figure?.amount ?? null,
    place(row),
  );
}

export const staffOf = (row: CompareRow, app: App): bigint | null =>
  app.valuationTables.staff.get(staffKey(nameOf(row), row.sheet.document.fiscal_year)) ?? null;

const TERM: Partial<Record<AmountMetric | RatioMetric, TermName>> = {
  SG: 'three_public',
  organ_operation: 'organ_operation',
  execution: 'execution_rate',
};

function amountColumn(metric: AmountMetric, reader: Reader, app: App): Column<CompareRow> {
  const { t } = reader;
  return {
    key: metric,
    label: t(metric),
    group: t('group_money'),
    kind: 'amount',
    ...(TERM[metric] ? { term: TERM[metric] } : {}),
    value: (row) => amountOf(row, metric, app),
    reason: (row) => {
      const figure = figureOf(row, metric);
      if (!figure) return t('no_figure');
      const { reason } = valuedFor(app, figure.amount, place(row));
      return reason && notValuedText(reason, place(row), app);
    },
    evidence: (row) =>
      figureEvidence(figureOf(row, metric), row.sheet.stage, `${nameOf(row)} · ${t(metric)}`),
  };
}

/** Why a ratio is missing. */
export function ratioReason(row: CompareRow, metric: RatioMetric, { t }: Reader): string | null {
  if (ratioOf(row, metric)) return null;
  if (metric !== 'execution') return ratioParts(row, metric) ? t('zero_base') : t('no_figure');
  if (!row.execution) return t('basis_no_execution');
  const { missing } = row.execution;
  return missing === 'zero_budget'
    ? t('zero_budget')
    : missing === 'no_budget'
      ? t('no_budget')
      : t('no_figure');
}

export function ratioRequest(row: CompareRow, metric: RatioMetric, { t }: Reader): EvidenceRequest | null {
  const parts = ratioParts(row, metric);
  if (!parts) return null;
  const title = `${nameOf(row)} · ${t(metric)}`;
  const { stage } = row.sheet;
  return metric === 'execution'
    ? ratioEvidence(
        { figure: parts.top, term: 'final' },
        { figure: parts.base, term: 'initial_budget' },
        'execution_rate',
        title,
      )
    : ratioEvidence(
        { figure: parts.top, term: stage },
        { figure: parts.base, term: metric === 'project_share' ? 'total' : 'basic' },
        'share',
        title,
      );
}

function ratioColumn(metric: RatioMetric, reader: Reader): Column<CompareRow> {
  const { t } = reader;
  return {
    key: metric,
    label: t(metric),
    group: t('group_ratio'),
    kind: 'percent',
    ...(TERM[metric] ? { term: TERM[metric] } : {}),
    value: (row) => ratioOf(row, metric),
    reason: (row) => ratioReason(row, metric, reader),
    evidence: (row) => ratioRequest(row, metric, reader),
  };
}

/** Departments side by side: amounts, shares and rates, heads. Of budgets there is no execution. */
export function levelColumns(
  reader: Reader,
  app: App,
  basis: 'final' | 'initial_budget',
): Column<CompareRow>[] {
  const { t } = reader;
  return [
    {
      key: 'department',
      label: t('department'),
      kind: 'text',
      value: nameOf,
      note: (row) => noteOf(row, reader),
    },
    ...AMOUNTS.map((metric) => amountColumn(metric, reader, app)),
    ...RATIOS.filter((metric) => basis === 'final' || metric !== 'execution').map((metric) =>
      ratioColumn(metric, reader),
    ),
    {
      key: 'staff',
      label: t('staff'),
      group: t('group_head'),
      kind: 'count',
      value: (row) => {
        const staff = staffOf(row, app);
        return staff === null ? null : new Decimal(staff.toString()).toNumber();
      },
      reason: (row) => {
        const key = staffKey(nameOf(row), row.sheet.document.fiscal_year);
        const found = app.valuationTables.staff_basis?.get(key);
        return t(found ?? (staffOf(row, app) === null ? 'no_staff' : 'staff_present'));
      },
    },
    {
      key: 'per_head',
      label: t('per_head'),
      group: t('group_head'),
      kind: 'amount',
      value: (row) => perHead(row, app).amount,
      reason: (row) => {
        const { amount, reason } = perHead(row, app);
        return amount === null && reason ? notValuedText(reason, place(row), app) : null;
      },
      evidence: (row) =>
        staffOf(row, app) === null
          ? null
          : figureEvidence(
              figureOf(row, 'expenditure'),
              row.sheet.stage,
              `${nameOf(row)} · ${t('per_head_title')}`,
            ),
    },
  ];
}
