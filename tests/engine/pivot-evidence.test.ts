import { afterAll, beforeAll, expect, it } from 'vitest';
import { coordinatesSql } from '../../src/analysis/evidence/where';
import {
  calculate,
  everything,
  parseFormula,
  pivotEvidence,
  plainEvidence,
  topped,
  type Axes,
  type Calculation,
  type PivotModel,
  type PivotRequest,
} from '../../src/analysis/pivot';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { figureAt, nodeAt, pivotOf } from '../support/pivot-figures';
import { DOCUMENTS, FACTS } from './pivot-documents';
import { loadTiny } from './pivot-facts';

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadTiny(engine, DOCUMENTS, FACTS);
});
afterAll(() => engine.close());

const terms = (text: string) => {
  const parsed = parseFormula(text);
  if ('fault' in parsed) throw new Error(text);
  return parsed.terms;
};
const REQUESTS: Partial<PivotRequest>[] = [
  {},
  { measures: ['project'] },
  { columns: ['year'], values: ['amount', 'base:prior_year', 'change:prior_year', 'change_rate:prior_year'] },
  { rows: ['region', 'department', 'function'], columns: ['year'], values: ['amount', 'share_parent'] },
  { columns: ['department'], basis: '05', stages: ['initial_budget'] },
  { rows: ['economy'], basis: '06' },
  { columns: ['year'], baskets: [{ name: '两类', terms: terms('201+208') }] },
  { columns: ['department'], subjects: terms('201+2080505') },
];

/** The sum of the facts that parts of one side name, each part asked by itself. */
async function sumOf(parts: readonly { at: Parameters<typeof coordinatesSql>[0] }[]): Promise<bigint | null> {
  let sum: bigint | null = null;
  for (const { at } of parts) {
    const { sql, params } = coordinatesSql(at);
    const [row] = await engine.query({
      sql: `SELECT CAST(sum(f.amount_fen) AS BIGINT) AS amount FROM facts f WHERE ${sql}`,
      params,
    });
    if (row!['amount'] !== null) sum = (sum ?? 0n) + (row!['amount'] as bigint);
  }
  return sum;
}

/** The evidence's own figure: the first side, less the second where it is a difference. */
async function shown(
  evidence: NonNullable<Awaited<ReturnType<typeof pivotEvidence>>>,
): Promise<bigint | null> {
  const [first] = evidence.parts;
  const sides = [
    evidence.parts.filter((part) => part.term === first!.term),
    evidence.parts.filter((part) => part.term !== first!.term),
  ] as const;
  const [own, other] = [await sumOf(sides[0]), await sumOf(sides[1])];
  return evidence.show === 'change' && own !== null && other !== null ? own - other : own;
}

async function compareAll(model: PivotModel, axes: Axes, values: readonly Calculation[]) {
  const counts = { plain: 0, named: 0 };
  for (const row of everything(axes.rows)) {
    for (const column of everything(axes.columns)) {
      for (const calculation of values) {
        const value = calculate(model.figures, axes, row, column, calculation);
        const asked = { row, column, calculation };
        const evidence = await pivotEvidence(engine, model, axes, asked, 'x');
        const where = `${row.id} / ${column.id} / ${calculation}`;
        if (value.kind === 'none') {
          if (calculation === 'amount') expect(evidence, where).toBeNull();
          continue;
        }
        expect(evidence, where).not.toBeNull();
        if (value.kind === 'money') expect(await shown(evidence!), where).toBe(value.amount);
        if (plainEvidence(model, model.figures.of(row, column), 'x')) counts.plain++;
        else counts.named++;
      }
    }
  }
  return counts;
}

it('every figure is the sum of the facts that its evidence names', async () => {
  let plain = 0;
  let named = 0;
  for (const change of REQUESTS) {
    const model = await pivotOf(engine, change);
    const counts = await compareAll(model, model.axes, model.request.values);
    plain += counts.plain;
    named += counts.named;
  }
  // Both ways were taken, or the test shows nothing.
  expect(plain).toBeGreaterThan(50);
  expect(named).toBeGreaterThan(30);
});

it('其他 names the facts of everything that it gathers', async () => {
  const model = await pivotOf(engine, { rows: ['department'], columns: ['year'] });
  const rows = topped(model.axes.rows, 1, () => ({ kind: 'none', missing: 'absent', refusal: null }));
  const others = rows.children.find((node) => node.kind === 'others')!;
  expect(others.children).toHaveLength(3);
  const counts = await compareAll(
    model,
    { rows: { ...rows, children: [others] }, columns: model.axes.columns },
    ['amount'],
  );
  expect(counts.named + counts.plain).toBeGreaterThan(2);
});

it('a share names the row and what it is a share of', async () => {
  const model = await pivotOf(engine, { columns: ['year'] });
  const evidence = await pivotEvidence(
    engine,
    model,
    model.axes,
    {
      row: nodeAt(model.axes.rows, '201'),
      column: nodeAt(model.axes.columns, 2023),
      calculation: 'share_column',
    },
    '一般公共服务支出（201）',
  );
  expect(evidence).toMatchObject({ show: 'share', title: '一般公共服务支出（201）' });
  expect(evidence!.parts.map((part) => part.at.subject_name ?? part.at.subject_code)).toEqual([
    '201',
    '合计',
  ]);
});

it('names of facts that mean more in another document are told document by document', async () => {
  // `same` of one document is a 项 of the sum; of the other a class printed besides: documents × names would add it.
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
  const model = await pivotOf(engine, { basis: '05', stages: ['initial_budget'], columns: ['year'] });
  expect(figureAt(model, ['201'], [2023])).toMatchObject({ kind: 'amount', cell: { amount: 107n } });
  const asked = {
    row: nodeAt(model.axes.rows, '201'),
    column: nodeAt(model.axes.columns, 2023),
    calculation: 'amount' as const,
  };
  const evidence = await pivotEvidence(engine, model, model.axes, asked, 'x');
  expect(evidence!.parts).toHaveLength(2);
  expect(await shown(evidence!)).toBe(107n);
});
