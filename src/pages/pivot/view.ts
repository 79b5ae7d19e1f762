import {
  amountOf,
  arranged,
  BASKET,
  everything,
  formulaText,
  isRefused,
  search,
  visibleColumns,
  visibleRows,
  type Axes,
  type PivotModel,
  type PivotNode,
  type VisibleColumn,
  type VisibleRow,
} from '../../analysis/pivot';
import type { TreeRow } from '../../ui/treegrid';
import { ambiguousNames, shownColumns, type ShownColumn } from './columns';
import { repairedColumns } from './marks';
import { treeRow } from './rows';
import type { PivotSettings } from './settings';
import { nameOf, type Reader } from './words';

/** More figures than this are not looked at one by one for what a whole row or column has in common. */
const MOST_LOOKED_AT = 60_000;
export const ADDED = '\u0001added';

/** The table as it stands on the screen: its axes in order, what of them is shown, and their headings. */
export interface PivotView {
  axes: Axes;
  rows: readonly VisibleRow[];
  byId: ReadonlyMap<string, VisibleRow>;
  treeRows: readonly TreeRow[];
  total: { row: VisibleRow; tree: TreeRow } | null;
  columns: readonly ShownColumn[];
  columnById: ReadonlyMap<string, ShownColumn>;
  /** Rows whose amounts are all sums of what stands below them; the row's head says it. */
  computed: ReadonlySet<PivotNode>;
  repaired: ReadonlyMap<PivotNode, string>;
}

/** Lays a model out for the settings; `reader` has the words. */
export function viewOf(model: PivotModel, settings: PivotSettings, reader: Reader): PivotView {
  const { figures } = model;
  const { sort, top, topColumns } = settings;
  const axes = arranged(figures, model.axes, { sort, top, topColumns });
  const visible = visibleColumns(axes.columns, axes.rows, figures, {
    expansion: { level: settings.columnLevel + (model.scopesApart ? 1 : 0), toggled: settings.columnToggled },
    values: settings.values,
    sums: settings.columnSums,
    total: settings.columnTotal,
    everywhere: settings.everywhere,
  });
  const keep = settings.find === '' ? null : search(axes.rows, settings.find, (node) => nameOf(node, reader));
  const expansion = { level: settings.level, toggled: settings.toggled };
  const members = visibleRows(axes.rows, expansion, settings.sums, keep);
  const leaves = [...new Set(visible.map(({ node }) => node))];
  const rowNodes = members.filter(({ role }) => role === 'member').map(({ node }) => node);
  const few = rowNodes.length * leaves.length <= MOST_LOOKED_AT;
  const computed = new Set(few ? rowNodes.filter((node) => isAllComputed(model, node, leaves)) : []);
  const repaired = few ? repairedColumns(figures, rowNodes, leaves) : new Map<PivotNode, string>();
  const ambiguous = ambiguousNames([...everything(axes.rows), ...everything(axes.columns)]);
  const drawn = (row: VisibleRow) => {
    const basket = model.request.baskets.find(({ name }) => BASKET + name === row.node.member);
    const formula = row.node.kind === 'basket' && basket ? formulaText(basket.terms) : null;
    return treeRow(row, { allComputed: computed.has(row.node), ambiguous, formula }, reader);
  };
  const hasTotal =
    settings.total !== 'none' && axes.rows.children.length > 0 && keep === null && !isRefusedRow(model, axes);
  const totalRow: VisibleRow = {
    id: '',
    node: axes.rows,
    role: 'total',
    figures: true,
    level: 1,
    position: 1,
    siblings: 1,
    expandable: false,
    expanded: false,
  };
  if (hasTotal && isAllComputed(model, axes.rows, leaves)) computed.add(axes.rows);
  const extra = hasTotal ? addedRow(model, axes, visible) : null;
  const rows = [
    ...(hasTotal && settings.total === 'before' ? [{ ...totalRow, id: `${ADDED}total` }] : []),
    ...members,
    ...(extra ? [extra] : []),
  ];
  // A pivot without rows is its total alone.
  if (axes.rows.children.length === 0) rows.push({ ...totalRow, id: `${ADDED}total` });
  const treeRows = rows.map((row) =>
    row === extra
      ? { ...drawn(row), label: reader.t('rows_added'), title: reader.t('rows_added_why') }
      : drawn(row),
  );
  const below = hasTotal && settings.total === 'after';
  const columns = shownColumns(
    visible,
    {
      expansion: { level: settings.columnLevel, toggled: settings.columnToggled },
      repaired,
      ambiguous,
      figures,
      rows: axes.rows,
      stage: model.request.stages.length === 1 ? model.request.stages[0]! : null,
    },
    reader,
  );
  return {
    axes,
    rows,
    byId: new Map([...rows, ...(below ? [totalRow] : [])].map((row) => [row.id, row])),
    treeRows,
    total: below ? { row: totalRow, tree: drawn(totalRow) } : null,
    columns,
    columnById: new Map(columns.map((column) => [column.id, column])),
    computed,
    repaired,
  };
}

/** 合计 over the rows is refused in every column: their members are not added. */
function isRefusedRow(model: PivotModel, axes: Axes): boolean {
  const { figures } = model;
  if (figures.of(axes.rows, axes.columns).kind !== 'refused') return false;
  const columns = [...everything(axes.columns)];
  return (
    isRefused(figures, axes.rows, axes.columns) !== null ||
    columns.every((c) => figures.of(axes.rows, c).kind === 'refused')
  );
}

/** True where every amount of the row is a sum of rows below, and there are several. */
function isAllComputed({ figures }: PivotModel, row: PivotNode, leaves: readonly PivotNode[]): boolean {
  let amounts = 0;
  for (const leaf of leaves) {
    const figure = figures.of(row, leaf);
    if (amountOf(figure) === null) continue;
    if (figure.cell!.computed === 0) return false;
    amounts++;
  }
  return amounts > 1;
}

/**
 * The sum of the rows that are shown, beside a printed 合计 that differs from it: where single levels are shown, or a
 * document contradicts itself. Rounding alone shows no such row.
 */
function addedRow(model: PivotModel, axes: Axes, columns: readonly VisibleColumn[]): VisibleRow | null {
  const { figures } = model;
  const children = axes.rows.children.filter((node) => node.kind !== 'basket' && !node.loose);
  const first = children[0];
  const flat = ['function_section', 'function_item', 'economy_section'].includes(first?.dimension ?? '');
  const subjects = first && first.at.key !== undefined && Object.keys(first.at).length === 1;
  if (!first || !subjects) return null;
  const node: PivotNode = { ...axes.rows, id: ADDED, kind: 'others', member: '', at: {}, children };
  const differs = columns.some(({ node: column }) => {
    const total = figures.of(axes.rows, column);
    const sum = amountOf(figures.of(node, column));
    const told = (total.cell?.misfits ?? 0) > 0;
    return amountOf(total) !== null && sum !== null && sum !== amountOf(total) && (flat || told);
  });
  return differs
    ? {
        id: ADDED,
        node,
        role: 'sum',
        figures: true,
        level: 1,
        position: 1,
        siblings: 1,
        expandable: false,
        expanded: false,
      }
    : null;
}
