import { groupRow, HEAD, TOTAL, type TreePlace, type TreeRow } from './types';

/** What the keyboard needs to know of a tree grid. */
export interface TreeShape {
  rows: readonly TreeRow[];
  columns: number;
  hasTotal: boolean;
  /** Rows that one PageDown passes. */
  page: number;
  /** Rows of group headings that can be opened and closed, by level; null where a level has none. */
  groups?: readonly (readonly { first: number; span: number }[] | null)[];
}

export type TreeAction =
  | { do: 'focus'; place: TreePlace; extend: boolean }
  | { do: 'toggle'; row: string }
  | { do: 'open'; place: TreePlace }
  | { do: 'sort'; column: number }
  | { do: 'group'; level: number; column: number }
  | { do: 'select_all' }
  | { do: 'clear' };

export type TreeKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** All places of a column from top to bottom: the headings, the rows, the total. */
export function rowOrder(shape: TreeShape): string[] {
  const groups = (shape.groups ?? []).flatMap((row, level) => (row ? [groupRow(level)] : []));
  return [...groups, HEAD, ...shape.rows.map((row) => row.key), ...(shape.hasTotal ? [TOTAL] : [])];
}

/**
 * The W3C treegrid pattern with the row's head as its row focus: on a head → opens a closed row, else goes to the
 * first figure; ← closes an open row, else goes to the parent's head; everywhere else arrows move by one. Home/End
 * along the row, with Ctrl to the first and last row; PageUp/PageDown; Enter opens (sorts on a heading, opens or
 * closes on a head); Space likewise; Shift with a move extends the selection. Null: not a key of the grid.
 */
export function treeKey(event: TreeKey, at: TreePlace, shape: TreeShape): TreeAction | null {
  if (event.altKey) return null;
  const far = event.ctrlKey || event.metaKey;
  if (far && event.key.toLowerCase() === 'a') return { do: 'select_all' };
  if (far && event.key !== 'Home' && event.key !== 'End') return null;
  const row = shape.rows.find((candidate) => candidate.key === at.row);
  const level = (shape.groups ?? []).findIndex((_, i) => groupRow(i) === at.row);
  if (level >= 0) {
    const aside = along(event, at, level, shape);
    if (aside) return aside;
  }
  switch (event.key) {
    case 'Enter':
    case ' ':
      return enter(at, row);
    case 'Escape':
      return { do: 'clear' };
    case 'ArrowRight':
      if (at.column === 0 && row?.expandable && !row.expanded && !event.shiftKey)
        return { do: 'toggle', row: row.key };
      return focus(at.row, at.column + 1, event, shape);
    case 'ArrowLeft':
      if (at.column === 0 && row && !event.shiftKey) return left(row, shape);
      return focus(at.row, at.column - 1, event, shape);
    default:
      return vertical(event, at, shape, far);
  }
}

/** Group headings are as wide as their columns: ← and → pass from one to the next, Enter opens or closes. */
function along(event: TreeKey, at: TreePlace, level: number, shape: TreeShape): TreeAction | null {
  if (event.key === 'Enter' || event.key === ' ') return { do: 'group', level, column: at.column };
  const headings = shape.groups![level]!;
  const now = headings.findIndex(({ first, span }) => at.column - 1 >= first && at.column - 1 < first + span);
  const next = event.key === 'ArrowRight' ? now + 1 : event.key === 'ArrowLeft' ? now - 1 : null;
  if (next === null) return null;
  const heading = headings[Math.max(0, Math.min(headings.length - 1, next))]!;
  return { do: 'focus', place: { row: at.row, column: heading.first + 1 }, extend: false };
}

function enter(at: TreePlace, row: TreeRow | undefined): TreeAction | null {
  if (at.row === HEAD) return { do: 'sort', column: at.column };
  if (at.column === 0 && row?.expandable) return { do: 'toggle', row: row.key };
  return { do: 'open', place: at };
}

function left(row: TreeRow, shape: TreeShape): TreeAction | null {
  if (row.expandable && row.expanded) return { do: 'toggle', row: row.key };
  const at = shape.rows.indexOf(row);
  for (let i = at - 1; i >= 0; i--) {
    const above = shape.rows[i]!;
    if (above.level < row.level) return { do: 'focus', place: { row: above.key, column: 0 }, extend: false };
  }
  return null;
}

function focus(row: string, column: number, event: TreeKey, shape: TreeShape): TreeAction {
  const inside = Math.max(0, Math.min(shape.columns, column));
  return { do: 'focus', place: { row, column: inside }, extend: event.shiftKey };
}

function vertical(event: TreeKey, at: TreePlace, shape: TreeShape, far: boolean): TreeAction | null {
  const order = rowOrder(shape);
  const now = Math.max(0, order.indexOf(at.row));
  const firstRow = order.indexOf(HEAD) + 1;
  const to = (index: number) =>
    focus(order[Math.max(0, Math.min(order.length - 1, index))]!, at.column, event, shape);
  switch (event.key) {
    case 'ArrowDown':
      return to(now + 1);
    case 'ArrowUp':
      return to(now - 1);
    case 'PageDown':
      return to(now + shape.page);
    case 'PageUp':
      return to(now - shape.page);
    case 'Home':
      return far ? to(firstRow) : focus(at.row, 0, event, shape);
    case 'End':
      return far ? to(order.length - 1) : focus(at.row, shape.columns, event, shape);
    default:
      return null;
  }
}

/** The rows and columns between two places, both included; headings belong to every selection anyway. */
export function between(
  a: TreePlace,
  b: TreePlace,
  shape: TreeShape,
): { rows: Set<string>; first: number; last: number } {
  const all = rowOrder(shape);
  const order = all.slice(all.indexOf(HEAD) + 1);
  const index = (place: TreePlace) => Math.max(0, order.indexOf(place.row));
  const [top, bottom] = [Math.min(index(a), index(b)), Math.max(index(a), index(b))];
  return {
    rows: new Set(order.slice(top, bottom + 1)),
    first: Math.min(a.column, b.column),
    last: Math.max(a.column, b.column),
  };
}

/** Rows of a long table that are drawn: those in sight and some around them. Heights in pixels. */
export function windowOf(
  rows: number,
  rowHeight: number,
  above: number,
  height: number,
  margin = 12,
): { start: number; end: number } {
  const start = Math.max(0, Math.floor(above / rowHeight) - margin);
  const end = Math.min(rows, Math.ceil((above + height) / rowHeight) + margin);
  return { start: Math.min(start, rows), end: Math.max(end, Math.min(start, rows)) };
}

/** From this many columns on only those in sight are drawn, all of one width. */
export const WINDOWED_COLUMNS = 60;

/** Columns of a wide table that are drawn: those in sight and some around them. Widths in pixels. */
export function columnsInSight(
  columns: number,
  columnWidth: number,
  left: number,
  width: number,
  margin = 4,
): { start: number; end: number } {
  if (columns <= WINDOWED_COLUMNS) return { start: 0, end: columns };
  return windowOf(columns, columnWidth, left, width, margin);
}
