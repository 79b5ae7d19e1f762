import Decimal from 'decimal.js';
import { isItemKey, type ChangeRow, type Finding } from '../../analysis/change';
import { absolute, type Fen, type Unit } from '../../domain/money';
import type { Language, Translate } from '../../i18n';
import type { change } from '../../i18n/pages/change';
import { formatFen, formatPercent, NONE, unitLabel } from '../../state';

/** What turns figures into words. */
export interface Reader {
  t: Translate<typeof change>;
  unit: Unit;
  language: Language;
}

export function money(amount: Fen | null, { unit, language }: Reader, sign = false): string {
  return formatFen(amount, unit, { language, sign });
}
export function percent(rate: Decimal | null, { language }: Reader, decimals = 1): string {
  return formatPercent(rate, decimals, { language, sign: true });
}

/** `一般公共预算财政拨款支出`, or `201 一般公共服务支出`. */
export function itemName(item: string, name: string | null, { t }: Reader): string {
  if (isItemKey(item)) return t(item);
  return t('subject_of', { code: item, name: name ?? '' }).trim();
}

/** The item as it stands in a list: parts of 三公 say so. */
export function itemLabel(row: Pick<ChangeRow, 'item' | 'name' | 'level'>, reader: Reader): string {
  const name = itemName(row.item, row.name, reader);
  return isItemKey(row.item) && row.level > 0 ? reader.t('part_of', { name }) : name;
}

/** Heading of the evidence drawer: data, in Chinese as the documents have it. */
export function evidenceTitle(row: ChangeRow, reader: Reader): string {
  return row.name === null ? itemName(row.item, null, reader) : `${row.name}（${row.item}）`;
}

/** `甘肃省临夏市` → `临夏市`: the last part of a region, enough beside a department's full name. */
export function shortRegion(region: string): string {
  return /(?:省|自治区|市|州|盟)([^省]+[市区县州盟旗])$/.exec(region)?.[1] ?? region;
}

/** Why there is no change or no rate, short; null where there is a rate. */
export function stateText(row: ChangeRow, { t }: Reader): string | null {
  return row.state === 'rate' ? null : t(`state_${row.state}`);
}
/** The same at length. */
export function stateReason(row: ChangeRow, { t }: Reader): string | null {
  return row.state === 'rate' ? null : t(`reason_${row.state}`);
}

/** `增加 5.00` · `减少 0.55` · `持平`. */
export function said(amount: Fen, reader: Reader): string {
  const size = money(absolute(amount), reader);
  if (amount === 0n) return reader.t('said_level');
  return amount > 0n ? reader.t('said_more', { amount: size }) : reader.t('said_less', { amount: size });
}

/** Where last year's figure comes from. */
export function priorReason(row: ChangeRow, reader: Reader): string | null {
  // As printed, whatever prices the row is shown in: the words explain the document.
  const { prior } = row.printed ?? row;
  const { t } = reader;
  if (!prior) return stateReason(row, reader);
  switch (prior.source) {
    case 'document':
      return t('reason_document', { title: row.before?.title ?? '' });
    case 'printed':
      return t('reason_printed');
    case 'implied': {
      const stated = row.stated?.change ?? null;
      const values = {
        quote: prior.quote ?? row.stated?.quote ?? '',
        prior: money(prior.amount, reader),
        unit: unitLabel(reader.unit, reader.language),
      };
      return stated === null || stated === 0n
        ? t('reason_implied_flat', values)
        : t('reason_implied', {
            ...values,
            final: money(prior.amount + stated, reader),
            change: money(stated, reader, true),
          });
    }
  }
}

/** What holds the change or its rate back. */
export function changeReason(row: ChangeRow, reader: Reader): string | null {
  const { t, unit, language } = reader;
  if (row.size === 'rounding') {
    return t('reason_rounding', {
      change: money(row.change, reader, true),
      tolerance: money(row.tolerance, reader),
      unit: unitLabel(unit, language),
    });
  }
  return row.change === null ? stateReason(row, reader) : null;
}

