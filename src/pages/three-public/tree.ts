import Decimal from 'decimal.js';
import {
  threePublicEvidence,
  type ComponentCode,
  type ThreePublicCell,
  type ThreePublicRow,
} from '../../analysis/three-public';
import { changeEvidence } from '../../analysis/change';
import { exactYuan, NONE, type EvidenceRequest } from '../../state';
import { MARK_SIGNS } from '../../ui';
import type { TreeCell, TreeColumn, TreeMark, TreeRow, TreeSort } from '../../ui/treegrid';
import { COLUMNS, type ColumnId } from './params';
import {
  changeRateReason,
  changeReason,
  componentTitle,
  controlReason,
  costText,
  countsText,
  formReason,
  formText,
  money,
  percent,
  priorReason,
  toldReason,
  type Reader,
} from './words';

/** Components under a document's 合计, with their depth: 用车 has two parts of its own. */
const CHILDREN: readonly [ComponentCode, level: number][] = [
  ['SG1', 2],
  ['SG2', 2],
  ['SG21', 3],
  ['SG22', 3],
  ['SG3', 2],
];

export interface Node {
  row: ThreePublicRow;
  cell: ThreePublicCell;
}

const GROUPS: Record<ColumnId, 'execution' | 'year' | 'counts'> = {
  budget: 'execution',
  final: 'execution',
  rate: 'execution',
  prior: 'year',
  change: 'year',
  change_rate: 'year',
  counts: 'counts',
  cost: 'counts',
};

export function treeColumns({ t }: Reader): TreeColumn[] {
  return COLUMNS.map((id) => ({
    id,
    label: t(`column_${id}`),
    groups: [{ id: GROUPS[id], label: t(`group_${GROUPS[id]}`) }],
  }));
}

/** Documents that publish amounts stand open; the others say in one line what they publish. */
export const opensByItself = (row: ThreePublicRow): boolean => row.form === 'figures';

/** The rows on the screen and what each is about. */
export function treeRows(
  rows: readonly ThreePublicRow[],
  toggled: ReadonlySet<string>,
  reader: Reader,
): { rows: TreeRow[]; nodes: Map<string, Node> } {
  const shown: TreeRow[] = [];
  const nodes = new Map<string, Node>();
  rows.forEach((row, i) => {
    const id = row.document.doc_id;
    const expanded = opensByItself(row) !== toggled.has(id);
    const reason = formReason(row, reader);
    nodes.set(id, { row, cell: row.cells.SG });
    shown.push({
      key: id,
      code: String(row.document.fiscal_year),
      label: row.document.department,
      title: [row.document.title, formText(row.form, reader), reason].filter(Boolean).join('\n'),
      level: 1,
      position: i + 1,
      siblings: rows.length,
      expandable: true,
      expanded,
    });
    if (!expanded) return;
    CHILDREN.forEach(([code, level], c) => {
      const key = `${id} ${code}`;
      nodes.set(key, { row, cell: row.cells[code] });
      shown.push({
        key,
        code: null,
        label: componentTitle(code, reader),
        level,
        position: c + 1,
        siblings: CHILDREN.length,
        expandable: false,
        expanded: false,
      });
    });
  });
  return { rows: shown, nodes };
}

/** What a cell's figure is explained by. */
export function evidenceAt({ cell }: Node, column: string, reader: Reader): EvidenceRequest | null {
  const title = componentTitle(cell.component, reader);
  switch (column as ColumnId) {
    case 'budget':
    case 'final':
      return threePublicEvidence(cell, column as 'budget' | 'final', title);
    case 'rate':
      return threePublicEvidence(cell, 'control_rate', title);
    case 'prior':
      return changeEvidence(cell.change, 'prior_final', title);
    case 'change':
      return changeEvidence(cell.change, 'change', title);
    case 'change_rate':
      return changeEvidence(cell.change, 'change_rate', title);
    case 'counts':
    case 'cost':
      // Counts are told beside the money that they belong to.
      return cell.component === 'SG' ? null : threePublicEvidence(cell, 'final', title);
  }
}

interface Shown {
  text: string;
  reason?: string | null;
  marks?: TreeMark[];
  exact?: bigint | null;
}

function told(cell: ThreePublicCell, which: 'budget' | 'final', reader: Reader): Shown {
  const value = cell[which];
  const reason = toldReason(value, reader);
  const amount = value.taken?.amount ?? null;
  const marks: TreeMark[] = [];
  if (value.conflict) marks.push({ sign: MARK_SIGNS.conflict, tone: 'warn', text: reason! });
  else if (value.taken && value.taken.form === null) marks.push({ sign: '※', tone: 'quiet', text: reason! });
  const missing =
    amount === null ? reader.t(which === 'budget' ? 'reason_no_budget' : 'reason_no_final') : null;
  return { text: money(amount, reader), marks, reason: missing, exact: amount };
}

