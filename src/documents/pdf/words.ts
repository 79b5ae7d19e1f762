import { apply, boxOf, multiply, type Box, type Matrix } from './geometry';

/** A run of characters without blanks, with its place. */
export interface Word extends Box {
  text: string;
}

/** What pdf.js gives of a run of text. */
export interface TextRun {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/**
 * Runs of text → words in page coordinates. pdf.js joins neighbours of one line into a run (`24,458.43 一、基本支出`
 * may span two cells), so runs are parted at blanks and each word takes its share of the run's width.
 */
export function wordsOf(runs: readonly TextRun[], view: Matrix): Word[] {
  return runs.flatMap((run) => {
    if (run.str.trim() === '') return [];
    const matrix = multiply(view, run.transform as unknown as Matrix);
    const size = Math.hypot(run.transform[0]!, run.transform[1]!) || 1;
    const units = [...run.str].reduce((sum, char) => sum + emOf(char), 0);
    const perUnit = units > 0 ? run.width / size / units : 0;
    const words: Word[] = [];
    let at = 0;
    let start = 0;
    let text = '';
    const flush = () => {
      if (text !== '')
        words.push({ text, ...boxOf(apply(matrix, start * perUnit, 0), apply(matrix, at * perUnit, 1)) });
      text = '';
    };
    for (const char of run.str) {
      if (/\s/.test(char)) flush();
      else {
        if (text === '') start = at;
        text += char;
      }
      at += emOf(char);
    }
    flush();
    return words;
  });
}

/** Width of a character in em, near enough to share out a run: ideographs and full-width marks are square. */
function emOf(char: string): number {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]/.test(char) ? 1 : 0.5;
}
