import Decimal from 'decimal.js';
import {
  budgetOf,
  executionLines,
  figureEvidence,
  ratioEvidence,
  type DepartmentModel,
  type FigureKey,
  type Sheet,
} from '../../analysis/department';
import { staffKey } from '../../analysis/valuation';
import type { Fen } from '../../domain/money';
import {
  formatCount,
  formatFen,
  formatPercent,
  NONE,
  notValuedText,
  valuedFor,
  type EvidenceRequest,
} from '../../state';
import { placeOf, type Reader } from './reader';

/** A cell of the table of years: what it shows, its exact value for exports, and where it comes from. */
export interface YearCell {
  text: string;
  value: Fen | Decimal | null;
  kind: 'amount' | 'percent' | 'count';
  title: string | null;
  evidence: EvidenceRequest | null;
}

export interface YearRow {
  key: string;
  label: string;
  kind: YearCell['kind'];
  /** A total of its group: set in bold. */
  total: boolean;
  cells: YearCell[];
}

export interface YearGroup {
  key: string;
  label: string;
  rows: YearRow[];
}

type Row = { key: FigureKey; total?: boolean; term?: string; name?: 'SG' | 'general' };
const GROUPS: readonly {
  key: 'income' | 'expenditure' | 'general' | 'three_public';
  rows: readonly Row[];
}[] = [
  { key: 'income', rows: [{ key: 'income', total: true }] },
  {
    key: 'expenditure',
    rows: [
      { key: 'expenditure', total: true },
      { key: 'basic' },
      { key: 'project' },
      { key: 'remitted' },
      { key: 'operating' },
      { key: 'affiliate_subsidy' },
      { key: 'contingency' },
      { key: 'carry_forward' },
      { key: 'closing' },
    ],
  },
  {
    key: 'general',
    rows: [
      { key: 'general', total: true },
      { key: 'general_budget', term: 'initial_budget' },
      { key: 'general_basic' },
      { key: 'personnel' },
      { key: 'office' },
      { key: 'organ_operation' },
    ],
  },
  {
    key: 'three_public',
    rows: [
      { key: 'SG', total: true },
      { key: 'SG_budget', term: 'adjusted_budget' },
      { key: 'SG1' },
      { key: 'SG2' },
      { key: 'SG21' },
      { key: 'SG22' },
      { key: 'SG3' },
    ],
  },
];
/** Rows that stay even where every year is 0 or blank. */
const ALWAYS: ReadonlySet<FigureKey> = new Set(['income', 'expenditure', 'general', 'SG']);

function amountCell(sheet: Sheet, row: Row, label: string, reader: Reader): YearCell {
  const { t, unit, language, app } = reader;
  const figure = sheet.figures.get(row.key) ?? null;
  const { amount, reason } = valuedFor(app, figure?.amount ?? null, placeOf(sheet));
  return {
    text: amount === null ? NONE : formatFen(amount, unit, { language }),
    value: amount,
    kind: 'amount',
    title: figure
      ? reason && notValuedText(reason, placeOf(sheet), app)
      : t('no_figure', { title: sheet.document.title }),
    evidence: figureEvidence(figure, row.term ?? sheet.stage, label),
  };
}

function originRows(shown: readonly Sheet[], reader: Reader): YearRow[] {
  const sums = new Map<string, Fen>();
  for (const { origins } of shown)
    for (const { name, amount } of origins) sums.set(name, (sums.get(name) ?? 0n) + amount);
  return [...sums]
    .filter(([, sum]) => sum !== 0n)
    .sort(([, a], [, b]) => (a > b ? -1 : a < b ? 1 : 0))
    .map(([name]) => ({
      key: `origin ${name}`,
      label: name,
      kind: 'amount',
      total: false,
      cells: shown.map((sheet): YearCell => {
        const { t, unit, language, app } = reader;
        const figure = sheet.origins.find((origin) => origin.name === name) ?? null;
        const { amount, reason } = valuedFor(app, figure?.amount ?? null, placeOf(sheet));
        return {
          text: amount === null ? NONE : formatFen(amount, unit, { language }),
          value: amount,
          kind: 'amount',
          title: figure
            ? reason && notValuedText(reason, placeOf(sheet), app)
            : t('no_figure', { title: sheet.document.title }),
          evidence: figureEvidence(figure, sheet.stage, name),
        };
      }),
    }));
}

