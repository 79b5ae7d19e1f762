import type { VisibleRow } from '../../analysis/pivot';
import type { TreeRow } from '../../ui/treegrid';
import { memberName } from './columns';
import { SIGNS } from './marks';
import { nameOf, type Reader } from './words';

/** A visible row as the tree grid draws it. `allComputed`: every amount of it is a sum of the rows below. */
export function treeRow(
  row: VisibleRow,
  {
    allComputed,
    ambiguous,
    formula,
  }: { allComputed: boolean; ambiguous: ReadonlySet<string>; formula: string | null },
  reader: Reader,
): TreeRow {
  const { node, role, level, position, siblings, expandable, expanded } = row;
  const { t } = reader;
  const own = node.dimension === 'department' ? memberName(node, ambiguous, reader) : nameOf(node, reader);
  const name = role === 'sum' ? t('subtotal_of', { name: own }) : own;
  const renamed = node.otherNames.map(({ name: other, first, last }) =>
    t('mark_names', { years: first === last ? String(first) : `${first}–${last}`, name: other }),
  );
  const remarks = [...(node.loose ? [t('mark_loose')] : []), ...renamed, ...(formula ? [formula] : [])];
  const mark = node.loose
    ? { sign: '?', tone: 'warn' as const, text: t('mark_loose') }
    : formula
      ? { sign: 'ƒ', tone: 'quiet' as const, text: formula }
      : allComputed
        ? { sign: SIGNS.computed, tone: 'quiet' as const, text: t('legend_computed') }
        : undefined;
  const code = role === 'member' && node.kind === 'member' ? node.code : null;
  return {
    key: row.id,
    code,
    label: name,
    title: [
      code ? `${code} ${name}` : name,
      ...remarks,
      ...(mark && !node.loose && !formula ? [`${mark.sign} ${mark.text}`] : []),
    ].join('\n'),
    level,
    position,
    siblings,
    expandable,
    expanded,
    ...(mark ? { mark } : {}),
    ...(role === 'member' ? {} : { sum: true }),
  };
}
