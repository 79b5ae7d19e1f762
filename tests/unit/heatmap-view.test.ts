import { describe, expect, it } from 'vitest';
import { ROW_HEIGHT } from '../../src/ui/heatmap/view';
import { rowWindow, WINDOWED_FROM } from '../../src/ui/row-window';

const visibleRows = (count: number, scrollTop: number, height: number) =>
  rowWindow(count, ROW_HEIGHT, scrollTop, height);

describe('rows of a heatmap that are in the page', () => {
  it('all of them while they are few', () => {
    expect(visibleRows(WINDOWED_FROM, 99_999, 10)).toEqual({ start: 0, end: WINDOWED_FROM });
  });

  it('those in sight and some around them when they are many', () => {
    const { start, end } = visibleRows(50_000, 1000 * ROW_HEIGHT, 10 * ROW_HEIGHT);
    expect(start).toBeLessThan(1000);
    expect(start).toBeGreaterThan(900);
    expect(end).toBeGreaterThan(1010);
    expect(end).toBeLessThan(1100);
  });

  it('none outside the table, wherever it is scrolled', () => {
    expect(visibleRows(1000, 0, 460).start).toBe(0);
    expect(visibleRows(1000, 1e9, 460)).toEqual({ start: 1000, end: 1000 });
    expect(visibleRows(1000, 999 * ROW_HEIGHT, 460).end).toBe(1000);
  });
});
