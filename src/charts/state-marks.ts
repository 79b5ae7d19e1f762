import * as Plot from '@observablehq/plot';
import { colours } from './theme';

/** What a chart is told of a figure's state (`FigureMark` of the state room): its kind, and the words for its hint. */
export interface ChartMark {
  state: 'conflict' | 'left_out' | 'implied';
  text: string;
}

export interface StateMarkOptions<D> {
  /** Where the figure's own mark ends: channel names or functions as Plot takes them. */
  x: Plot.ChannelValue;
  y: Plot.ChannelValue;
  fx?: Plot.ChannelValue;
  fy?: Plot.ChannelValue;
  mark: (datum: D) => ChartMark | null;
  /** Pixels beside that place. */
  dx?: number;
  dy?: number;
}

/**
 * Small signs beside the bars, tiles or points whose figures contradict an identity (a filled triangle), are without
 * what does (a hollow one), or are implied (a hollow circle). Each has its reason as its title; figures without a
 * state get nothing. To be drawn over the chart's own marks.
 */
export function stateMarks<D>(data: readonly D[], { mark, dx = 0, dy = 0, ...place }: StateMarkOptions<D>) {
  const marked = data.flatMap((datum) => {
    const found = mark(datum);
    return found ? [{ datum, found }] : [];
  });
  const of = (channel: Plot.ChannelValue | undefined): Plot.ChannelValue | undefined => {
    if (typeof channel === 'string')
      return (d: { datum: D }) => (d.datum as Record<string, unknown>)[channel];
    if (typeof channel !== 'function') return channel;
    const read = channel as (datum: D, index: number) => unknown;
    return (d: { datum: D }, index: number) => read(d.datum, index);
  };
  const channels = Object.fromEntries(
    Object.entries(place).flatMap(([name, channel]) => (channel === undefined ? [] : [[name, of(channel)]])),
  );
  return Object.entries(LOOKS).map(([state, look]) =>
    Plot.dot(
      marked.filter(({ found }) => found.state === state),
      { ...channels, ...look, r: 3.2, strokeWidth: 1.2, dx, dy, title: ({ found }) => found.text },
    ),
  );
}

const LOOKS = {
  conflict: { symbol: 'triangle', fill: colours.warn, stroke: colours.warn },
  left_out: { symbol: 'triangle', fill: colours.paper, stroke: colours.warn },
  implied: { symbol: 'circle', fill: colours.paper, stroke: colours.muted },
} as const;
