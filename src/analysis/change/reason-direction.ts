/** The way that a reason says an amount went. */
export type ReasonDirection = 'up' | 'down' | 'level';

const ENDINGS: readonly [ReasonDirection, RegExp][] = [
  ['up', /(?:增加|增长|增多|上升|提高|新增)(?:了)?(?:较多|较大|所致)?$/],
  ['down', /(?:减少|下降|降低|压减|缩减)(?:了)?(?:较多|较大|所致)?$/],
  ['level', /(?:持平|保持不变|无变化)$/],
];
const SOME = { up: /增|上升|提高/, down: /减|下降|降低/, level: /持平|不变/ } as const;

/**
 * The one direction that a stated reason names: its only clause ends with 增加, 减少 or 保持不变 and no other direction
 * occurs in it. Null for all else: a reason may well explain a rise by something that fell.
 */
export function reasonDirection(reason: string | null): ReasonDirection | null {
  if (reason === null) return null;
  const text = reason.replace(/[。；;\s]+$/, '');
  if (/[，,；;。、]/.test(text)) return null;
  const found = ENDINGS.find(([, ending]) => ending.test(text))?.[0] ?? null;
  if (found === null) return null;
  return Object.entries(SOME).every(([way, word]) => way === found || !word.test(text)) ? found : null;
}
