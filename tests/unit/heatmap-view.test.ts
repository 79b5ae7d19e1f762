import { describe, expect, it } from 'vitest';
import { columnWindow, COLUMNS_WINDOWED_FROM } from '../../src/ui/heatmap/column-window';
import { heatStep } from '../../src/ui/heatmap/heat-step';
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

describe('columns of a heatmap that are in the page', () => {
  it('all of them while they are few, else those in sight and a few beside them', () => {
    expect(columnWindow(COLUMNS_WINDOWED_FROM, 80, 5000, 100)).toEqual({
      start: 0,
      end: COLUMNS_WINDOWED_FROM,
    });
    expect(columnWindow(1000, 80, 8000, 800)).toEqual({ start: 97, end: 113 });
    expect(columnWindow(100, 80, 0, 800).start).toBe(0);
    expect(columnWindow(100, 80, 1e9, 800)).toEqual({ start: 100, end: 100 });
  });
});

describe('keys of a heatmap', () => {
  const size = { rows: 100, columns: 20, heads: true };
  const from = (key: string, row: number, column: number, far = false) => {
    const to = heatStep(key, far, { row, column }, size);
    return to && [to.row, to.column];
  };
  it('move by one, to the ends of the row, to the corners, by ten rows', () => {
    expect(from('ArrowRight', 3, 4)).toEqual([3, 5]);
    expect(from('ArrowUp', 3, 4)).toEqual([2, 4]);
    expect(from('Home', 3, 4)).toEqual([3, 0]);
    expect(from('End', 3, 4)).toEqual([3, 19]);
    expect(from('End', 3, 4, true)).toEqual([99, 19]);
    expect(from('Home', 3, 4, true)).toEqual([0, 0]);
    expect(from('PageDown', 95, 4)).toEqual([99, 4]);
    expect(from('x', 3, 4)).toBeNull();
  });
  it('reach the head of a row where it does something', () => {
    expect(from('ArrowLeft', 3, 0)).toEqual([3, -1]);
    expect(heatStep('ArrowLeft', false, { row: 3, column: 0 }, { ...size, heads: false })).toEqual({
      row: 3,
      column: 0,
    });
  });
});
