import type { Unit } from '../../domain/money';
import type { FormWriter } from '../forms/fact-writer';
import type { Printed } from '../lines';
import { amountAt } from './cells';
import { matchBudgetColumns } from './columns';
import { lineName, revenueLine, type LineMeaning } from './meanings';
import { formColumns } from './specs';
import type { GridTable, TableRow } from './tables';

/** A line of B02 as 江苏 prints it: a group (一般公共预算资金, 小计) or one of its origins. */
export interface OriginLine {
  group: string;
  /** Null for the group's own line. */
  item: string | null;
  cell: Printed | null;
  row: TableRow;
}

const AMOUNT = [{ ...formColumns('B02')[0]!, header: /(^|\/)(金额|预算数|合计)$/ }];

/** Lines of a list of origins: groups in the left column, their origins right of them. */
export function originLines(table: GridTable, year: number): OriginLine[] {
  const { at } = matchBudgetColumns(table.header.paths, AMOUNT, year);
  const money = at[0];
  if (money === undefined) return [];
  let group = '';
  return table.rows.flatMap((row): OriginLine[] => {
    const names = row.texts.slice(0, money).filter(Boolean);
    if (names.length === 0) return [];
    const heads = (row.texts[0] ?? '') !== '';
    if (heads) group = names[0]!;
    const item = (heads ? names.slice(1) : names).join('');
    return [
      {
        group,
        item: item === '' || lineName(item) === '小计' ? null : item,
        cell: amountAt(row, money),
        row,
      },
    ];
  });
}

/** Facts of B02 as a list of origins: groups level 1, origins under them level 2. */
export function writeOrigins(lines: readonly OriginLine[], unit: Unit, writer: FormWriter): void {
  for (const { group, item, cell } of lines) {
    if (!cell) continue;
    const whole = revenueLine(group, true);
    const meaning: LineMeaning =
      item === null
        ? { ...whole, subject_level: whole.classification === 'origin' ? 1 : whole.subject_level }
        : { ...whole, subject_name: lineName(item), subject_level: 2 };
    writer.add('B02', unit, cell, {
      ...meaning,
      fund: meaning.fund ?? 'all',
      measure: 'total',
      stage: 'initial_budget',
      printed_code: null,
      printed_name: item ?? group,
      note: null,
      row: `revenue:${meaning.subject_name}`,
      column: '金额',
      quote: [group, item, cell.text].filter(Boolean).join(' '),
    });
  }
}
