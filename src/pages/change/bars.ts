import { isItemKey, ranked, type ChangeRow } from '../../analysis/change';
import type { ChangeBar } from '../../charts/change-bars';
import { inUnit } from '../../domain/money';
import type { FigureMark } from '../../state';
import type { Measure } from './params';
import { barText, evidenceTitle, itemName, remarks, shortRegion, type Reader } from './words';

/** As many bars as can be read in one picture. */
export const MOST_BARS = 24;
const MOST_BLANK = 6;

/** The rows that the bars show: no parts of others, which would count the same money twice. */
export function barRows(
  rows: readonly ChangeRow[],
  by: Measure,
): {
  shown: ChangeRow[];
  /** Drawn or not: what is exported. */
  all: ChangeRow[];
  left: number;
} {
  const order = ranked(
    rows.filter((row) => row.level === 0),
    by,
  );
  const valued = order.filter((row) => (by === 'change' ? row.change : row.rate) !== null);
  const blank = order.length - valued.length;
  // A few rows without a bar say why; many would be a list of nothing.
  if (order.length <= MOST_BARS && (blank <= MOST_BLANK || valued.length === 0)) {
    return { shown: order, all: order, left: 0 };
  }
  const half = MOST_BARS / 2;
  const shown = valued.length <= MOST_BARS ? valued : [...valued.slice(0, half), ...valued.slice(-half)];
  return { shown, all: order, left: order.length - shown.length };
}

/** What a row's bar is called: its department, or its item. */
export type Called = 'department' | 'item';

function names(row: ChangeRow, called: Called, reader: Reader): { label: string; note: string } {
  if (called === 'item') {
    return isItemKey(row.item)
      ? { label: itemName(row.item, null, reader), note: '' }
      : { label: row.name ?? row.item, note: row.item };
  }
  const { department, region, fiscal_year } = row.document;
  return {
    label: department,
    note: reader.t('row_note', { region: shortRegion(region), year: fiscal_year }),
  };
}

/** Rows → bars in the unit shown (floating point: pixels only). */
export function barsOf(
  rows: readonly ChangeRow[],
  by: Measure,
  called: Called,
  reader: Reader,
  mark: (row: ChangeRow) => FigureMark | null,
): ChangeBar[] {
  return rows.map((row) => {
    const reason = row.stated?.reason ?? null;
    const state = mark(row);
    const flagged = row.findings.length > 0;
    const text = barText(row, by, reader);
    const value =
      by === 'change'
        ? row.change === null
          ? null
          : inUnit(row.change, reader.unit).toNumber()
        : (row.rate?.times(100).toNumber() ?? null);
    return {
      key: `${row.document.doc_id} ${row.item}`,
      ...names(row, called, reader),
      value,
      text,
      tone: row.size === 'up' ? 'up' : row.size === 'down' ? 'down' : 'even',
      title: [
        `${row.document.department} ${row.document.fiscal_year} · ${evidenceTitle(row, reader)}`,
        text,
        ...remarks(row, reader),
        ...(reason === null ? [] : [reason]),
        ...(state ? [state.text] : []),
      ].join('\n'),
      mark: state,
      ...(reason === null ? {} : { reason: flagged ? `⚑ ${reason}` : reason, flagged }),
    };
  });
}