function shownOf({ row, cell }: Node, column: ColumnId, reader: Reader): Shown {
  const { change } = cell;
  const { t } = reader;
  switch (column) {
    case 'budget':
    case 'final':
      return told(cell, column, reader);
    case 'rate': {
      const text =
        cell.control === 'rate'
          ? percent(cell.control_rate, reader)
          : cell.control === 'zero_budget'
            ? t('state_zero_budget')
            : NONE;
      return { text, reason: controlReason(cell, reader) };
    }
    case 'prior': {
      const reason = priorReason(cell, reader);
      const implied = change.prior?.source === 'implied';
      return {
        text: money(change.prior?.amount ?? null, reader),
        marks: implied ? [{ sign: MARK_SIGNS.derived, tone: 'quiet', text: reason! }] : [],
        reason: implied ? null : reason,
        exact: change.prior?.amount ?? null,
      };
    }
    case 'change':
      return {
        text:
          change.size === 'flat' || change.size === 'rounding'
            ? t(`year_${change.size}`)
            : money(change.change, reader, true),
        marks:
          change.findings.length > 0
            ? [{ sign: MARK_SIGNS.conflict, tone: 'warn', text: t('checks_title') }]
            : [],
        reason: changeReason(cell, reader),
        exact: change.change,
      };
    case 'change_rate': {
      const reason = changeRateReason(cell, reader);
      const zero = change.state === 'zero_base' && change.size !== 'flat' ? t('year_zero_base') : NONE;
      return {
        text: change.rate ? percent(change.rate, reader, true) : zero,
        marks:
          change.rate && change.imprecise ? [{ sign: MARK_SIGNS.derived, tone: 'quiet', text: reason! }] : [],
        reason: change.rate ? null : reason,
      };
    }
    case 'counts': {
      if (cell.component === 'SG') {
        return row.form === 'figures'
          ? { text: '' }
          : { text: formText(row.form, reader), reason: formReason(row, reader) };
      }
      const mismatch = row.findings.filter((finding) => finding.component === cell.component);
      return {
        text: countsText(row, cell.component, reader),
        marks:
          mismatch.length > 0 ? [{ sign: MARK_SIGNS.conflict, tone: 'warn', text: t('checks_title') }] : [],
      };
    }
    case 'cost':
      return { text: costText(row, cell.component, reader) };
  }
}

export function treeCell(
  node: Node,
  column: TreeColumn,
  reader: Reader,
  selected: (request: EvidenceRequest | null) => boolean,
): TreeCell {
  const { text, reason, marks = [], exact } = shownOf(node, column.id as ColumnId, reader);
  const evidence = text === '' || text === NONE ? null : evidenceAt(node, column.id, reader);
  const yuan =
    exact != null && reader.unit !== '元'
      ? `${exactYuan(exact, reader.language)} ${reader.language === 'en' ? 'yuan' : '元'}`
      : null;
  const lines = [yuan, reason, ...marks.map((mark) => `${mark.sign} ${mark.text}`)].filter(Boolean);
  return {
    text,
    state: text === NONE ? 'none' : text === '' ? 'empty' : 'figure',
    ...(lines.length > 0 ? { title: lines.join('\n') } : {}),
    marks,
    opens: evidence !== null,
    selected: selected(evidence),
  };
}

/** The figure of a document's 合计 by which it is ranked. */
function rankOf(row: ThreePublicRow, column: string): Decimal | null {
  const { SG } = row.cells;
  const amount = (value: bigint | null | undefined) => (value == null ? null : new Decimal(value.toString()));
  switch (column) {
    case 'budget':
      return amount(SG.budget.taken?.amount);
    case 'final':
      return amount(SG.final.taken?.amount);
    case 'rate':
      return SG.control_rate;
    case 'prior':
      return amount(SG.change.prior?.amount);
    case 'change':
      return amount(SG.change.change);
    case 'change_rate':
      return SG.change.rate;
    default:
      return null;
  }
}

/** Documents by their 合计; those without the figure stand last in either direction. */
export function sortDocuments(rows: readonly ThreePublicRow[], sort: TreeSort): ThreePublicRow[] {
  if (!sort) return [...rows];
  const sign = sort.direction === 'descending' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [rankOf(a, sort.column), rankOf(b, sort.column)];
    if (!x || !y) return x ? -1 : y ? 1 : 0;
    return sign * x.cmp(y);
  });
}
