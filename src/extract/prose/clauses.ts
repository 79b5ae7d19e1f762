import { figuresIn, type Figure } from './figures';

/** The words before a figure (from the last boundary or figure) and the figure. */
export interface Segment {
  start: number;
  lead: string;
  figure: Figure;
}

/** A stretch between two separators. `end` excludes the separator. */
export interface Clause {
  start: number;
  end: number;
  text: string;
  /** ， ； 。 ： 、 or '' at the end of the passage. */
  terminator: string;
  segments: Segment[];
  /** What stands behind the last figure. */
  tail: string;
}

/** Splits a normalised passage at its separators; 、 separates only right after a figure (lists of parts). */
export function clausesOf(text: string): Clause[] {
  const figures = figuresIn(text);
  const clauses: Clause[] = [];
  let start = 0;
  const close = (end: number, terminator: string): void => {
    if (end > start) clauses.push(clause(text, start, end, terminator, figures));
    else if (clauses.length > 0 && terminator === '。') clauses[clauses.length - 1]!.terminator = terminator;
    start = end + terminator.length;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if ('，；。：！？'.includes(char)) close(i, char);
    else if (
      char === '、' &&
      /(?:元|%|辆|台|套|个|批|次|人|名|[台架]（套）|台（件）)$/.test(text.slice(start, i)) &&
      /\d/.test(text.slice(start, i))
    )
      close(i, char);
  }
  close(text.length, '');
  return clauses;
}

function clause(
  text: string,
  start: number,
  end: number,
  terminator: string,
  figures: readonly Figure[],
): Clause {
  const segments: Segment[] = [];
  let from = start;
  for (const figure of figures) {
    if (figure.start < start || figure.end > end) continue;
    segments.push({ start: from, lead: text.slice(from, figure.start), figure });
    from = figure.end;
  }
  return { start, end, text: text.slice(start, end), terminator, segments, tail: text.slice(from, end) };
}
