/** A quiet mark beside a figure: implied, restored, or told differently elsewhere. Always with its reason. */
export type Mark = 'derived' | 'restored' | 'conflict';

/** Told apart by shape, not by colour alone. */
export const MARK_SIGNS: Record<Mark, string> = { derived: '≈', restored: '†', conflict: '⚑' };
