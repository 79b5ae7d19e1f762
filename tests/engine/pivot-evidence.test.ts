import { afterAll, beforeAll, expect, it } from 'vitest';
import { coordinatesSql } from '../../src/analysis/evidence/where';
import {
  COLUMN_AXES,
  coordinatesOf,
  DEFAULT_PIVOT,
  pivotEvidence,
  runPivot,
  walk,
  type PivotRequest,
} from '../../src/analysis/pivot';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { DOCUMENTS, FACTS } from './pivot-documents';
import { loadTiny } from './pivot-facts';

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadTiny(engine, DOCUMENTS, FACTS);
});
afterAll(() => engine.close());

const REQUESTS: PivotRequest[] = COLUMN_AXES.flatMap((columns): PivotRequest[] => [
  { ...DEFAULT_PIVOT, columns },
  { ...DEFAULT_PIVOT, columns, measure: 'project' },
  { ...DEFAULT_PIVOT, columns, departments_shown: 1 },
  { ...DEFAULT_PIVOT, columns, basis: '05', stage: 'initial_budget' },
  { ...DEFAULT_PIVOT, columns, basis: '06' },
]);

it('every figure is the sum of the facts that its evidence names', async () => {
  let coordinates = 0;
  let named = 0;
  for (const request of REQUESTS) {
    const model = await runPivot(engine, request);
    for (const node of walk(model.total ? [model.total, ...model.roots] : model.roots)) {
      for (const column of model.columns) {
        const cell = node.cells.get(column.id)!;
        const evidence = await pivotEvidence(engine, request, { node, column }, 'x');
        const where = `${request.basis} ${request.measure} ${request.columns} ${node.key} ${column.id}`;
        if (cell.kind !== 'amount') {
          expect(evidence, where).toBeNull();
          continue;
        }
        const { sql, params } = coordinatesSql(evidence!.parts[0]!.at);
        const [row] = await engine.query({
          sql: `SELECT CAST(sum(f.amount_fen) AS BIGINT) AS amount FROM facts f WHERE ${sql}`,
          params,
        });
        expect(row!['amount'], where).toBe(cell.amount);
        if (coordinatesOf(request, { node, column })) coordinates++;
        else named++;
      }
    }
  }
  // Both ways were taken, or the test shows nothing.
  expect(coordinates).toBeGreaterThan(50);
  expect(named).toBeGreaterThan(10);
});

it('a share names the row and what it is a share of', async () => {
  const model = await runPivot(engine, { ...DEFAULT_PIVOT, columns: 'year' });
  const column = model.columns.find((c) => c.id === 'department|2023||')!;
  const node = model.roots.find((n) => n.key === '201')!;
  const evidence = await pivotEvidence(
    engine,
    DEFAULT_PIVOT,
    { node, column },
    '一般公共服务支出（201）',
    model.total,
  );
  expect(evidence).toMatchObject({ show: 'share', title: '一般公共服务支出（201）' });
  expect(evidence!.parts.map((part) => part.at.subject_name ?? part.at.subject_code)).toEqual([
    '201',
    '合计',
  ]);
});

it('names of facts that mean more in another document are not used', async () => {
  // f-1 of one document is a 项 of the sum; f-1 of the other is a class printed besides: documents × names would add it.
  const at = (doc: string, code: string, level: number, fen: bigint) => ({
    doc,
    form: null,
    code,
    name: code,
    level,
    stage: 'initial_budget',
    fen,
  });
  const documents = DOCUMENTS.filter((d) => d.doc === 'a23' || d.doc === 'b23');
  await loadTiny(engine, documents, [
    at('a23', '201', 1, 100n),
    at('b23', '2010101', 3, 7n),
    at('a23', '2010101', 3, 60n),
  ]);
  await engine.execute(`UPDATE facts SET fact_id = 'same' WHERE subject_code = '2010101'`);
  const request: PivotRequest = { ...DEFAULT_PIVOT, basis: '05', stage: 'initial_budget', columns: 'year' };
  const model = await runPivot(engine, request);
  const node = model.roots[0]!;
  const column = model.columns[0]!;
  expect(node.cells.get(column.id)).toMatchObject({ kind: 'amount', amount: 107n });
  expect(await pivotEvidence(engine, request, { node, column }, 'x')).toBeNull();
});
