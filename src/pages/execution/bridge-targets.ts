import type { BridgeTarget, Matrix, MatrixRow } from '../../analysis/execution';

/** A bridge that can be chosen: `key` stands in the link. */
export interface BridgeChoice {
  key: string;
  target: BridgeTarget;
  /** Department and year, or subject and year. */
  name: string;
  /** Row of the matrix that it belongs to. */
  row: number;
}

/** The latest year in which a row has something. */
function latestYear(matrix: Matrix, r: number): number | null {
  for (let c = matrix.columns.length - 1; c >= 0; c--) {
    if (matrix.at(r, c).cell.state !== 'absent') return Number(matrix.columns[c]!.name);
  }
  return null;
}

function choice(matrix: Matrix, row: MatrixRow, r: number, total: string): BridgeChoice | null {
  if (row.kind === 'document') {
    return {
      key: row.key,
      target: { kind: 'document', doc_id: row.key },
      name: `${row.name} ${row.fiscal_year}`,
      row: r,
    };
  }
  const year = latestYear(matrix, r);
  if (year === null) return null;
  if (row.kind === 'department') {
    const document = matrix.model.rows.find(
      (each) =>
        each.department === row.name &&
        each.region === row.region &&
        each.scope === row.scope &&
        each.fiscal_year === year,
    );
    return document
      ? {
          key: document.doc_id,
          target: { kind: 'document', doc_id: document.doc_id },
          name: `${row.name} ${year}`,
          row: r,
        }
      : null;
  }
  return {
    key: `${row.scope}-${row.code ?? 'total'}-${year}`,
    target: { kind: 'subject', code: row.code, fiscal_year: year, scope: row.scope },
    name: `${row.name === '' ? total : row.name} ${year}`,
    row: r,
  };
}

/** One bridge a row of the matrix. */
export function bridgeChoices(matrix: Matrix, total: string): BridgeChoice[] {
  return matrix.rows.flatMap((row, r) => choice(matrix, row, r, total) ?? []);
}
