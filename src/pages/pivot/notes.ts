import type { PivotNote, Refusal, SeriesDimension } from '../../analysis/pivot';
import { dimensionLabel, type PivotText } from './words';

/** Documents without the form that are named one by one. */
const NAMED = 6;

/** The notes as sentences: what the totals are on one line, what is missing on the next. */
export function noteLines(
  notes: readonly PivotNote[],
  refused: readonly { dimension: SeriesDimension; refusal: Refusal }[],
  isOwn: boolean,
  t: PivotText,
): string[] {
  const totals: string[] = [];
  const missing: string[] = [];
  const remarks: string[] = [];
  for (const { dimension, refusal } of refused) {
    totals.push(
      t('note_refused', { dimension: dimensionLabel(dimension, t), reason: t(`refused_${refusal}`) }),
    );
  }
  for (const note of notes) {
    switch (note.kind) {
      case 'departments_summed':
        totals.push(t('note_departments'));
        break;
      case 'years_differ':
        totals.push(t('note_years_differ', { years: yearsText(note.years, t) }));
        break;
      case 'years_summed':
        totals.push(t('note_years_summed', { years: yearsText(note.years, t) }));
        break;
      case 'scopes_apart':
        totals.push(t('note_scopes'));
        break;
      case 'total_computed':
        totals.push(t('note_total_computed'));
        break;
      case 'subjects_limited':
        totals.push(t('note_subjects'));
        break;
      case 'mixed_sources':
        remarks.push(t('note_mixed', { budgets: note.budgets, narratives: note.narratives }));
        break;
      case 'misfits':
        remarks.push(t('note_misfits', { n: note.misfits }));
        break;
      case 'spare':
        remarks.push(t('note_spare', { n: note.documents }));
        break;
      case 'not_filled': {
        const at = { department: note.department, year: note.year };
        if (!isOwn) missing.push(t('note_not_stated', at));
        else missing.push(note.form_printed ? t('note_no_amounts', at) : t('note_not_published', at));
      }
    }
  }
  const named =
    missing.length > NAMED
      ? [...missing.slice(0, NAMED), t('note_more', { n: missing.length - NAMED })]
      : missing;
  return [totals, named, remarks]
    .filter((list) => list.length > 0)
    .map((list) => list.join(t('list_semicolon')));
}

function yearsText(years: readonly number[], t: PivotText): string {
  const texts = years.map(String);
  if (texts.length > 3) return t('years_span', { first: texts[0]!, last: texts.at(-1)! });
  return texts.length === 2 ? texts.join(t('years_join')) : texts.join(t('list_comma'));
}
