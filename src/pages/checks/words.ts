import { CROSS_RULES, ruleOf, type Instance, type RuleId, type Severity, type Side } from '../../checks';
import type { DocumentRow, Fact } from '../../domain/facts';
import { absolute, inUnit, type Fen, type Unit } from '../../domain/money';
import { render, type Language, type Translate } from '../../i18n';
import { checks } from '../../i18n/pages/checks';
import { columnLabel, formatFen, NONE, sourceLabel, termLabel, unitLabel } from '../../state';

/** How the reader wants figures and words. */
export interface Reader {
  unit: Unit;
  language: Language;
}
export type Words = Translate<typeof checks>;

/** Outside of components, e.g. for files. */
export const wordsOf =
  (language: Language): Words =>
  (key, ...values) =>
    render(checks[key], language, values[0] as Record<string, string | number> | undefined);

/**
 * An amount with its unit and all its decimals, so that two figures that differ are never shown alike; – where nothing
 * is printed.
 */
export function amountText(amount: Fen | null, { unit, language }: Reader): string {
  if (amount === null) return NONE;
  const decimals = Math.max(2, inUnit(amount, unit).decimalPlaces());
  return `${formatFen(amount, unit, { language, decimals })} ${unitLabel(unit, language)}`;
}

/** A side's figure: as printed where it is no money. */
export function figureText(side: Side, reader: Reader, t: Words): string {
  return side.printed ?? (side.amount === null ? t('not_printed') : amountText(side.amount, reader));
}

/** Page and line of a side: of its first figure, and how many more there are. */
export function placeText(side: Side, own: readonly Pick<Fact, 'page' | 'line'>[], t: Words): string {
  const { page, line } = own[0] ?? { page: side.page ?? null, line: side.line ?? null };
  const more = own.length > 1 ? t('place_more', { n: own.length }) : '';
  const place = [page === null ? '' : t('place', { page }), line === null ? '' : t('place_line', { line })];
  return [...place, more].filter(Boolean).join(' ');
}

export function ruleName(id: RuleId, language: Language): string {
  const rule = ruleOf(id) ?? CROSS_RULES.find((one) => one.id === id);
  return rule ? rule.name[language === 'zh-CN' ? 'zh' : 'en'] : '';
}

export const severityText = (severity: Severity, t: Words): string => t(`severity_${severity}`);

/** 某局 2024 决算; a unit's own document says so. */
export function documentName(
  {
    department,
    fiscal_year,
    kind,
    scope,
  }: Pick<DocumentRow, 'department' | 'fiscal_year' | 'kind' | 'scope'>,
  t: Words,
): string {
  const unit = scope === 'unit' ? ` · ${t('scope_unit')}` : '';
  return `${department} ${fiscal_year} ${t(`kind_${kind}`)}${unit}`;
}

/** The sign between the two sides, as they are. */
export function signOf({ outcome, relation }: Pick<Instance, 'outcome' | 'relation'>): string {
  if (outcome === 'unknown') return '?';
  if (outcome === 'conflict') return relation === 'at_most' ? '≰' : '≠';
  if (relation === 'at_most') return '≤';
  return outcome === 'rounding' ? '≈' : '=';
}

/** A cell in words: 公开03表 212 城乡社区支出 基本支出. */
export function cellText(fact: Fact, language: Language): string {
  const inForm = fact.source === 'form' || fact.source === 'budget_form';
  const subject = [fact.subject_code?.startsWith('SG') ? null : fact.subject_code, fact.subject_name];
  const column = inForm ? columnLabel(fact, language) : termLabel(fact.stage, language);
  return [sourceLabel(fact, language), ...subject, column].filter(Boolean).join(' ');
}

/** How far two figures are apart, without a sign; – where they are no amounts. */
export const differenceText = ({ difference }: Instance, reader: Reader): string =>
  difference === null ? NONE : amountText(absolute(difference), reader);
