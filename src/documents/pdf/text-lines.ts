import type { Word } from './words';

/** Words on one line, with what they read. */
export interface TextLine {
  y0: number;
  y1: number;
  text: string;
  words: Word[];
}

/** The words of a cell: lines joined without blanks, because names wrap inside words. */
export function cellText(words: readonly Word[]): string {
  return textLines(words)
    .map((line) => line.text)
    .reduce((all, line) => (/[\d.]$/.test(all) && /^[\d-]/.test(line) ? `${all} ${line}` : all + line), '');
}

/** Words that stand on one line, left to right; words that touch are joined. */
export function textLines(words: readonly Word[]): TextLine[] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => centre(a.y0, a.y1) - centre(b.y0, b.y1))) {
    const last = lines.at(-1);
    const height = word.y1 - word.y0;
    if (last && centre(word.y0, word.y1) - meanY(last) < Math.max(2, height * 0.5)) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const sorted = [...line].sort((a, b) => a.x0 - b.x0);
    const text = sorted.reduce((all, word, index) => {
      const before = sorted[index - 1];
      const apart = before !== undefined && word.x0 - before.x1 > (word.y1 - word.y0) * 0.25;
      return all + (apart ? ' ' : '') + word.text;
    }, '');
    const [y0, y1] = [Math.min(...line.map((word) => word.y0)), Math.max(...line.map((word) => word.y1))];
    return { y0, y1, text, words: sorted };
  });
}

function meanY(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + centre(word.y0, word.y1), 0) / words.length;
}

export function centre(a: number, b: number): number {
  return (a + b) / 2;
}
