import type { Axes } from './calculate';
import { Cube } from './cube';
import type { Dimension, Refusal, SeriesDimension } from './dimensions';
import { refusalOf, SERIES_DIMENSIONS, subjectLevels } from './dimensions';
import { BASES } from './basis';
import { Figures } from './figures';
import { SubjectNames } from './names';
import { notesOf, type PivotNote } from './notes';
import type { Plan } from './plan';
import { seriesOf, type PivotRequest } from './request';
import type { CellRow, CoverageRow, NameRow } from './rows';
import { AxisTree } from './tree';

/** Answers of the three queries of one request. */
export interface PivotAnswers {
  coverage: readonly CoverageRow[];
  cells: readonly CellRow[];
  names: readonly NameRow[];
}

/** Everything that a pivot shows: the members of both axes in their natural order, and every figure between them. */
export interface PivotModel {
  request: PivotRequest;
  axes: Axes;
  figures: Figures;
  names: SubjectNames;
  notes: readonly PivotNote[];
  /** Some row, 合计 included, has an amount. */
  filled: boolean;
  /** Scopes stand side by side although nobody asked for them: they must not be added. */
  scopesApart: boolean;
}

/** Scatters the rows of the queries into the model. Pure; amounts stay 分. */
export function buildPivot(wanted: PivotRequest, plan: Plan, answers: PivotAnswers): PivotModel {
  const cube = new Cube(plan, answers.cells, answers.coverage);
  const onAxis = (dimension: Dimension) =>
    wanted.rows.includes(dimension) || wanted.columns.includes(dimension);
  const scopesApart = cube.scopes.length > 1 && !onAxis('scope');
  const request: PivotRequest = scopesApart
    ? { ...wanted, columns: ['scope', ...wanted.columns], shown: [...wanted.shown, 'scope'] }
    : wanted;
  const lastYear = Math.max(0, ...answers.coverage.map((row) => row.fiscal_year));
  const names = new SubjectNames(answers.names, BASES[request.basis].tree, lastYear);
  const figures = new Figures(cube);
  const axes: Axes = {
    rows: new AxisTree(request, request.rows, answers.cells, cube, names).root(),
    columns: new AxisTree(request, request.columns, answers.cells, cube, names).root(),
  };
  return {
    request,
    axes,
    figures,
    names,
    notes: notesOf(request, plan, answers, cube),
    filled: answers.cells.some((row) => row.amount !== null),
    scopesApart,
  };
}

/** Which dimensions on the axes have members that are not added, with the reason; for the lines under the table. */
export function refusals(request: PivotRequest): { dimension: SeriesDimension; refusal: Refusal }[] {
  const series = seriesOf(request);
  return SERIES_DIMENSIONS.flatMap((dimension) => {
    if (!request.rows.includes(dimension) && !request.columns.includes(dimension)) return [];
    const members = series.map(
      ({ basis, stage, measure }) =>
        ({ form: basis, fund: BASES[basis].fund ?? 'own', stage, measure })[dimension],
    );
    const refusal = refusalOf(dimension, [...new Set<string>(members)]);
    return refusal ? [{ dimension, refusal }] : [];
  });
}

/** Why a dimension cannot be put beside the others: no document prints subjects of two classifications crossed. */
export function crossesTrees(axes: readonly Dimension[], added: Dimension): boolean {
  const levels = subjectLevels(added);
  return (
    levels !== null && axes.some((dimension) => dimension !== added && subjectLevels(dimension) !== null)
  );
}