function executionRow(model: DepartmentModel, shown: readonly Sheet[], reader: Reader): YearRow {
  const { t, language } = reader;
  return {
    key: 'execution',
    label: t('execution'),
    kind: 'percent',
    total: false,
    cells: shown.map((sheet): YearCell => {
      const line = sheet.stage === 'final' ? executionLines(sheet, budgetOf(sheet, model.sheets))[0]! : null;
      return {
        text: formatPercent(line?.rate ?? null, 1, { language }),
        value: line?.rate ?? null,
        kind: 'percent',
        title: line?.missing ? t(`missing_${line.missing}`) : null,
        evidence:
          line?.final && line.initial
            ? ratioEvidence(
                { figure: line.final, term: 'final' },
                { figure: line.initial, term: 'initial_budget' },
                'execution_rate',
                t('execution'),
              )
            : null,
      };
    }),
  };
}

function staffRows(model: DepartmentModel, shown: readonly Sheet[], reader: Reader): YearRow[] {
  const { t, unit, language, app } = reader;
  const count = (code: 'staff_present' | 'staff_established'): YearRow => ({
    key: code,
    label: t(code),
    kind: 'count',
    total: false,
    cells: shown.map((sheet): YearCell => {
      const found = (model.staff.get(sheet.document.doc_id) ?? []).filter((one) => one.code === code);
      const [value, other] = [...new Set(found.map((one) => new Decimal(one.value).toString()))];
      const known = value !== undefined && other === undefined ? new Decimal(value) : null;
      return {
        text: known ? formatCount(known.toNumber(), language) : NONE,
        value: known,
        kind: 'count',
        title:
          other !== undefined
            ? t('staff_several')
            : (found[0]?.quote ?? t('no_figure', { title: sheet.document.title })),
        evidence: null,
      };
    }),
  });
  const rows = [count('staff_present'), count('staff_established')];
  const heads: YearRow = {
    key: 'per_head',
    label: t('per_head'),
    kind: 'amount',
    total: false,
    cells: shown.map((sheet): YearCell => {
      const figure = sheet.figures.get('expenditure') ?? null;
      const { valuation, valuationTables } = app;
      const place = placeOf(sheet);
      const { amount, reason } = valuedFor(
        { valuation: { ...valuation, per: 'head' }, valuationTables },
        figure?.amount ?? null,
        place,
      );
      const known = valuationTables.staff.has(staffKey(place.department, place.fiscal_year));
      return {
        text: amount === null ? NONE : formatFen(amount, unit, { language }),
        value: amount,
        kind: 'amount',
        title: reason && notValuedText(reason, place, app),
        evidence: known ? figureEvidence(figure, sheet.stage, t('per_head')) : null,
      };
    }),
  };
  return [...rows, heads].filter(({ cells }) => cells.some(({ value }) => value !== null));
}

/** All that is known of the years, in groups; rows that are blank or 0 in every year are left out. */
export function yearGroups(model: DepartmentModel, shown: readonly Sheet[], reader: Reader): YearGroup[] {
  const { t } = reader;
  const groups = GROUPS.map(({ key, rows }): YearGroup => {
    const group = t(`group_${key}`);
    const own = rows
      .map((row): YearRow => {
        const label = t(row.key);
        const title = row.total || key === 'three_public' ? `${group} · ${label}` : label;
        return {
          key: row.key,
          label,
          kind: 'amount',
          total: row.total ?? false,
          cells: shown.map((sheet) => amountCell(sheet, row, title, reader)),
        };
      })
      .filter(
        (row) =>
          ALWAYS.has(row.key as FigureKey) ||
          // A printed 0.00 of “三公” is an answer.
          row.cells.some(({ value }) => value !== null && (value !== 0n || key === 'three_public')),
      );
    return { key, label: group, rows: own };
  });
  const [income, expenditure, general, threePublic] = groups as [YearGroup, YearGroup, YearGroup, YearGroup];
  const rate = executionRow(model, shown, reader);
  return [
    { ...income, rows: [...income.rows, ...originRows(shown, reader)] },
    expenditure,
    { ...general, rows: [...general.rows, ...(rate.cells.some(({ value }) => value) ? [rate] : [])] },
    threePublic,
    { key: 'staff', label: t('group_staff'), rows: staffRows(model, shown, reader) },
  ].filter(({ rows }) => rows.length > 0);
}
