import type { Stage } from '../../domain/facts';
import type { Figures, PivotNode, VisibleColumn } from '../../analysis/pivot';
import { isOpen, type Expansion } from '../../analysis/pivot';
import type { TreeColumn, TreeGroup } from '../../ui/treegrid';
import { repairText, SIGNS } from './marks';
import { calculationLabel, nameOf, type Reader } from './words';

/** A column as drawn: a member (or total) with one calculation. */
export interface ShownColumn extends TreeColumn {
  of: VisibleColumn;
}

interface Heads {
  expansion: Expansion;
  /** Columns whose figures were mostly repaired, with a remark. */
  repaired: ReadonlyMap<PivotNode, string>;
  /** Departments whose name stands in several regions. */
  ambiguous: ReadonlySet<string>;
  figures: Figures;
  rows: PivotNode;
  /** The one stage that is shown; null where there are several. */
  stage: Stage | null;
}

/** Names of departments that several regions have. */
export function ambiguousNames(nodes: Iterable<PivotNode>): Set<string> {
  const regions = new Map<string, Set<string>>();
  for (const { at } of nodes) {
    if (at.department === undefined) continue;
    regions.set(at.department, (regions.get(at.department) ?? new Set()).add(at.region ?? ''));
  }
  return new Set([...regions].filter(([, found]) => found.size > 1).map(([name]) => name));
}

export function memberName(node: PivotNode, ambiguous: ReadonlySet<string>, reader: Reader): string {
  const name = nameOf(node, reader);
  if (node.dimension === 'department' && node.kind === 'member' && ambiguous.has(name)) {
    return reader.t('department_in', { department: name, region: node.at.region ?? '' });
  }
  return node.code !== null && node.code !== name ? `${node.code} ${name}` : name;
}

/**
 * The headings of the columns: one row a level of the members, the innermost being the leaf. Where members have more
 * than one calculation, the calculations are the leaves; the total's are so always.
 */
export function shownColumns(columns: readonly VisibleColumn[], heads: Heads, reader: Reader): ShownColumn[] {
  const { t } = reader;
  const perMember = new Set(
    columns.filter(({ role }) => role !== 'total').map(({ calculation }) => calculation),
  );
  const leavesAreValues = perMember.size > 1;
  const depth = Math.max(0, ...columns.map(({ path }) => path.length));
  const levels = leavesAreValues ? depth : Math.max(0, depth - 1);
  return columns.map((column): ShownColumn => {
    const { node, role, calculation, path } = column;
    // Beside what it is compared with, an amount is called by its stage.
    const stage = node.at.stage ?? heads.stage;
    const value = calculation === 'amount' && stage ? t(`column_${stage}`) : calculationLabel(calculation, t);
    const names = path.map((member) => memberName(member, heads.ambiguous, reader));
    const groups = Array.from({ length: levels }, (_, level): TreeGroup => {
      const member = path[level];
      // Below the end of a short path nothing is said twice.
      if (!member) return { id: `${node.id} `, label: role === 'total' && level === 0 ? t('total') : '' };
      return {
        id: member.id,
        label: names[level]!,
        title: names[level]!,
        ...toggleOf(member, heads.expansion),
      };
    });
    const sum = role === 'sum' ? t('subtotal') : null;
    const own = names.at(-1) ?? (node.children.length === 0 && depth === 0 ? value : t('total'));
    const label = leavesAreValues
      ? sum
        ? `${sum} ${value}`
        : value
      : role === 'total'
        ? totalLabel(columns, column, levels, value, reader)
        : // A closed group has its name above; below stands what its figures are.
          (sum ?? (path.length > levels ? own : value));
    const note = heads.repaired.get(node);
    const documents = heads.figures.of(heads.rows, node).of;
    const title = [
      names.join(' › '),
      documents.filled > 1 ? t('documents_in', { n: documents.filled }) : '',
      documents.documents > documents.filled && documents.filled > 0
        ? t('documents_without', { n: documents.documents - documents.filled })
        : '',
    ];
    return {
      id: column.id,
      label,
      title: title.filter((line) => line !== '').join('\n'),
      groups,
      total: role !== 'member',
      ...(note === undefined || calculation !== 'amount'
        ? {}
        : { mark: { sign: SIGNS.restored, tone: 'quiet', text: repairText(note, t) } }),
      of: column,
    };
  });
}

function toggleOf(member: PivotNode, expansion: Expansion): Pick<TreeGroup, 'toggle'> {
  if (member.children.length === 0 && !member.deeper) return {};
  return { toggle: { key: member.id, expanded: isOpen(member, expansion) } };
}

/** Under a heading 合计 stand the calculations; without one the column of amounts is 合计 itself. */
function totalLabel(
  columns: readonly VisibleColumn[],
  column: VisibleColumn,
  levels: number,
  value: string,
  { t }: Reader,
): string {
  const several = columns.filter(({ role }) => role === 'total').length > 1;
  if (column.calculation === 'amount' && levels === 0) return columns.length > 1 ? t('total') : value;
  return several || levels > 0 ? value : t('total');
}
