import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEvidence } from '../../src/analysis/evidence';
import {
  DEFAULT_EXECUTION,
  executionBridge,
  executionMatrix,
  executionRows,
  membersEvidence,
  runExecution,
  type Basis,
  type Level,
  type View,
} from '../../src/analysis/execution';
import { NO_FILTER } from '../../src/analysis/filter';
import { loadExtract } from '../../src/dataset';
import { diskFolder } from '../../src/dataset/node-folder';
import type { Engine } from '../../src/engine';
import { createNodeEngine } from '../../src/engine/node';
import { loadHandMade, type HandDocument, type HandFact } from './execution-data';

/** Made up: 12 departments over three years; every document prints 类 and 项 in form 05, budgets by 项. 分. */
const CLASSES = ['201', '208', '210', '221'];
interface Item {
  doc: string;
  year: number;
  department: string;
  code: string;
  budget: bigint;
  final: bigint;
}
const ITEMS: Item[] = [];
const DOCUMENTS: HandDocument[] = [];
for (let d = 0; d < 12; d++) {
  for (const year of [2021, 2022, 2023]) {
    const doc = `d${String(d)}-${String(year)}`;
    const department = `局${String(d)}`;
    DOCUMENTS.push({ doc, region: '某市', department, year, scope: 'department', unit: '元' });
    CLASSES.forEach((code, c) => {
      for (const item of ['0101', '0102']) {
        const seed = BigInt((d + 3) * (year - 2010) * (c + 2) + Number(item));
        ITEMS.push({
          doc,
          year,
          department,
          code: code + item,
          budget: seed * 1_237n + 100n,
          final: seed * 1_111n,
        });
      }
    });
  }
}
const yuan = (fen: bigint) => `${String(fen / 100n)}.${String(fen % 100n).padStart(2, '0')}`;
const sum = (items: readonly Item[], of: 'budget' | 'final') =>
  items.reduce((total, item) => total + item[of], 0n);
const of = (doc: string, prefix: string) => ITEMS.filter((i) => i.doc === doc && i.code.startsWith(prefix));

const FACTS: HandFact[] = DOCUMENTS.flatMap(({ doc }) => [
  { doc, name: '合计', amount: yuan(sum(of(doc, ''), 'final')) },
  {
    doc,
    source: 'narrative' as const,
    name: '合计',
    stage: 'initial_budget',
    amount: yuan(sum(of(doc, ''), 'budget')),
  },
  ...CLASSES.flatMap((code) =>
    [code, `${code}01`].map((prefix) => ({
      doc,
      code: prefix,
      name: prefix,
      amount: yuan(sum(of(doc, prefix), 'final')),
    })),
  ),
  ...of(doc, '').flatMap((item) => [
    { doc, code: item.code, name: item.code, amount: yuan(item.final) },
    {
      doc,
      source: 'narrative' as const,
      code: item.code,
      name: item.code,
      stage: 'initial_budget',
      amount: yuan(item.budget),
    },
  ]),
]);

describe('against plain sums of made-up data', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createNodeEngine();
    await loadHandMade(engine, DOCUMENTS, FACTS);
  });
  afterAll(() => engine.close());

  it.each([1, 2, 3] as const)('every cell of level %i', async (level: Level) => {
    const model = await runExecution(engine, { ...DEFAULT_EXECUTION, level });
    expect(model.rows).toHaveLength(36);
    expect(model.columns).toHaveLength(level === 3 ? 8 : 4);
    for (const row of model.rows) {
      for (const cell of [...row.cells, row.total]) {
        const own = of(row.doc_id, cell.code ?? '');
        expect([cell.budget, cell.final]).toEqual([sum(own, 'budget'), sum(own, 'final')]);
      }
    }
  });

  it('every cell of subject × year', async () => {
    const model = await runExecution(engine, { ...DEFAULT_EXECUTION, view: 'subject_year', sort: 'name' });
    const matrix = executionMatrix(model);
    for (const [r, row] of matrix.rows.entries()) {
      for (const [c, column] of matrix.columns.entries()) {
        const own = ITEMS.filter((i) => String(i.year) === column.name && i.code.startsWith(row.code ?? ''));
        const { cell, left_out } = matrix.at(r, c);
        expect([cell.budget, cell.final, left_out]).toEqual([sum(own, 'budget'), sum(own, 'final'), 0]);
      }
    }
  });

  it('the bridge of a subject', async () => {
    const rows = await executionRows(engine, { filter: NO_FILTER, level: 1 });
    const target = { kind: 'subject', code: '208', fiscal_year: 2022, scope: 'department' } as const;
    const bridge = executionBridge(rows, target, 'parts')!;
    const own = ITEMS.filter((i) => i.year === 2022 && i.code.startsWith('208'));
    expect([bridge.steps[0]?.amount, bridge.steps.at(-1)?.amount]).toEqual([
      sum(own, 'budget'),
      sum(own, 'final'),
    ]);
    for (const step of bridge.steps.filter(({ kind }) => kind === 'part')) {
      const mine = own.filter((i) => i.department === step.name);
      expect(step.amount).toBe(sum(mine, 'final') - sum(mine, 'budget'));
    }
  });
});

describe('the shipped data', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createNodeEngine();
    await loadExtract(engine, { fetchBytes: diskFolder(new URL('../../data', import.meta.url).pathname) });
  });
  afterAll(() => engine.close());

  it.each([
    ['department_subject', 'initial_budget'],
    ['department_subject', 'adjusted_budget'],
    ['subject_year', 'initial_budget'],
  ] as const)('the drawer finds what each cell shows: %s, %s', async (view: View, basis: Basis) => {
    const matrix = executionMatrix(await runExecution(engine, { ...DEFAULT_EXECUTION, basis, view }));
    let seen = 0;
    for (let r = 0; r < matrix.rows.length; r++) {
      for (let c = 0; c < matrix.columns.length; c++) {
        const { cell, members } = matrix.at(r, c);
        const evidence = membersEvidence(members, basis, 't');
        if (!evidence) continue;
        const amounts = (await runEvidence(engine, evidence)).parts.map((part) => part.amount);
        const shown = [cell.final, cell.budget].filter((amount) => amount !== null);
        expect(amounts, `${matrix.rows[r]!.name} ${matrix.columns[c]!.key}`).toEqual(shown);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(15);
  });
});
