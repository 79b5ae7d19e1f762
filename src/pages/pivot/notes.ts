import type { PivotNote } from '../../analysis/pivot';
import type { PivotSettings } from './settings';
import type { PivotText } from './columns';
import { isOwnStage } from './terms';

/** Documents without the form that are named one by one. */
const NAMED = 6;

/** The notes as sentences: what the totals are on one line, what is missing on the next. */
export function noteLines(notes: readonly PivotNote[], settings: PivotSettings, t: PivotText): string[] {
  const totals: string[] = [];
  const missing: string[] = [];
  const remarks: string[] = [];
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
      case 'misfits':
        remarks.push(t('note_misfits', { n: note.misfits }));
        break;
      case 'spare':
        remarks.push(t('note_spare', { n: note.documents }));
        break;
      case 'not_filled': {
        const at = { department: note.department, year: note.year };
        if (!isOwnStage(settings.basis, settings.stage)) missing.push(t('note_not_stated', at));
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
  return texts.length === 2 ? texts.join(t('years_join')) : texts.join(t('list_comma'));
}
