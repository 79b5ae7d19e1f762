import type { FactLine } from '../analysis/evidence';
import { evidence, formLabel, render, terms, type Language, type TermName } from '../i18n';

/** A word of the vocabulary in the reader's language; unknown ones as they are. */
export function termLabel(name: string, language: Language): string {
  const entry = Object.hasOwn(terms, name) ? terms[name as TermName] : null;
  if (!entry) return name;
  return language === 'zh-CN' ? entry.zh : entry.en;
}

/** Where a figure was said: 公开05表, 决算情况说明, 绩效自评. */
export function sourceLabel(fact: Pick<FactLine, 'source' | 'form'>, language: Language): string {
  if (fact.source === 'form' || fact.source === 'budget_form')
    return fact.form ? formLabel(fact.form, language) : '';
  return render(evidence[fact.source], language);
}

/** The column of a form that a fact stands in, by what the standard form calls it. */
export function columnLabel(
  fact: Pick<FactLine, 'form' | 'measure' | 'stage' | 'fund' | 'subject_code' | 'subject_name'>,
  language: Language,
): string {
  const { form, measure } = fact;
  if (form === '01' || form === 'B01') return render(evidence.column_amount, language);
  if (form === '04' || form === 'B04')
    return fact.fund === 'fiscal' ? termLabel('total', language) : termLabel(`fund_${fact.fund}`, language);
  if (form === '06') return render(evidence.column_final, language);
  if (form === '09') {
    const stage = fact.stage === 'final' ? evidence.column_final : evidence.column_budget;
    const column = fact.subject_code === 'SG' ? termLabel('total', language) : fact.subject_name;
    return `${render(stage, language)} · ${column}`;
  }
  if (form === 'B09') return fact.subject_code === 'SG' ? termLabel('total', language) : fact.subject_name;
  if ((form === '02' || form === 'B02') && measure === 'operating')
    return termLabel('operating_income', language);
  return termLabel(measure, language);
}
