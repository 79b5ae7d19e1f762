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
  if (fact.source === 'form') return fact.form ? formLabel(fact.form, language) : '';
  return render(evidence[fact.source], language);
}

/** The column of a form that a fact stands in, by what the standard form calls it. */
export function columnLabel(
  fact: Pick<FactLine, 'form' | 'measure' | 'stage' | 'fund' | 'flow'>,
  language: Language,
): string {
  const { form, measure } = fact;
  if (form === '01') return render(evidence.column_amount, language);
  if (form === '04')
    return fact.fund === 'fiscal' ? termLabel('total', language) : termLabel(`fund_${fact.fund}`, language);
  if (form === '06') return termLabel('final', language);
  if (form === '09') return termLabel(fact.stage, language);
  if (form === '02' && measure === 'operating') return termLabel('operating_income', language);
  return termLabel(measure, language);
}

/** Text cut into pieces, those that are the printed figure marked: `支出决算为 [5.00] 万元`. Digits round it must end. */
export function markFigure(
  text: string,
  figure: string | null,
  which: 'all' | 'first' = 'all',
): { text: string; marked: boolean }[] {
  if (!figure || !text.includes(figure)) return [{ text, marked: false }];
  const pieces: { text: string; marked: boolean }[] = [];
  let from = 0;
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + figure.length] ?? '';
    if (
      at < from ||
      /[\d.,]/.test(before) ||
      /\d/.test(after) ||
      (after === '.' && /\d/.test(text[at + figure.length + 1] ?? ''))
    )
      continue;
    if (at > from) pieces.push({ text: text.slice(from, at), marked: false });
    pieces.push({ text: figure, marked: true });
    from = at + figure.length;
    if (which === 'first') break;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}
