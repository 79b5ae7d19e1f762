import { shareOf, type PivotCell, type PivotNode, type VisibleRow } from '../../analysis/pivot';
import { exactYuan, formatFen, formatPercent, NONE } from '../../state';
import { TOTAL, type TreeCell } from '../../ui/treegrid';
import type { ShownColumn } from './columns';
import { markOf, type Reader } from './marks';
import { isAllComputed } from './rows';
import type { PivotSettings } from './settings';
import { isOwnStage } from './terms';

/** A row with the rows that its shares refer to. */
export interface Placed {
  node: PivotNode;
  /** 合计, or the parent, by the kind of share; null where there is none. */
  base: PivotNode | null;
  /** The row's head says that all its figures are sums; its cells need not. */
  allComputed: boolean;
}

/** The visible rows and 合计 by their keys on the screen, each with the row its share refers to. */
export function placeRows(
  visible: readonly VisibleRow[],
  total: PivotNode | null,
  share: PivotSettings['share'],
): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const { node, parent } of visible) {
    const base = share === 'parent' ? (parent ?? total) : total;
    found.set(node.key, { node, base, allComputed: isAllComputed(node) });
  }
  if (total) found.set(TOTAL, { node: total, base: total, allComputed: isAllComputed(total) });
  return found;
}

export interface Shade {
  /** Step of shading, 0 to 6. */
  heat: number;
  opens: boolean;
  selected: boolean;
}

/** A figure, or why there is none, as drawn. */
export function figureCell(
  { node, allComputed }: Placed,
  column: ShownColumn,
  settings: PivotSettings,
  shade: Shade,
  reader: Reader,
): TreeCell {
  const cell = node.cells.get(column.id);
  const { unit, language, t } = reader;
  if (cell?.kind !== 'amount') return { ...nothing(cell?.kind, settings, reader), selected: false };
  const marks = cell.marks
    .filter(
      (mark) => !(allComputed && mark.kind === 'computed') && !(column.mark && mark.kind === 'restored'),
    )
    .map((mark) => markOf(mark, cell.documents, reader));
  const lines = [
    unit === '元' ? '' : `${exactYuan(cell.amount, language)} ${language === 'en' ? 'yuan' : '元'}`,
    cell.documents > 1 ? t('documents_in', { n: cell.documents }) : '',
    ...marks.map((mark) => `${mark.sign} ${mark.text}`),
  ];
  return {
    text: formatFen(cell.amount, unit, { language }),
    state: 'figure',
    title: lines.filter((line) => line !== '').join('\n'),
    marks,
    ...(marks.length > 0
      ? { spoken: [formatFen(cell.amount, unit, { language }), ...marks.map((m) => m.text)].join('；') }
      : {}),
    ...shade,
  };
}

function nothing(
  kind: PivotCell['kind'] | undefined,
  settings: PivotSettings,
  { t }: Reader,
): Omit<TreeCell, 'selected'> {
  const empty = { marks: [], opens: false };
  switch (kind) {
    case 'blank':
      return { ...empty, text: '', state: 'empty', spoken: t('says_empty'), title: t('says_empty') };
    case 'no_form': {
      const says = isOwnStage(settings.basis, settings.stage) ? t('says_missing') : t('says_no_statement');
      return { ...empty, text: '', state: 'missing', spoken: says, title: says };
    }
    default: {
      const says = isOwnStage(settings.basis, settings.stage) ? t('says_none') : t('says_not_listed');
      return { ...empty, text: NONE, state: 'none', spoken: says, title: says };
    }
  }
}

/** A share with its bar, or why there is none. */
export function shareCell(
  { node, base }: Placed,
  column: ShownColumn,
  shade: Shade,
  { language, t }: Reader,
): TreeCell {
  const share = shareOf(node, base, column.of.id);
  if (share.value === null) {
    const says = {
      no_amount: t('no_share_amount'),
      no_base: t('no_share_base'),
      zero_base: t('no_share_zero'),
    }[share.reason];
    return { text: NONE, state: 'none', spoken: says, title: says, marks: [], opens: false, selected: false };
  }
  return {
    text: formatPercent(share.value, 1, { language }),
    state: 'figure',
    marks: [],
    // Only pixels: a share below zero has no bar.
    ...(share.value.isPositive() && node !== base ? { bar: Math.min(1, share.value.toNumber()) } : {}),
    ...shade,
    heat: 0,
  };
}
