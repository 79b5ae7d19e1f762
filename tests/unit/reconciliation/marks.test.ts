import { expect, it } from 'vitest';
import { stateMarks, type ChartMark } from '../../../src/charts/state-marks';
import type { FigureMark } from '../../../src/state';
import { shownMarks } from '../../../src/ui/shown-marks';

const mark = (state: ChartMark['state']): ChartMark => ({ state, text: state });
const figure = (state: FigureMark['state']): FigureMark => ({ state, name: state, text: state });

it('charts draw a sign for each figure with a state, by its kind, and none for the others', () => {
  const data = [
    { at: 1, mark: mark('conflict') },
    { at: 2, mark: null },
    { at: 3, mark: mark('implied') },
    { at: 4, mark: mark('conflict') },
  ];
  const marks = stateMarks(data, { x: 'at', y: () => 0, mark: (datum) => datum.mark });
  const drawn = marks.map((one) => (one as unknown as { data: { datum: (typeof data)[number] }[] }).data);
  // Contradicted, left out, implied.
  expect(drawn.map((found) => found.map(({ datum }) => datum.at))).toEqual([[1, 4], [], [3]]);
});

it('one mark for one thing: the page’s flag gives way to the state, the state to the page’s ≈', () => {
  expect(shownMarks('conflict', figure('conflict'))).toEqual({ own: null, state: figure('conflict') });
  expect(shownMarks('derived', figure('implied'))).toEqual({ own: 'derived', state: null });
  expect(shownMarks('restored', figure('conflict'))).toEqual({ own: 'restored', state: figure('conflict') });
  expect(shownMarks('conflict', figure('implied'))).toEqual({ own: 'conflict', state: figure('implied') });
  expect(shownMarks('derived', null)).toEqual({ own: 'derived', state: null });
});
