import * as Plot from '@observablehq/plot';
import { fitted, textWidth } from './text-fit';
import { colours } from './theme';

/** A row of a ranked chart with what the document says of it. */
export interface ReasonRow {
  key: string;
  reason?: string;
  /** The reason or its sentence disagrees with the amounts. */
  flagged?: boolean;
}

const SIZE = 12.5;
const GAP = 16;
/** From this width of the chart on, reasons stand beside the bars; below, under them. */
const BESIDE = 860;

/** Where reasons stand: the width kept for them on the right, and what each row needs below its bar. */
export interface ReasonRoom {
  beside: boolean;
  right: number;
  below: number;
}

export function reasonRoom(rows: readonly ReasonRow[], width: number): ReasonRoom {
  if (rows.every(({ reason }) => !reason)) return { beside: false, right: 0, below: 0 };
  return width >= BESIDE
    ? { beside: true, right: Math.round(Math.min(380, width * 0.32)), below: 0 }
    : { beside: false, right: 0, below: 22 };
}

/** A text in lines of a width, the last one cut off. */
export function lines(text: string, width: number, most: number): string[] {
  const found: string[] = [];
  let left = text;
  while (left !== '' && found.length < most - 1 && textWidth(left, SIZE) > width) {
    let end = 1;
    while (end < left.length && textWidth(left.slice(0, end + 1), SIZE) <= width) end++;
    // Words are not cut where there are any.
    const blank = left.lastIndexOf(' ', end);
    if (/[a-z]/i.test(left[end] ?? '') && blank > end / 2) end = blank;
    found.push(left.slice(0, end).trim());
    left = left.slice(end).trim();
  }
  return left === '' ? found : [...found, fitted(left, width, SIZE)];
}

/** The stated reasons of the rows, beside or below their bars. `left` is the chart's left margin, `below` in pixels. */
export function reasonMarks<R extends ReasonRow>(
  rows: readonly R[],
  room: ReasonRoom,
  { left, width }: { left: number; width: number },
) {
  const told = rows.filter(({ reason }) => reason);
  const ink = (row: R) => (row.flagged ? colours.warn : colours.muted);
  if (room.beside) {
    return [
      Plot.text(told, {
        frameAnchor: 'right',
        y: 'key',
        text: (row: R) => lines(row.reason!, room.right - GAP, 2).join('\n'),
        textAnchor: 'start',
        dx: GAP,
        lineHeight: 1.35,
        fill: { value: ink, scale: null },
        pointerEvents: 'none',
      }),
    ];
  }
  return [
    Plot.text(told, {
      frameAnchor: 'left',
      y: 'key',
      text: (row: R) => fitted(row.reason!, width - 8, SIZE),
      textAnchor: 'start',
      dx: -left,
      dy: 27,
      stroke: colours.paper,
      strokeWidth: 4,
      fill: { value: ink, scale: null },
      pointerEvents: 'none',
    }),
  ];
}
