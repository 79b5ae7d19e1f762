import type { Stage } from '../domain/facts';
import type { Book } from './book';
import { FORM_SETS, type FormSet } from './forms';
import type { Judged } from './relate';
import type { RuleId, Severity, Words } from './types';

/** A reconciliation rule over one document: what it is called, what right looks like, and its instances. */
export interface Rule {
  id: RuleId;
  name: Words;
  severity: Severity;
  /** What holds in a right document. */
  right: Words;
  /** Every place of the document where the identity can be asked; none where the document lacks its terms. */
  check(book: Book): Judged[];
}

/** Runs an identity for final account and budget and every stage that all the named forms print. */
export function eachSet(
  book: Book,
  roles: readonly Exclude<keyof FormSet, 'kind'>[],
  check: (set: FormSet, stage: Stage) => (Judged | null)[],
): Judged[] {
  const found: Judged[] = [];
  for (const set of FORM_SETS) {
    const [first, ...rest] = roles.map((role) => book.stages(set[role]));
    for (const stage of first ?? []) {
      if (!rest.every((stages) => stages.includes(stage))) continue;
      for (const judged of check(set, stage)) if (judged) found.push(judged);
    }
  }
  return found;
}
