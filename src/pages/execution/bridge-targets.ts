import { isComparable, type BridgeTarget, type Matrix, type MatrixRow } from '../../analysis/execution';

/** A bridge that can be chosen: `key` stands in the link. */
export interface BridgeChoice {
  key: string;
  target: BridgeTarget;
  /** Department and year, or subject and year. */
  name: string;
  /** Row of the matrix that it belongs to. */
  row: number;
}

/** The latest year in which a row has both figures, else anything. */
function latestYear(matrix: Matrix, r: number): number | null {
  const years = matrix.columns.map((_, c) => c).reverse();
  const cell = (c: number) => matrix.at(r, c).cell;
  const at =
    years.find((c) => isComparable(cell(c))) ?? years.find((c) => cell(c).state !== 'absent') ?? null;
  return at === null ? null : Number(matrix.columns[at]!.name);
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
