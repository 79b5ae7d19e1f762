import { PERSONNEL, RUNNING, type PivotNode, type VisibleRow } from '../../analysis/pivot';
import type { TreeRow } from '../../ui/treegrid';
import type { PivotText } from './columns';
import { SIGNS } from './marks';

/** Name of a row: its subject's, or the word for 合计, 人员经费 and 公用经费. */
export function nameOf(node: PivotNode, t: PivotText): string {
  if (node.key === '') return t('grand_total');
  if (node.key === PERSONNEL) return t('personnel');
  if (node.key === RUNNING) return t('running');
  return node.name ?? node.code ?? '';
}

/** True where every amount of the row is a sum of the rows below, and there are several. */
export function isAllComputed(node: PivotNode): boolean {
  const amounts = [...node.cells.values()].filter((cell) => cell.kind === 'amount');
  return amounts.length > 1 && amounts.every((cell) => cell.marks.some((mark) => mark.kind === 'computed'));
}

/** A visible row as the tree grid draws it. */
export function treeRow(
  { node, level, position, siblings, expandable, expanded }: VisibleRow,
  t: PivotText,
): TreeRow {
  const name = nameOf(node, t);
  const renamed = node.otherNames.map(({ name: other, first, last }) =>
    t('mark_names', { years: first === last ? String(first) : `${first}–${last}`, name: other }),
  );
  const remarks = [...(node.loose ? [t('mark_loose')] : []), ...renamed];
  const mark = node.loose
    ? { sign: '?', tone: 'warn' as const, text: t('mark_loose') }
    : isAllComputed(node)
      ? { sign: SIGNS.computed, tone: 'quiet' as const, text: t('legend_computed') }
      : undefined;
  return {
    key: node.key,
    code: node.code,
    label: name,
    title: [
      node.code ? `${node.code} ${name}` : name,
      ...remarks,
      ...(mark && !node.loose ? [`${mark.sign} ${mark.text}`] : []),
    ].join('\n'),
    level,
    position,
    siblings,
    expandable,
    expanded,
    ...(mark ? { mark } : {}),
  };
}
