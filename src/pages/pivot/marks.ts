import { absolute } from '../../domain/money';
import { amountOf, type CubeCell, type Figures, type PivotNode } from '../../analysis/pivot';
import { formatFen } from '../../state';
import { MARK_SIGNS } from '../../ui';
import type { TreeMark } from '../../ui/treegrid';
import type { PivotText, Reader } from './words';

export const SIGNS = { ...MARK_SIGNS, computed: 'Σ', misfit: '≠', partial: '◐' } as const;

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

/** What a remark says about the figure or its row; completed names and repeated sentences change neither. */
export function repairOf(note: string | null): string | null {
  const parts = (note ?? '')
    .split(/;\s*/)
    .filter((part) => !/^(|repeats .*|name completed|standard name.*)$/.test(part));
  return parts.length > 0 ? parts.join('; ') : null;
}

/**
 * Columns in which at least half of the figures were repaired (a whole document whose blanks left no trace): the
 * heading says it once. By column node, with one of the remarks.
 */
export function repairedColumns(
  figures: Figures,
  rows: readonly PivotNode[],
  columns: readonly PivotNode[],
): Map<PivotNode, string> {
  const repaired = new Map<PivotNode, string>();
  for (const column of columns) {
    let amounts = 0;
    const notes: string[] = [];
    for (const row of rows) {
      const figure = figures.of(row, column);
      if (amountOf(figure) === null) continue;
      amounts++;
      const note = repairOf(figure.cell?.note ?? null);
      if (note !== null && figure.cell!.derived === 0) notes.push(note);
    }
    // The longest remark says most.
    const note = notes.sort((a, b) => b.length - a.length)[0];
    if (note !== undefined && notes.length * 2 >= amounts) repaired.set(column, note);
  }
  return repaired;
}

/** What of a cell's marks its row or column has said already. */
export interface Said {
  computed: boolean;
  restored: boolean;
}

/** Why an amount deserves a second look, in words. */
export function marksOf(cell: CubeCell, said: Said, { unit, language, t }: Reader): TreeMark[] {
  const marks: TreeMark[] = [];
  if (cell.computed > 0 && !said.computed) {
    const text =
      cell.computed < cell.amounts
        ? t('mark_computed_some', { n: cell.computed })
        : t('mark_computed', { parts: cell.parts });
    marks.push({ sign: SIGNS.computed, tone: 'quiet', text });
  }
  if (cell.derived > 0) marks.push({ sign: SIGNS.derived, tone: 'quiet', text: t('mark_derived') });
  if (cell.conflicts > 0) marks.push({ sign: SIGNS.conflict, tone: 'warn', text: t('mark_conflict') });
  const note = repairOf(cell.note);
  if (note !== null && cell.derived === 0 && !said.restored) {
    marks.push({ sign: SIGNS.restored, tone: 'quiet', text: repairText(note, t) });
  }
  if (cell.misfit !== null) {
    const [, year = '', , department = '', printed = '0', below = '0', doubled = '0'] =
      cell.misfit.split('\t');
    const money = (fen: bigint) => formatFen(fen, unit, { language });
    const text = t('mark_misfit', {
      department,
      year,
      printed: money(BigInt(printed)),
      children: money(BigInt(below)),
      difference: money(absolute(BigInt(printed) - BigInt(below))),
      tolerance: money(BigInt(doubled) / 2n),
    });
    const more = cell.misfits > 1 ? t('mark_misfit_more', { n: cell.misfits }) : '';
    marks.push({ sign: SIGNS.misfit, tone: 'warn', text: text + more });
  }
  return marks;
}
