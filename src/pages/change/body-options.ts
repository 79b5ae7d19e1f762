import type { Body } from '../../analysis/change';
import { shortRegion, type Reader } from './words';

interface Choices {
  bodies: readonly Body[];
  scopes: readonly Body['scope'][];
}

/** All of a scope together or each, then single bodies with their years. Departments and units stay apart. */
export function bodyOptions(
  { bodies, scopes }: Choices,
  all: 'all' | 'each',
  { t, language }: Reader,
): { value: string; label: string; hint?: string }[] {
  const comma = language === 'zh-CN' ? '、' : ', ';
  return [
    ...scopes.map((scope) => ({ value: scope as string, label: t(`${all}_${scope}`) })),
    ...bodies.map(({ key, department, region, scope, documents }) => ({
      value: key,
      label: department,
      hint: [
        shortRegion(region),
        t(`scope_short_${scope}`),
        t('years_list', { years: [...documents.keys()].join(comma) }),
      ].join(' · '),
    })),
  ];
}

/** What a choice is called in titles. */
export function whoText(of: string, bodies: readonly Body[], all: 'all' | 'each', { t }: Reader): string {
  if (of === 'department' || of === 'unit') return t(`${all}_${of}`);
  return bodies.find(({ key }) => key === of)?.department ?? of;
}
