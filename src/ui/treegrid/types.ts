import type { EvidenceRequest } from '../../state';

/** A leaf column of a tree grid. All columns have the same number of `groups`, outermost first. */
export interface TreeColumn {
  id: string;
  label: string;
  /** The whole of a shortened label, and what else there is to say. */
  title?: string;
  groups: readonly TreeGroup[];
  /** What holds for the whole column. */
  mark?: TreeMark;
  /** Figures that are sums over the columns before them: not shaded, set off by a line. */
  total?: boolean;
}
export interface TreeGroup {
  id: string;
  label: string;
  title?: string;
  /** The group opens and closes under this name. */
  toggle?: { key: string; expanded: boolean };
}

/** A visible row; the tree is already flattened, sorted and opened. */
export interface TreeRow {
  key: string;
  code: string | null;
  label: string;
  /** The whole label and its remarks. */
  title?: string;
  /** Depth on the screen, from 1. */
  level: number;
  position: number;
  siblings: number;
  expandable: boolean;
  expanded: boolean;
  mark?: TreeMark;
  /** A subtotal or total among the rows. */
  sum?: boolean;
}

/** A sign beside a figure or a name, with its reason in words. Told by shape as well as by colour. */
export interface TreeMark {
  sign: string;
  tone: 'quiet' | 'warn';
  text: string;
}

/** One figure as drawn. */
export interface TreeCell {
  text: string;
  /** `missing`: nothing could be there (hatched); `empty`: nothing is there. */
  state: 'figure' | 'none' | 'empty' | 'missing';
  /** What a reader of the screen hears, where the text says too little. */
  spoken?: string;
  title?: string;
  marks: readonly TreeMark[];
  /** Step of shading, 0 (none) to 6. */
  heat?: number;
  /** Length of a bar under the figure, 0 to 1. */
  bar?: number;
  /** Enter and click open something. */
  opens: boolean;
  selected: boolean;
  /** What the figure is made of: the cell then carries the mark of its state by itself. */
  evidence?: EvidenceRequest | null;
}

export type TreeSort = { column: string; direction: 'ascending' | 'descending' } | null;

/** A rectangle of cells: row keys from top to bottom, column ids from left to right; the row heads always belong. */
export interface TreeSelection {
  rows: readonly string[];
  columns: readonly string[];
}

/** Where the focus is. Rows by key, so that it survives sorting; `HEAD` and `TOTAL` are no keys of rows. */
export interface TreePlace {
  row: string;
  /** 0 the row's head, then the columns. */
  column: number;
}
export const HEAD = '\u0000head';
/** The row of group headings at a level, outermost 0. */
export const groupRow = (level: number): string => `${HEAD}${level}`;
export const TOTAL = '\u0000total';
