import {
  buildPivot,
  DEFAULT_PIVOT,
  planOf,
  settled,
  type PivotModel,
  type PivotRequest,
} from '../../../src/analysis/pivot';
import type { CellRow, CoverageRow } from '../../../src/analysis/pivot/rows';

/** Answers as the engine gives them, by hand; amounts in 分. */
export const cell = (change: Partial<CellRow> & Pick<CellRow, 'key'>): CellRow => {
  const { key } = change;
  const depth = key === '' ? 0 : (key.length - 1) / 2;
  return {
    series: 0,
    scope: 'department',
    region: '市',
    department: '甲',
    year: 2024,
    parent: key === '' ? null : depth === 1 ? '' : key.slice(0, -2),
    depth,
    amount: null,
    amounts: change.amount === undefined || change.amount === null ? 0 : 1,
    rows: 1,
    computed: 0,
    parts: 0,
    derived: 0,
    conflicts: 0,
    unknown: 0,
    note: null,
    misfits: 0,
    misfit: null,
    ...{ base_1: null, of_1: null },
    ...change,
  };
};

export const covered = (change: Partial<CoverageRow> = {}): CoverageRow => ({
  src: 0,
  region: '市',
  department: '甲',
  scope: 'department',
  fiscal_year: 2024,
  documents: 1,
  with_form: 1,
  filled: 1,
  spare: 0,
  doc_id: `${change.department ?? '甲'}${change.fiscal_year ?? 2024}${change.src ?? 0}`,
  rank: 1,
  ...change,
});

/** The model of a request over answers, everything on its axes fetched. */
export function modelOf(
  change: Partial<PivotRequest>,
  cells: readonly CellRow[],
  coverage: readonly CoverageRow[],
  years: readonly number[] = [2023, 2024],
): PivotModel {
  const wanted = { ...DEFAULT_PIVOT, ...change };
  const request = settled({ ...wanted, shown: [...wanted.rows, ...wanted.columns] });
  return buildPivot(request, planOf(request, years), { cells, coverage, names: [] });
}