export function rateReason(row: ChangeRow, reader: Reader): string | null {
  if (row.rate === null) return stateReason(row, reader);
  if (!row.imprecise || !row.prior) return null;
  return reader.t('reason_imprecise', {
    prior: money(row.prior.amount, reader),
    half: money(row.prior.resolution / 2n, reader),
    unit: unitLabel(reader.unit, reader.language),
  });
}

export function conflictReason(row: ChangeRow, reader: Reader): string | null {
  if (!row.disagreement) return null;
  return reader.t('reason_conflict', {
    form: money(row.disagreement.form, reader),
    narrative: money(row.disagreement.narrative, reader),
    unit: unitLabel(reader.unit, reader.language),
  });
}

/** `下降 0.89%`: a rate as the documents say it. */
function moved(rate: Decimal, { t, language }: Reader): string {
  const size = formatPercent(rate.abs(), 2, { language });
  if (rate.isZero()) return t('said_level');
  return rate.isNegative() ? t('fell', { rate: size }) : t('rose', { rate: size });
}

export function findingText(finding: Finding, reader: Reader): string {
  const { t } = reader;
  const unit = unitLabel(reader.unit, reader.language);
  const exactly = (rate: Decimal) => percent(rate, reader, 2);
  switch (finding.kind) {
    case 'direction':
      return finding.stated instanceof Decimal
        ? t('finding_direction_rate', {
            stated: moved(finding.stated, reader),
            computed: said(finding.computed, reader),
            unit,
          })
        : t('finding_direction_change', {
            stated: said(finding.stated, reader),
            computed: said(finding.computed, reader),
            unit,
          });
    case 'amount':
      return t('finding_amount', {
        stated: said(finding.stated, reader),
        computed: said(finding.computed, reader),
        difference: money(absolute(finding.difference), reader),
        unit,
      });
    case 'rate': {
      const values = {
        stated: moved(finding.stated, reader),
        computed: moved(finding.computed, reader),
        low: exactly(finding.low),
      };
      return finding.high === null
        ? t('finding_rate_open', values)
        : t('finding_rate', { ...values, high: exactly(finding.high) });
    }
    case 'zero_base':
      return t('finding_zero_base', { stated: moved(finding.stated, reader) });
    case 'reason':
      return t('finding_reason', {
        says: t(`says_${finding.says}`),
        change:
          finding.change instanceof Decimal
            ? moved(finding.change, reader)
            : `${said(finding.change, reader)} ${unit}`,
      });
  }
}

/** That the subject was renamed or replaced since last year; null where it goes on. */
export function breakText(row: ChangeRow, { t }: Reader): string | null {
  if (!row.break) return null;
  return row.break.kind === 'renamed'
    ? t('reason_renamed', { before: row.break.before, now: row.break.now })
    : t('reason_replaced', { code: row.break.code, name: row.break.name ?? '' });
}

/** Everything to say of a row beside its figures. */
export function remarks(row: ChangeRow, reader: Reader): string[] {
  return [
    priorReason(row, reader),
    row.size === 'rounding' ? changeReason(row, reader) : null,
    rateReason(row, reader),
    breakText(row, reader),
    conflictReason(row, reader),
    ...row.findings.map((finding) => `⚑ ${findingText(finding, reader)}`),
  ].filter((remark, i, all) => remark !== null && all.indexOf(remark) === i) as string[];
}

/** `−12.68  −6.0%`, or why there is none. */
export function barText(row: ChangeRow, by: 'change' | 'rate', reader: Reader): string {
  const flags = row.findings.length > 0 ? ' ⚑' : '';
  if (row.change === null) return stateText(row, reader) ?? NONE;
  const rate = row.rate ? percent(row.rate, reader) : stateText(row, reader);
  const size =
    row.size === 'flat' ? reader.t('size_flat') : row.size === 'rounding' ? reader.t('size_rounding') : null;
  const amount = money(row.change, reader, true);
  if (row.size === 'flat') return [size, row.rate ? null : rate].filter(Boolean).join(' · ') + flags;
  const parts = by === 'change' ? [amount, rate] : [rate, amount];
  return [...parts, size].filter(Boolean).join(' · ') + flags;
}
