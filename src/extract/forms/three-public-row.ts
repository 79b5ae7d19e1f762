import { isAmount } from '../../domain/money';
import type { PlacedLine, Printed } from '../lines';
import { matchColumns, readGridHeader } from './grid-header';
import { type FormRow, isBlankMark } from './rows';
import type { FormSpec } from './specs';

/** Budget and final side by side for each component, instead of six and six. */
const PAIRS = [0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11];

/** The form with its columns in the order that the document prints them (Shanghai pairs 预算数 with 决算数). */
export function inPrintedOrder(body: readonly PlacedLine[], spec: FormSpec): FormSpec {
  const heads = body.map((line) => line.text.replace(/\s+/g, '')).join('');
  if (!/(预算数决算数){3,}/.test(heads)) return spec;
  const place = (column: number) => PAIRS.indexOf(column);
  return {
    ...spec,
    columns: PAIRS.map((column) => spec.columns[column]!),
    rules: spec.rules.map(({ left, right }) => ({ left: left.map(place), right: right.map(place) })),
  };
}

/** The one row of form 09; null where the form is published empty. */
export function readThreePublicRow(
  body: readonly PlacedLine[],
  spec: FormSpec,
): { row: FormRow | null; unread: PlacedLine[] } {
  const header = readGridHeader(body);
  const candidates = header ? body.slice(header.bodyStart) : body;
  const unread: PlacedLine[] = [];
  let row: FormRow | null = null;
  const columns = header ? matchColumns(header.paths, spec.columns) : null;
  for (const line of candidates) {
    const place = { page: line.page, line: line.number };
    const words = (
      columns ? columns.map((c) => (c === null ? '' : (line.cells?.[c]?.text ?? ''))) : line.text.split(/\s+/)
    ).map((w) => w.trim());
    const filled = words.filter(Boolean);
    if (
      filled.length === 0 ||
      isColumnNumbers(filled) ||
      !filled.every((word) => isAmount(word) || isBlankMark(word))
    )
      continue;
    if (row) {
      unread.push(line);
      continue;
    }
    const printed = words.map((text): Printed | null =>
      text === '' || isBlankMark(text) ? null : { text, ...place },
    );
    const amounts = printed.filter((cell): cell is Printed => cell !== null);
    if (amounts.length === 0) continue;
    const cells = printed.length === spec.columns.length ? printed : null;
    row = { printedCode: null, printedName: '', level: 0, cells, amounts, ...place };
  }
  return { row, unread };
}

function isColumnNumbers(words: readonly string[]): boolean {
  return words.length > 1 && words.every((word, index) => word === String(index + 1));
}
