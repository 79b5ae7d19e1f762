import { ITEMS, type ChangeModel } from '../../analysis/change';
import { itemLabel, type Reader } from './words';

/** The fixed items, then classes, as choices of a menu. */
export function itemOptions(
  subjects: ChangeModel['subjects'],
  reader: Reader,
): { value: string; label: string }[] {
  return [
    ...ITEMS.map(({ key, level }) => ({
      value: key as string,
      label: itemLabel({ item: key, name: null, level }, reader),
    })),
    ...subjects.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  ];
}
