import type { ProseLine } from '../prose/lines';
import type { Place } from '../prose/passage';

/** A table's total score. */
export interface TotalScore {
  value: string;
  place: Place;
  quote: string;
  /** True where the digits had to be joined from several lines. */
  joined: boolean;
}

/**
 * The 总分 row: `总分 100 96.56`. In narrow columns its digits wrap (`总分 / 10 / 0 / 87. / 88`): what stands behind the
 * full marks of 100 is the score. Null where the table has none, or the digits are no score up to 100.
 */
export function totalScoreOf(lines: readonly ProseLine[]): TotalScore | null {
  for (const [index, line] of lines.entries()) {
    const text = line.cells ? line.cells.map((cell) => cell.text).join(' ') : line.text;
    const match = /^\s*(?:总\s*分|合\s*计\s*得\s*分)\s*[:：]?\s*([\d.\s]*)$/.exec(text);
    if (!match) continue;
    const place = { page: line.page, line: line.number };
    const own = match[1]!.trim().split(/\s+/).filter(Boolean);
    if (own.length === 2 && Number(own[0]) === 100 && isScore(own[1]!) && !continues(lines[index + 1])) {
      return { value: own[1]!, place, quote: text.trim(), joined: false };
    }
    const parts = [...own];
    for (const next of lines.slice(index + 1, index + 7)) {
      if (!continues(next)) break;
      parts.push(next.text.trim());
    }
    const digits = parts.join('');
    const score = digits.startsWith('100') ? digits.slice(3) : '';
    return isScore(score) ? { value: score, place, quote: `总分 ${parts.join(' ')}`, joined: true } : null;
  }
  return null;
}

function continues(line: ProseLine | undefined): boolean {
  return line !== undefined && line.cells === null && /^[\d.]+$/.test(line.text.trim());
}

function isScore(text: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(text) && Number(text) <= 100;
}
