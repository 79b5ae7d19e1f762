import type { BudgetLine, ExecutionModel } from '../../analysis/execution';
import type { Reader } from './reader';

/** `2017–2019、2021`: years in a row as a span. */
export function yearSpans(years: readonly number[], comma: string): string {
  const spans: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(comma);
}

/** Departments whose budgets have nothing to be measured by, with their years; null where there is none. */
export function unmatchedText(model: ExecutionModel, { t, language }: Reader): string | null {
  const { unmatched } = model;
  if (unmatched.length === 0) return null;
  const comma = language === 'zh-CN' ? '、' : ', ';
  const bodies = new Map<string, BudgetLine[]>();
  for (const line of unmatched) {
    const key = `${line.region} ${line.department}`;
    bodies.set(key, [...(bodies.get(key) ?? []), line]);
  }
  const list = [...bodies.values()]
    .map((own) =>
      t('unmatched_item', {
        department: own[0]!.department,
        years: yearSpans(
          own.map((line) => Number(line.fiscal_year)),
          comma,
        ),
      }),
    )
    .join(language === 'zh-CN' ? '；' : '; ');
  return t('unmatched', { n: unmatched.length, list });
}
