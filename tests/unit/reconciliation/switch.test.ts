import { expect, it } from 'vitest';
import { NO_FILTER } from '../../../src/analysis/filter';
import { AppState } from '../../../src/state/app.svelte';
import { decodeState, encodeState } from '../../../src/state/url';

function start(fragment: string) {
  const written: string[] = [fragment];
  const app = new AppState({
    read: () => written.at(-1)!,
    write: (next) => void written.push(next),
    listen: () => () => undefined,
    remember: () => undefined,
    recall: () => ({}),
  });
  return { app, written };
}

it('a link says that conflicts are left out, and only such a link', () => {
  const state = decodeState('#/pivot?sound=1');
  expect(state.filter).toEqual({ ...NO_FILTER, leave_conflicts: true });
  expect(encodeState(state)).toBe('#/pivot?sound=1');
  expect(decodeState('#/pivot?sound=yes').filter).toEqual(NO_FILTER);
  // A page's own setting of that name is another one.
  expect(decodeState('#/pivot?~sound=1')).toMatchObject({ filter: NO_FILTER, params: { sound: '1' } });
});

it('nothing is left out before the checks are done, then the filter changes', () => {
  const { app } = start('#/pivot?sound=1');
  expect(app.asksToLeaveOut).toBe(true);
  expect(app.leavesOut).toBe(false);
  expect(app.filter.leave_conflicts).toBe(false);
  app.reconciliation.ready = true;
  expect(app.leavesOut).toBe(true);
  expect(app.filter.leave_conflicts).toBe(true);
  // New data: not known again.
  app.reconciliation.ready = false;
  expect(app.filter.leave_conflicts).toBe(false);
});

it('the switch stays when the filters are cleared, and leaves the link when it is off', () => {
  const { app, written } = start('#/pivot?year=2023');
  app.setFilter({ leave_conflicts: true });
  expect(written.at(-1)).toBe('#/pivot?year=2023&sound=1');
  app.clearFilter();
  expect(written.at(-1)).toBe('#/pivot?sound=1');
  app.setFilter({ leave_conflicts: false });
  expect(written.at(-1)).toBe('#/pivot');
});
