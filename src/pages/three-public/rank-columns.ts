import Decimal from 'decimal.js';
import { LEAST_PEERS, percentile, type Percentile } from '../../analysis/compare';
import { figureEvidence, ratioEvidence } from '../../analysis/department';
import type { Burden } from '../../analysis/three-public';
import { staffKey } from '../../analysis/valuation';
import { regionLevel } from '../../domain/region-level';
import { notValuedText, valuedFor, type AppState, type EvidenceRequest } from '../../state';
import type { Column } from '../../ui';
import { shortRegion, type Reader } from './words';

export const RANK_GROUPS = ['level', 'region', 'all'] as const;
export type RankGroup = (typeof RANK_GROUPS)[number];
export const RANKED = ['amount', 'basic', 'operation', 'head'] as const;
export type Ranked = (typeof RANKED)[number];

type App = Pick<AppState, 'valuation' | 'valuationTables' | 'language'>;
const placeOf = ({ sheet: { document } }: Burden) => ({
  fiscal_year: document.fiscal_year,
  department: document.department,
});
const decimal = (amount: bigint | null) => (amount === null ? null : new Decimal(amount.toString()));

function heads(row: Burden, app: App) {
  const { valuation, valuationTables } = app;
  return valuedFor(
    { valuation: { ...valuation, per: 'head' }, valuationTables },
    row.amount?.amount ?? null,
    placeOf(row),
  );
}

/** What is ranked: 分 for amounts, 1 = 100 % for shares. */
export function rankValue(row: Burden, what: Ranked, app: App): Decimal | null {
  switch (what) {
    case 'amount':
      return decimal(valuedFor(app, row.amount?.amount ?? null, placeOf(row)).amount);
    case 'basic':
      return row.basic_share;
    case 'operation':
      return row.operation_share;
    case 'head':
      return decimal(heads(row, app).amount);
  }
}

const belongs = (row: Burden, group: RankGroup) => (other: Burden) => {
  const [a, b] = [row.sheet.document.region, other.sheet.document.region];
  if (other === row || group === 'all') return true;
  return group === 'region' ? a === b : regionLevel(a) !== null && regionLevel(a) === regionLevel(b);
};

/** Each row's place in its group, for each figure: worked out once. */
export function ranks(
  rows: readonly Burden[],
  group: RankGroup,
  app: App,
): Map<Ranked, Map<Burden, Percentile>> {
  return new Map(
    RANKED.map((what) => {
      const values = new Map(rows.map((row) => [row, rankValue(row, what, app)]));
      const place = (row: Burden) =>
        percentile(
          values.get(row) ?? null,
          rows.filter(belongs(row, group)).map((peer) => values.get(peer) ?? null),
        );
      return [what, new Map(rows.map((row) => [row, place(row)]))];
    }),
  );
}

function evidenceOf(row: Burden, what: Ranked, reader: Reader): EvidenceRequest | null {
  const { stage, document } = row.sheet;
  const title = `${document.department} · ${reader.t(`rank_${what}`)}`;
  const top = row.amount && { figure: row.amount, term: stage };
  if (what === 'basic')
    return ratioEvidence(top, row.basic && { figure: row.basic, term: 'basic' }, 'share', title);
  if (what === 'operation')
    return ratioEvidence(
      top,
      row.operation && { figure: row.operation, term: 'organ_operation' },
      'share',
      title,
    );
  return figureEvidence(row.amount, stage, title);
}

/** Why a figure is missing. */
function missing(row: Burden, what: Ranked, reader: Reader, app: App): string {
  const { t } = reader;
  if (!row.amount) return t('rank_none');
  if (what === 'basic') return t(row.basic ? 'rank_zero' : 'rank_none');
  if (what === 'operation') return t(row.operation ? 'rank_zero' : 'rank_none');
  const { reason } = what === 'head' ? heads(row, app) : valuedFor(app, row.amount.amount, placeOf(row));
  return reason ? notValuedText(reason, placeOf(row), app) : t('rank_none');
}

/** Departments with what “三公” weighs and their place among their peers. */
export function rankColumns(
  places: ReturnType<typeof ranks>,
  group: RankGroup,
  reader: Reader,
  app: App,
): Column<Burden>[] {
  const { t } = reader;
  return [
    {
      key: 'department',
      label: t('column_department'),
      kind: 'text',
      value: (row) => row.sheet.document.department,
      note: ({ sheet: { document } }) =>
        t('row_note', { region: shortRegion(document.region), year: document.fiscal_year }),
    },
    ...RANKED.map((what): Column<Burden> => {
      const ratio = what === 'basic' || what === 'operation';
      return {
        key: what,
        label: t(`rank_${what}`),
        kind: ratio ? 'percent' : 'amount',
        ...(ratio ? { decimals: 2 } : {}),
        value: (row) => {
          const value = rankValue(row, what, app);
          return ratio || value === null ? value : BigInt(value.toFixed(0));
        },
        note: (row) => {
          const { rank, n, withheld } = places.get(what)!.get(row)!;
          if (rank !== null) return t('rank_place', { rank, n });
          return withheld === 'too_few' ? t('rank_few', { n }) : null;
        },
        reason: (row) => {
          const { rank, n, withheld } = places.get(what)!.get(row)!;
          if (withheld === 'no_value') return missing(row, what, reader, app);
          const values = { group: t(`rank_${group}`), n };
          return withheld === 'too_few'
            ? t('rank_few_reason', { ...values, least: LEAST_PEERS })
            : t('rank_reason', { ...values, rank: rank! });
        },
        evidence: (row) => (rankValue(row, what, app) === null ? null : evidenceOf(row, what, reader)),
      };
    }),
    {
      key: 'staff',
      label: t('rank_staff'),
      kind: 'count',
      value: (row) => {
        const { department, fiscal_year } = placeOf(row);
        const staff = app.valuationTables.staff.get(staffKey(department, fiscal_year));
        return staff === undefined ? null : Number(staff);
      },
      reason: (row) => {
        const { department, fiscal_year } = placeOf(row);
        return app.valuationTables.staff.has(staffKey(department, fiscal_year)) ? null : t('rank_none');
      },
    },
  ];
}
