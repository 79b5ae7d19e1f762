import type { Fact, Flow, Fund, Measure } from '../../domain/facts';

/** The cell of a table that a figure belongs to. */
export type Coordinates = Pick<
  Fact,
  'flow' | 'classification' | 'subject_code' | 'subject_name' | 'subject_level' | 'fund' | 'measure'
>;

/** What a label in a sentence means. One sentence may state two cells at once (收、支总计). */
export interface Target {
  /** The statement's item; `budgetItem` where the sentence gives a budget, `shareItem` where it gives a share. */
  item: string;
  budgetItem?: string;
  shareItem?: string;
  places: readonly Coordinates[];
  /** The statement's subject, where it is one of a classification. */
  code: string | null;
  name: string | null;
  note: string | null;
  /** What could not be resolved. */
  problem?: { code: string; message: string };
}

export function targetKey(target: Target): string {
  // A target without places makes statements only; its item and name tell it apart.
  if (target.places.length === 0) return `${target.item}|${target.name ?? ''}`;
  return target.places.map(placeKey).join('+');
}

export function placeKey(at: Coordinates): string {
  return [at.flow, at.classification, at.subject_code, at.subject_name, at.fund, at.measure].join('|');
}

/** A 合计 or summary line: no code, level 0. */
export function summary(
  subject_name: string,
  flow: Flow,
  fund: Fund,
  measure: Measure = 'total',
): Coordinates {
  return {
    flow,
    classification: 'summary',
    subject_code: null,
    subject_name,
    subject_level: 0,
    fund,
    measure,
  };
}

export function target(item: string, ...places: Coordinates[]): Target {
  return { item, places, code: null, name: null, note: null };
}
