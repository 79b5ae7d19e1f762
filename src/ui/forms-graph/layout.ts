/** How a node or an edge stands: `broken` something contradicts, `remark` it may be right, `none` nothing was asked. */
export type GraphState = 'broken' | 'remark' | 'unknown' | 'holds' | 'none';

/** A form; drawn as a row of the list on the left. */
export interface DrawnNode {
  id: string;
  label: string;
  title: string;
  /** What its own identities come to, at the end of its row. */
  badge: string;
  state: GraphState;
  /** For readers that do not see it. */
  name: string;
}

/** The identities between two forms; drawn as an arc between their rows. */
export interface DrawnEdge {
  id: string;
  from: string;
  to: string;
  badge: string;
  state: GraphState;
  name: string;
}

export interface Arc {
  edge: DrawnEdge;
  path: string;
  /** Where its badge stands, px. */
  x: number;
  y: number;
}

/** Pixels: the height of a node's row, from one to the next, and the room above the first. */
export const ROW = 34;
export const PITCH = 46;
export const TOP = 8;
/** Half a badge, and the least an arc stands out. */
const BADGE = 20;
const NEAR = 30;

export interface GraphLayout {
  width: number;
  height: number;
  /** Width of the nodes. */
  nodes: number;
  /** Middle of each node's row, by id. */
  y: ReadonlyMap<string, number>;
  arcs: readonly Arc[];
}

/**
 * Nodes one under the other, edges as arcs to their right: the further apart two nodes are, the further out the arc
 * runs, so that no arc goes through a node and no two badges share a place. Edges of unknown nodes are left out.
 */
export function graphLayout(
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  width: number,
): GraphLayout {
  const row = new Map(nodes.map(({ id }, i) => [id, i]));
  const y = new Map(nodes.map(({ id }, i) => [id, TOP + i * PITCH + ROW / 2]));
  const drawn = edges.filter(({ from, to }) => row.has(from) && row.has(to) && from !== to);
  const span = ({ from, to }: DrawnEdge) => Math.abs(row.get(from)! - row.get(to)!);
  const most = Math.max(1, ...drawn.map(span));
  const wide = Math.round(Math.min(330, Math.max(132, width * 0.44)));
  const step = Math.min(44, Math.max(14, (width - wide - NEAR - BADGE) / Math.max(1, most - 1)));
  const arcs = drawn
    .map((edge): Arc => {
      const [a, b] = [y.get(edge.from)!, y.get(edge.to)!];
      const out = NEAR + (span(edge) - 1) * step;
      // The curve's own middle stands out three quarters of its control points.
      const bend = wide + out / 0.75;
      return {
        edge,
        path: `M${wide},${a}C${bend},${a} ${bend},${b} ${wide},${b}`,
        x: wide + out,
        y: (a + b) / 2,
      };
    })
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const height = TOP * 2 + Math.max(0, nodes.length - 1) * PITCH + ROW;
  return { width, height, nodes: wide, y, arcs };
}

/**
 * Where an arrow key leads: up and down among the nodes or among the edges, right from a node to its first edge, left
 * from an edge to its upper node. Null where there is nothing.
 */
export function neighbour(
  key: string,
  at: string,
  nodes: readonly { id: string }[],
  arcs: readonly Pick<Arc, 'edge'>[],
): string | null {
  const isNode = nodes.some(({ id }) => id === at);
  const ids = isNode ? nodes.map(({ id }) => id) : arcs.map(({ edge }) => edge.id);
  const i = ids.indexOf(at);
  switch (key) {
    case 'ArrowDown':
      return ids[i + 1] ?? null;
    case 'ArrowUp':
      return ids[i - 1] ?? null;
    case 'Home':
      return ids[0] ?? null;
    case 'End':
      return ids.at(-1) ?? null;
    case 'ArrowRight':
      return isNode ? (arcs.find(({ edge }) => edge.from === at || edge.to === at)?.edge.id ?? null) : null;
    case 'ArrowLeft':
      return isNode ? null : upper(arcs.find(({ edge }) => edge.id === at)?.edge, nodes);
    default:
      return null;
  }
}

function upper(edge: DrawnEdge | undefined, nodes: readonly { id: string }[]): string | null {
  return nodes.find(({ id }) => id === edge?.from || id === edge?.to)?.id ?? null;
}
