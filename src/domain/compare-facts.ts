import type { Fact } from './facts';
import type { Fen } from './money';

/** What tells one amount of a document from another, and the amount. */
export type Comparable = Pick<
  Fact,
  | 'source'
  | 'form'
  | 'flow'
  | 'classification'
  | 'subject_code'
  | 'subject_name'
  | 'fund'
  | 'measure'
  | 'stage'
  | 'amount'
>;

export interface Changed<F> {
  before: F;
  after: F;
  /** after − before, 分. */
  difference: Fen;
}

/** How a later reading (or version) of a document differs from an earlier one; each list in the order of the document. */
export interface Differences<B, A = B> {
  changed: Changed<B | A>[];
  added: A[];
  removed: B[];
  /** Amounts that stand in both and are equal. */
  same: number;
}

/** Where an amount stands: a subject goes by its code, without one by its name. */
function coordinates(fact: Comparable): string {
  const subject = fact.subject_code ?? fact.subject_name;
  const { source, form, flow, classification, fund, measure, stage } = fact;
  return [source, form ?? '', flow, classification, subject, fund, measure, stage].join('\u001f');
}

function byCoordinates<F extends Comparable>(facts: readonly F[]): Map<string, F[]> {
  const found = new Map<string, F[]>();
  for (const fact of facts) {
    const key = coordinates(fact);
    const list = found.get(key);
    if (list) list.push(fact);
    else found.set(key, [fact]);
  }
  return found;
}

/**
 * Two versions of one document, amount by amount. Amounts at the same coordinates (a figure that the text repeats) are
 * paired in their order, equal ones first, so that one more repetition is one added amount and no change.
 */
export function compareFacts<B extends Comparable, A extends Comparable = B>(
  before: readonly B[],
  after: readonly A[],
): Differences<B, A> {
  const left = byCoordinates(before);
  const changes = new Map<A, Changed<B | A>>();
  const unpaired = new Set<A>();
  const removed = new Set<B>();
  let same = 0;
  for (const [key, now] of byCoordinates(after)) {
    const rest = [...(left.get(key) ?? [])];
    left.delete(key);
    const others = now.filter((fact) => {
      const at = rest.findIndex((old) => old.amount === fact.amount);
      if (at < 0) return true;
      rest.splice(at, 1);
      same += 1;
      return false;
    });
    for (const fact of others) {
      const old = rest.shift();
      if (old) changes.set(fact, { before: old, after: fact, difference: fact.amount - old.amount });
      else unpaired.add(fact);
    }
    for (const old of rest) removed.add(old);
  }
  for (const facts of left.values()) for (const fact of facts) removed.add(fact);
  return {
    changed: after.flatMap((fact) => changes.get(fact) ?? []),
    added: after.filter((fact) => unpaired.has(fact)),
    removed: before.filter((fact) => removed.has(fact)),
    same,
  };
}
