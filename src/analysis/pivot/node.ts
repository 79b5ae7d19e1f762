import type { Fund, Measure, Scope, Stage } from '../../domain/facts';
import type { BasisId } from './basis';
import type { Dimension } from './dimensions';

/** What a row or column is about; what is not given may be anything (and is added where that is allowed). */
export interface NodePlace {
  form?: BasisId;
  fund?: Fund | 'own';
  measure?: Measure;
  stage?: Stage;
  scope?: Scope;
  region?: string;
  department?: string;
  year?: number;
  /** Key of the subject; '' or absent 合计. */
  key?: string;
}

/** A row or column: one member, a formula, the rest of the members (其他), or the root (合计). */
export interface PivotNode {
  /** The members on the way to it, `2023>北京/某局`: stays when the order or the data change. */
  id: string;
  kind: 'root' | 'member' | 'basket' | 'others';
  dimension: Dimension | null;
  /** The member in the words of the data: a code, a name, a year. */
  member: string;
  /** Index among the steps of the axis; -1 the root. */
  step: number;
  at: NodePlace;
  code: string | null;
  /** Null where the interface has the word (合计, 人员经费, stages …). */
  name: string | null;
  /** Names that other years use for the code. */
  otherNames: readonly { name: string; first: number; last: number }[];
  /** The row could not be put into the tree: its code is missing or cut off. */
  loose: boolean;
  parent: PivotNode | null;
  children: readonly PivotNode[];
  /** It may have children that were not asked for. */
  deeper: boolean;
}

const ESCAPED = /[%>~.]/g;
/** A member inside a path: the separators of paths and of lists of paths are escaped. */
export const memberText = (member: string): string =>
  member.replace(ESCAPED, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

export const idOf = (parent: PivotNode | null, member: string): string =>
  parent && parent.id !== '' ? `${parent.id}>${memberText(member)}` : memberText(member);

/** All nodes below (and with) the given ones, in order. */
export function* walk(nodes: readonly PivotNode[]): Generator<PivotNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}
