import type { Cell, Line } from './page';

const UNIT = /单\s*位\s*[:：]?\s*(?:人民币)?\s*(?:万元|亿元|元)/;
const FORM_NUMBER = /^[（(]?公开\s*\d+\s*表[)）]?$|^(?:附[件表]|表)\s*\d+[:：]?$/;
const BODY = /^(?:编\s*制|填\s*报|预\s*算(?:主管)?|主\s*管)?(?:部\s*门|单\s*位)(?:名\s*称)?\s*[:：]/;
const NOTE = /^(?:注|说明|备注)\s*\d*\s*[:：、.]/;
const TITLE = /.{3,}表(?:[（(].{1,20}[)）])?$/;
const YEAR = /^(?:19|20)\d{2}\s*年度?$/;

/**
 * Rows of a table that are no rows of figures but text: its title, its number, the line with the body's name and the
 * unit, notes. Spreadsheets and Word put them into cells of the table; here they become lines without cells, as
 * documents with running text have them.
 */
export function withCaptions(lines: readonly Line[]): Line[] {
  const counts = lines.map((line) => line.cells?.filter((cell) => cell.text !== '').length ?? 0);
  const first = counts.findIndex((count, index) => count > 1 && !isCaption(lines[index]!.cells!));
  const last = counts.findLastIndex((count) => count > 1);
  return lines.map((line, index) => {
    if (!line.cells || counts[index] === 0) return line;
    const alone = counts[index] === 1 && (index < first || index > last);
    return alone || isCaption(line.cells) ? { ...line, cells: null } : line;
  });
}

function isCaption(cells: readonly Cell[]): boolean {
  const filled = cells.map((cell) => cell.text).filter(Boolean);
  if (filled.length === 0 || filled.length > 5) return false;
  if (filled.length === 1)
    return isCaptionText(filled[0]!) || NOTE.test(filled[0]!) || TITLE.test(filled[0]!);
  if (NOTE.test(filled[0]!)) return true;
  return (
    filled.some(isCaptionText) &&
    filled.every(
      (text, index) => isCaptionText(text) || YEAR.test(text) || /[:：]$/.test(filled[index - 1] ?? ''),
    )
  );
}

/** The number of a form, a body's name, a unit: what stands above a table. */
export function isCaptionText(text: string): boolean {
  return UNIT.test(text) || FORM_NUMBER.test(text) || BODY.test(text);
}
