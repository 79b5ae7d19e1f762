import type { Clause, Segment } from './clauses';
import type { Lead, Role, RoleRule } from './lead';
import type { Passage } from './passage';
import type { Slot } from './record';
import type { Target } from './target';

/** What one kind of prose knows: how it names figures and what its labels mean. */
export interface Grammar {
  roles: readonly RoleRule[];
  /** The subject that a label means in the section at hand; `parts` is the subject whose parts are being listed. */
  resolve(label: string, parts: Target | null, lead?: Lead): Target | null;
  /** Takes from a label what is no part of a subject's name, before anything else reads it. */
  tidy?(label: string): string;
  /** The subject that a clause without figures announces (一般公共服务（类）…（项）). */
  announce?(clause: string): Target | null;
  /** What remains of a label after words that open a list of parts (用途主要包括), and the subject they are parts of. */
  openParts?(label: string, current: Target | null): { parts: Target | null; label: string } | null;
  /** Reads what is no money in a clause (counts, scores); called for every clause outside reasons. */
  other?(clause: Clause, passage: Passage, current: Target | null): void;
  /** Takes an amount that the rules do not read; true where it did. */
  amount?(segment: Segment, clause: Clause, passage: Passage, current: Target | null): boolean;
  /** Changes a slot before it is kept (unit slips). */
  adjust?(slot: Slot, passage: Passage): Slot;
  /** The role that a figure has after all, from what else the document says. */
  role?(lead: Lead, slot: Slot, subject: Target): Role;
  /** Told of every 完成率 with its subject. */
  rate?(value: string, segment: Segment, passage: Passage, subject: Target): void;
  unreadCode: string;
  /** The subject of the whole text, where it has one. */
  home?: Target | null;
}
