import type { Calculated, Calculation, Figure } from '../../analysis/pivot';
import { isMoney, partsOf } from '../../analysis/pivot';
import { exactYuan, formatCount, formatFen, formatPercent, NONE } from '../../state';
import type { TreeCell, TreeMark } from '../../ui/treegrid';
import { marksOf, SIGNS, type Said } from './marks';
import type { Reader } from './words';

/** How a cell stands out. */
export interface Shade {
  /** Step of shading, 0 to 6. */
  heat: number;
  /** Length of the bar under it, 0 to 1. */
  bar?: number;
  opens: boolean;
  selected: boolean;
}

/** A value as text: money in the reader's unit, rates in per cent, an index with 100 as its base. */
export function valueText(value: Calculated, calculation: Calculation, { unit, language }: Reader): string {
  const { kind } = partsOf(calculation);
  switch (value.kind) {
    case 'money':
      return formatFen(value.amount, unit, { language, ...(kind === 'change' ? { sign: true } : {}) });
    case 'ratio':
      if (kind === 'index') return value.value.times(100).toFixed(1);
      return formatPercent(value.value, 1, { language, ...(kind === 'change_rate' ? { sign: true } : {}) });
    case 'rank':
      return formatCount(value.rank, language);
    case 'none':
      return NONE;
  }
}

/** Why there is no value, in words. */
export function missingText(value: Calculated & { kind: 'none' }, isOwn: boolean, { t }: Reader): string {
  switch (value.missing) {
    case 'absent':
    case 'nowhere':
      return isOwn ? t('says_none') : t('says_not_listed');
    case 'no_form':
      return isOwn ? t('says_missing') : t('says_no_statement');
    case 'blank':
      return t('says_empty');
    case 'refused':
      return t(`refused_${value.refusal ?? 'forms'}`);
    default:
      return t(`says_${value.missing}`);
  }
}

/** A figure, or why there is none, as drawn. `isOwn`: the form prints the stage itself. */
export function figureCell(
  figure: Figure,
  value: Calculated,
  calculation: Calculation,
  said: Said,
  isOwn: boolean,
  shade: Shade,
  reader: Reader,
): TreeCell {
  if (value.kind === 'none') return { ...nothing(value, isOwn, reader), selected: false };
  const { unit, language, t } = reader;
  const marks: TreeMark[] =
    isMoney(calculation) && figure.cell && calculation === 'amount' ? marksOf(figure.cell, said, reader) : [];
  if (value.kind !== 'rank' && value.over !== null) {
    marks.push({
      sign: SIGNS.partial,
      tone: 'quiet',
      text: t('mark_partial', { n: value.over, of: figure.of.filled }),
    });
  }
  const text = valueText(value, calculation, reader);
  const lines = [
    value.kind === 'money' && unit !== '元'
      ? `${exactYuan(value.amount, language)} ${language === 'en' ? 'yuan' : '元'}`
      : '',
    value.kind === 'rank' ? t('rank_among', { n: value.among }) : '',
    calculation === 'amount' && figure.of.filled > 1
      ? t('documents_in', { n: figure.cell?.amounts ?? 0 })
      : '',
    ...marks.map((mark) => `${mark.sign} ${mark.text}`),
  ];
  return {
    text,
    state: 'figure',
    title: lines.filter((line) => line !== '').join('\n'),
    marks,
    ...(marks.length > 0 ? { spoken: [text, ...marks.map((mark) => mark.text)].join('；') } : {}),
    ...shade,
  };
}

function nothing(
  value: Calculated & { kind: 'none' },
  isOwn: boolean,
  reader: Reader,
): Omit<TreeCell, 'selected'> {
  const says = missingText(value, isOwn, reader);
  const empty = { marks: [], opens: false, spoken: says, title: says };
  switch (value.missing) {
    case 'blank':
      return { ...empty, text: '', state: 'empty' };
    case 'no_form':
      return { ...empty, text: '', state: 'missing' };
    case 'nowhere':
      return { ...empty, text: '', state: 'empty' };
    default:
      return { ...empty, text: NONE, state: 'none' };
  }
}
