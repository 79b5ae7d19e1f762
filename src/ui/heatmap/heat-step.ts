/** A place in the grid; column −1 is the head of the row. */
export interface Place {
  row: number;
  column: number;
}

const PAGE = 10;

/**
 * Where a key leads from a place, within `rows` × `columns` (heads are reachable where `heads`); null for keys that
 * move nowhere. By the grid pattern of WAI-ARIA: arrows, Home and End in the row, with Ctrl to the corners, Page Up
 * and Down by ten rows.
 */
export function heatStep(
  key: string,
  far: boolean,
  at: Place,
  size: { rows: number; columns: number; heads: boolean },
): Place | null {
  const least = size.heads ? -1 : 0;
  const within = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(size.rows - 1, row)),
    column: Math.max(least, Math.min(size.columns - 1, column)),
  });
  switch (key) {
    case 'ArrowRight':
      return within(at.row, at.column + 1);
    case 'ArrowLeft':
      return within(at.row, at.column - 1);
    case 'ArrowDown':
      return within(at.row + 1, at.column);
    case 'ArrowUp':
      return within(at.row - 1, at.column);
    case 'PageDown':
      return within(at.row + PAGE, at.column);
    case 'PageUp':
      return within(at.row - PAGE, at.column);
    case 'Home':
      return within(far ? 0 : at.row, 0);
    case 'End':
      return within(far ? size.rows - 1 : at.row, size.columns - 1);
    default:
      return null;
  }
}
