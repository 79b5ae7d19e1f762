import type { ProseLine } from '../prose/lines';
import type { Place } from '../prose/passage';

/** One line of a self-evaluation's columns 分值 and 得分, as printed. */
export interface ScoreLine {
  weight: string;
  points: string;
  place: Place;
  quote: string;
  /** 实际完成值 of a line about the execution of a part of the budget, in %. */
  execution: { part: '基本支出' | '项目支出'; rate: string } | null;
}

const NUMBER = '(\\d{1,3}(?:\\.\\d+)?)';
/** `… 5 0.3 -94.00 原因`: 分值, 得分, 偏差度. */
const WITH_DEVIATION = new RegExp(`(?:^|\\s)${NUMBER}\\s+${NUMBER}\\s+-?\\d+\\.\\d{2}(?:\\s+\\S.*)?$`);
/** `… 2 100.00% 1.8`: 分值, 完成率, 得分. */
const WITH_RATE = new RegExp(`(?:^|\\s)${NUMBER}\\s+\\d+(?:\\.\\d+)?\\s*%?\\s+${NUMBER}$`);
/** `… 5 5`: 分值, 得分. */
const PLAIN = new RegExp(`(?:^|\\s)${NUMBER}\\s+${NUMBER}$`);
const LONGEST = 40;

/**
 * The lines of 分值 and 得分 below the funds of a self-evaluation table. Which columns a line ends with follows from the
 * header in one line; a table whose header is broken over single characters gives none: nothing is guessed.
 */
export function scoreLines(lines: readonly ProseLine[]): ScoreLine[] {
  const found: ScoreLine[] = [];
  let pattern: RegExp | null = null;
  let cells: { weight: number; points: number } | null = null;
  let words = '';
  for (const line of lines) {
    const text = line.text.trim();
    const squeezed = text.replace(/\s+/g, '');
    if (/^总分/.test(squeezed)) break;
    if (line.cells) {
      const titles = line.cells.map((cell) => cell.text.replace(/\s+/g, ''));
      const header = { weight: titles.indexOf('分值'), points: titles.lastIndexOf('得分') };
      if (header.weight >= 0 && header.points > header.weight) cells = header;
      else if (cells) {
        const [weight, points] = [titles[cells.weight] ?? '', titles[cells.points] ?? ''];
        if (isNumber(weight) && isNumber(points)) found.push(scored(line, weight, points, text, ''));
      }
      continue;
    }
    // The funds' own block of scores ends with the goals.
    if (pattern === PLAIN && /年度总体目标|预期目标/.test(squeezed)) pattern = null;
    const next = headerOf(squeezed);
    if (next) {
      pattern = next;
      words = '';
      continue;
    }
    const match = pattern?.exec(text);
    if (!match) {
      words = (words + squeezed).slice(-60);
      continue;
    }
    found.push(scored(line, match[1]!, match[2]!, text, words));
    words = '';
  }
  return found;
}

/** The columns that a header in one line announces; null where it is none. */
function headerOf(text: string): RegExp | null {
  if (/得分偏差度?/.test(text)) return WITH_DEVIATION;
  if (/分值.*完成率.*得分/.test(text)) return WITH_RATE;
  return /分值（\d+）得分/.test(text) ? PLAIN : null;
}

function scored(line: ProseLine, weight: string, points: string, text: string, before: string): ScoreLine {
  const label = before + text.replace(/\s+/g, '');
  const part = /(基本支出|项目支出)预算执行率[=<>≤≥]*\d*%?(\d+(?:\.\d+)?)%/.exec(label);
  return {
    weight,
    points,
    place: { page: line.page, line: line.number },
    quote: text.slice(-LONGEST).trim(),
    execution: part ? { part: part[1] as '基本支出' | '项目支出', rate: part[2]! } : null,
  };
}

const isNumber = (text: string) => /^\d{1,3}(\.\d+)?$/.test(text);
