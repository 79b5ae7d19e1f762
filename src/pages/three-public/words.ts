import type Decimal from 'decimal.js';
import type {
  ComponentCode,
  CountCode,
  FormState,
  ThreePublicCell,
  ThreePublicRow,
  Told,
} from '../../analysis/three-public';
import { COUNTED_BY } from '../../analysis/three-public';
import type { Fen, Unit } from '../../domain/money';
import type { Language, Translate } from '../../i18n';
import type { threePublic } from '../../i18n/pages/three-public';
import { formatCount, formatDecimal, formatFen, formatPercent, unitLabel } from '../../state';

/** What turns figures into words. */
export interface Reader {
  t: Translate<typeof threePublic>;
  unit: Unit;
  language: Language;
}

export const money = (amount: Fen | null, { unit, language }: Reader, sign = false): string =>
  formatFen(amount, unit, { language, sign });
export const percent = (rate: Decimal | null, { language }: Reader, sign = false): string =>
  formatPercent(rate, 1, { language, sign });
export const unitOf = ({ unit, language }: Reader): string => unitLabel(unit, language);

/** `甘肃省临夏市` → `临夏市`. */
export const shortRegion = (region: string): string =>
  /(?:省|自治区|市|州|盟)([^省]+[市区县州盟旗])$/.exec(region)?.[1] ?? region;

/** Heading of the evidence drawer: data, in the words of form 09. */
export const componentTitle = (code: ComponentCode, { t }: Reader): string =>
  code === 'SG' ? t('SG_full') : t(code);

/** `1.11 / 3.00 · 36.9%`; a figure that is missing is `–`. */
export function budgetText(cell: ThreePublicCell, reader: Reader): string {
  const amounts = `${money(cell.final.taken?.amount ?? null, reader)} / ${money(cell.budget.taken?.amount ?? null, reader)}`;
  const rate = cell.control === 'rate' ? percent(cell.control_rate, reader) : '';
  const zero = cell.control === 'zero_budget' ? reader.t('state_zero_budget') : '';
  const flag = cell.budget.conflict || cell.final.conflict ? '⚑' : '';
  return [[amounts, rate || zero].filter(Boolean).join(' · '), flag].filter(Boolean).join(' ');
}

export function toldReason(told: Told, reader: Reader): string | null {
  if (told.conflict) {
    return reader.t('conflict_reason', {
      form: money(told.form!.amount, reader),
      narrative: money(told.narrative!.amount, reader),
      unit: unitOf(reader),
    });
  }
  return told.taken && told.taken.form === null ? reader.t('told_reason') : null;
}

/** Why there is no control rate; null where there is one. */
export const controlReason = (cell: ThreePublicCell, { t }: Reader): string | null =>
  cell.control === 'rate' ? null : t(`reason_${cell.control}`);

/** What form 09 of a document is, short. */
export const formText = (form: FormState, { t }: Reader): string => t(`form_${form}`);

/** The same with what follows from it. */
export function formReason(row: ThreePublicRow, { t }: Reader): string | null {
  switch (row.form) {
    case 'figures':
      return null;
    case 'zeros':
      return t('form_zeros_told');
    case 'empty':
      return row.reason ? t('form_empty_reason', { reason: row.reason }) : t('form_empty_told');
    case 'absent':
      return row.cells.SG.final.taken ? t('form_absent_told') : t('form_absent');
  }
}

/** Where last year's figure comes from, or why there is none. */
export function priorReason(cell: ThreePublicCell, reader: Reader): string | null {
  const { change } = cell;
  const { t } = reader;
  if (!change.prior) return change.final ? t('year_no_prior') : t('reason_nothing');
  switch (change.prior.source) {
    case 'document':
      return t('year_document', { title: change.before?.title ?? '' });
    case 'printed':
      return t('year_printed');
    case 'implied':
      return t('year_implied', { quote: change.prior.quote ?? '' });
  }
}

export function changeReason(cell: ThreePublicCell, reader: Reader): string | null {
  const { change } = cell;
  const { t } = reader;
  if (change.size === 'rounding') {
    return t('year_rounding_reason', { tolerance: money(change.tolerance, reader), unit: unitOf(reader) });
  }
  if (change.change !== null) return null;
  if (change.prior) return t('year_no_final');
  return priorReason(cell, reader);
}

export function changeRateReason(cell: ThreePublicCell, reader: Reader): string | null {
  const { change } = cell;
  const { t } = reader;
  if (change.state === 'zero_base') return t('year_zero_reason');
  if (change.rate === null) return changeReason(cell, reader);
  if (!change.imprecise) return null;
  return t('year_imprecise', {
    prior: money(change.prior!.amount, reader),
    half: money(change.prior!.resolution / 2n, reader),
    unit: unitOf(reader),
  });
}

/** `8 批次 · 146 人`; a count that the document leaves out says so. Empty where it counts nothing at all. */
export function countsText(row: ThreePublicRow, component: ComponentCode, { t, language }: Reader): string {
  const codes = COUNTED_BY[component] ?? [];
  if (row.counts.size === 0) return '';
  return codes
    .map((code) => {
      const count = row.counts.get(code);
      return count
        ? t(`n_${code as Written}`, {
            n: formatDecimal(count.value, count.value.decimalPlaces(), { language }),
          })
        : t(`no_${code as Written}`);
    })
    .join(' · ');
}
type Written =
  'trips_abroad' | 'persons_abroad' | 'vehicles_bought' | 'vehicles_kept' | 'receptions' | 'guests';

/** What one costs, in 元. */
export function costText(row: ThreePublicRow, component: ComponentCode, { t, language }: Reader): string {
  const yuan = (fen: Decimal) => formatDecimal(fen.div(100), 0, { language });
  if (component === 'SG22' && row.costs.vehicle) return t('cost_vehicle', { n: yuan(row.costs.vehicle) });
  if (component === 'SG3' && row.costs.guest) return t('cost_guest', { n: yuan(row.costs.guest) });
  return '';
}

/** `接待批次 0、接待人数 0`. */
export function countList(row: ThreePublicRow, codes: readonly CountCode[], { t, language }: Reader): string {
  return codes
    .map((code) => {
      const count = row.counts.get(code);
      return count ? `${t(code)} ${formatCount(count.value.toNumber(), language)}` : t(code);
    })
    .join(t('list_comma'));
}

/** All there is to say of a cell beside its figures. */
export function cellRemarks(row: ThreePublicRow, cell: ThreePublicCell, reader: Reader): string[] {
  return [
    toldReason(cell.budget, reader),
    toldReason(cell.final, reader),
    controlReason(cell, reader),
    cell.change.prior ? priorReason(cell, reader) : null,
    changeRateReason(cell, reader),
    cell.component === 'SG' ? formReason(row, reader) : null,
  ].filter((remark, i, all): remark is string => remark !== null && all.indexOf(remark) === i);
}
