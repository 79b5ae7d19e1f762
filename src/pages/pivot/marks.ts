import { absolute, type Unit } from '../../domain/money';
import { walk, type Mark, type PivotModel } from '../../analysis/pivot';
import type { Language } from '../../i18n';
import { formatFen } from '../../state';
import { MARK_SIGNS } from '../../ui';
import type { TreeMark } from '../../ui/treegrid';
import type { PivotText } from './columns';

export const SIGNS = { ...MARK_SIGNS, computed: 'Σ', misfit: '≠' } as const;

export interface Reader {
  unit: Unit;
  language: Language;
  t: PivotText;
}

/** The extractor's remark in words: its remarks are English and begin alike. */
export function repairText(note: string, t: PivotText): string {
  const say = new Set<string>();
  for (const part of note.split(/;\s*/)) {
    if (part.startsWith('columns told')) say.add(t('repair_columns'));
    else if (part.startsWith('code ')) say.add(t('repair_code'));
    else if (/^(name completed|standard name)/.test(part)) say.add(t('repair_name'));
    else say.add(t('mark_restored', { note: part }));
  }
  return [...say].join(t('list_semicolon'));
}

/**
 * Columns in which at least half of the figures were repaired (a whole document whose blanks left no trace): the
 * heading says it once. By column id, with one of the remarks.
 */
export function repairedColumns(model: PivotModel): Map<string, string> {
  const counts = new Map<string, { figures: number; notes: string[] }>();
  for (const node of walk(model.roots)) {
    for (const [id, cell] of node.cells) {
      if (cell.kind !== 'amount') continue;
      const count = counts.get(id) ?? { figures: 0, notes: [] };
      count.figures++;
      for (const mark of cell.marks) if (mark.kind === 'restored') count.notes.push(mark.note);
      counts.set(id, count);
    }
  }
  const repaired = new Map<string, string>();
  for (const [id, { figures, notes }] of counts) {
    // The longest remark says most.
    const note = notes.sort((a, b) => b.length - a.length)[0];
    if (note !== undefined && notes.length * 2 >= figures) repaired.set(id, note);
  }
  return repaired;
}

/** Why a figure is marked, in words; `documents` are those under the figure. */
export function markOf(mark: Mark, documents: number, { unit, language, t }: Reader): TreeMark {
  const sign = SIGNS[mark.kind];
  switch (mark.kind) {
    case 'computed': {
      const text =
        mark.documents < documents
          ? t('mark_computed_some', { n: mark.documents })
          : t('mark_computed', { parts: mark.parts });
      return { sign, tone: 'quiet', text };
    }
    case 'derived':
      return { sign, tone: 'quiet', text: t('mark_derived') };
    case 'conflict':
      return { sign, tone: 'warn', text: t('mark_conflict') };
    case 'restored':
      return { sign, tone: 'quiet', text: repairText(mark.note, t) };
    case 'misfit': {
      const money = (amount: bigint | null) => formatFen(amount, unit, { language });
      const text = t('mark_misfit', {
        department: mark.department,
        year: mark.year,
        printed: money(mark.printed),
        children: money(mark.children),
        difference: money(absolute((mark.printed ?? 0n) - mark.children)),
        tolerance: money(mark.tolerance),
      });
      const more = mark.documents > 1 ? t('mark_misfit_more', { n: mark.documents }) : '';
      return { sign, tone: 'warn', text: text + more };
    }
  }
}
