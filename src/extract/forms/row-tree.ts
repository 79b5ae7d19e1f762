/** A row and the rows of the next levels under it, by index. */
export interface Node {
  row: number;
  children: Node[];
}

/** Rows by level → trees; a row hangs under the last row of a lower level. */
export function buildTree(rows: readonly { level: number }[]): Node[] {
  const roots: Node[] = [];
  const path: { level: number; node: Node }[] = [];
  rows.forEach((row, index) => {
    const node: Node = { row: index, children: [] };
    while (path.length > 0 && path.at(-1)!.level >= row.level) path.pop();
    const parent = path.at(-1);
    if (parent) parent.node.children.push(node);
    else roots.push(node);
    path.push({ level: row.level, node });
  });
  return roots;
}
