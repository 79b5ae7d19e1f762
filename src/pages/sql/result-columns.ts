import Decimal from 'decimal.js';
import type { ReadingResult, ResultCell, ResultColumn } from '../../analysis/sql';
import { STAGES } from '../../domain/facts';
import { render, type Language } from '../../i18n';
import { sql as words } from '../../i18n/pages/sql';
import type { EvidenceRequest } from '../../state';
import type { Column, ColumnValue } from '../../ui';

export type ResultRow = readonly ResultCell[];

const MOST_DECIMALS = 8;
const LONG_TEXT = 40;

/** Decimal places that show every value of a column. */
function places(result: ReadingResult, at: number): number {
  const { type, kind } = result.columns[at]!;
  if (kind === 'decimal') return Math.min(MOST_DECIMALS, Number(/,(\d+)\)$/.exec(type)?.[1] ?? 2));
  let most = 0;
  for (const row of result.rows) {
    const value = row[at];
    if (typeof value === 'number' && Number.isFinite(value)) {
      most = Math.max(most, new Decimal(value).toDecimalPlaces(MOST_DECIMALS).decimalPlaces());
    }
  }
  return most;
}

function shown(cell: ResultCell | undefined, kind: ResultColumn['kind'], language: Language): ColumnValue {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'boolean') return render(cell ? words.yes : words.no, language);
  if (typeof cell !== 'number') return cell;
  if (kind !== 'float') return new Decimal(cell);
  return Number.isFinite(cell) ? new Decimal(cell) : null;
}

/** Where a row says which amount it is: the drawer then shows its place in the document. */
function evidenceOf(columns: readonly ResultColumn[]): ((row: ResultRow) => EvidenceRequest | null) | null {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [doc, fact, subject, stage] = ['doc_id', 'fact_id', 'subject_name', 'stage'].map(at);
  if (doc! < 0 || fact! < 0) return null;
  return (row) => {
    const [doc_id, fact_id] = [row[doc!], row[fact!]];
    if (typeof doc_id !== 'string' || typeof fact_id !== 'string') return null;
    const name = subject! < 0 ? null : row[subject!];
    const printed = STAGES.find((one) => one === (stage! < 0 ? '' : row[stage!]));
    return {
      title: typeof name === 'string' ? name : fact_id,
      show: 'amount',
      parts: [{ term: printed ?? 'total', at: { doc_ids: [doc_id], fact_ids: [fact_id] } }],
    };
  };
}

/** The columns of a result as a table has them: money in the chosen unit, everything exact, blanks blank. */
export function resultColumns(result: ReadingResult, language: Language): Column<ResultRow>[] {
  const evidence = evidenceOf(result.columns);
  const first = result.columns.findIndex(({ kind, name }) => kind === 'amount' && name === 'amount_fen');
  return result.columns.map(({ name, kind }, at): Column<ResultRow> => {
    const value = (row: ResultRow) => shown(row[at], kind, language);
    const key = `c${at}`;
    if (kind === 'amount') {
      return {
        key,
        label: name.replace(/_fen\b/, ''),
        kind: 'amount',
        value,
        ...(evidence && at === first ? { evidence } : {}),
      };
    }
    if (kind === 'whole') return { key, label: name, kind: 'count', value };
    if (kind === 'decimal' || kind === 'float') {
      const reason = (row: ResultRow) =>
        typeof row[at] === 'number' && !Number.isFinite(row[at])
          ? render(words.not_a_number, language)
          : null;
      return { key, label: name, kind: 'count', value, decimals: places(result, at), reason };
    }
    const long = result.rows.some((row) => String(row[at] ?? '').length > LONG_TEXT);
    return { key, label: name, kind: 'text', value, ...(long ? { wrap: true } : {}) };
  });
}

/** Names of the columns of floating point, for the remark under the table. */
export const floatNames = ({ columns }: ReadingResult): string[] =>
  columns.filter(({ kind }) => kind === 'float').map(({ name }) => name);
