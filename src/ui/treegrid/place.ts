import type { TreePlace } from './types';

/** The cell of a tree grid that an event is about; null where it is about none. */
export function placeOf(event: Event): TreePlace | null {
  const target = (event.target as Element).closest<HTMLElement>('[data-row]');
  return target && { row: target.dataset['row']!, column: Number(target.dataset['column']) };
}
