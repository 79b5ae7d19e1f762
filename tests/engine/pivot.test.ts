import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { NO_FILTER } from '../../src/analysis/filter';
import {
  amountOf,
  columnId,
  DEFAULT_PIVOT,
  runPivot,
  runPivotOptions,
  walk,
  type PivotModel,
  type PivotNode,
  type PivotRequest,
} from '../../src/analysis/pivot';
import { DOCUMENTS, FACTS } from './pivot-documents';
import { loadTiny, type TinyDocument } from './pivot-facts';

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadTiny(engine, DOCUMENTS, FACTS);
});
afterAll(() => engine.close());

const pivot = (change: Partial<PivotRequest> = {}) => runPivot(engine, { ...DEFAULT_PIVOT, ...change });
const at = (
  scope: 'department' | 'unit',
  year: number | null,
  region: string | null,
  department: string | null,
) => columnId({ scope, year, region, department });
function find(model: PivotModel, key: string): PivotNode {
  const found = key === '' ? model.total : [...walk(model.roots)].find((node) => node.key === key);
  if (!found) throw new Error(`no row ${key}`);
  return found;
}
const A = '某省某市';

/** Sums the printed facts of one key straight from the list above: no SQL, no tree. */
function plainSum(key: string, measure: string, keep: (d: TinyDocument) => boolean): bigint | null {
  const documents = new Map(DOCUMENTS.filter((d) => d.doc !== 'a23copy').map((d) => [d.doc, d]));
  const mine = FACTS.filter(
    (f) =>
      f.form === '03' &&
      (f.measure ?? 'total') === measure &&
      (key === '' ? f.name === '合计' : f.code === key) &&
      documents.has(f.doc) &&
      keep(documents.get(f.doc)!),
  );
  return mine.length === 0 ? null : mine.reduce((sum, f) => sum + f.fen, 0n);
}

describe('every level is its own printed figure', () => {
  // Rows and columns where nothing has to be computed: the plain sums are then the whole truth.
  const keys = ['2010101', '2010102', '2080505', '208', '210'];
  it.each(['total', 'project'] as const)('%s by year equals the plain sum of that level', async (measure) => {
    const model = await pivot({ columns: 'year', measure });
    for (const key of keys)
      for (const year of [2023, 2024])
        expect(amountOf(find(model, key), at('department', year, null, null)), `${key} ${year}`).toBe(
          plainSum(key, measure, (d) => d.scope === 'department' && d.year === year),
        );
  });

  it('by department and year within year', async () => {
    const both = await pivot({ columns: 'year_department' });
    const flat = await pivot({ columns: 'department' });
    for (const d of DOCUMENTS.filter((d) => d.doc !== 'a23copy' && d.doc !== 'c23'))
      for (const key of keys) {
        expect(
          amountOf(find(both, key), at(d.scope, d.year, d.region, d.department)),
          `${d.doc} ${key}`,
        ).toBe(plainSum(key, 'total', (x) => x === d));
        expect(amountOf(find(flat, key), at(d.scope, null, d.region, d.department)), `${d.doc} ${key}`).toBe(
          plainSum(
            key,
            'total',
            (x) => x.scope === d.scope && x.region === d.region && x.department === d.department,
          ),
        );
      }
  });

  it('a parent that is not printed is the sum of its children, marked', async () => {
    const model = await pivot({ columns: 'year_department' });
    const column = at('department', 2024, A, '甲局');
    // 50.00 + 20.00; 5.00; 70.00 + 5.00
    expect(find(model, '20805').cells.get(column)).toEqual({
      kind: 'amount',
      amount: 7000n,
      documents: 1,
      fact_id: null,
      marks: [{ kind: 'computed', documents: 1, parts: 2 }],
    });
    expect(amountOf(find(model, '201'), column)).toBe(500n);
    expect(find(model, '').cells.get(column)).toMatchObject({
      amount: 7500n,
      marks: [{ kind: 'computed', parts: 2 }],
    });
    // 2023 prints them: taken as printed.
    expect(find(model, '20805').cells.get(at('department', 2023, A, '甲局'))).toEqual({
      kind: 'amount',
      amount: 4000n,
      documents: 1,
      fact_id: `f${String(FACTS.findIndex((f) => f.doc === 'a23' && f.code === '20805')).padStart(4, '0')}`,
      marks: [],
    });
  });
});

describe('what is not there', () => {
  it('tells absent rows, blank cells, missing forms and printed zeros apart', async () => {
    const model = await pivot({ columns: 'year_department', measure: 'project' });
    const kind = (key: string, year: number, department: string) =>
      find(model, key).cells.get(at('department', year, A, department));
    expect(kind('208', 2023, '甲局')).toMatchObject({ kind: 'blank' });
    expect(kind('210', 2023, '甲局')).toMatchObject({ kind: 'absent' });
    expect(kind('201', 2023, '丙局')).toMatchObject({ kind: 'no_form' });
    expect(kind('2080505', 2024, '甲局')).toMatchObject({ kind: 'amount', amount: 0n });
    expect(kind('2010101', 2024, '甲局')).toMatchObject({ kind: 'amount', amount: -100n });
    expect(model.notes).toContainEqual({
      kind: 'not_filled',
      department: '丙局',
      year: 2023,
      form_printed: false,
    });
  });

  it('a code that could not be read is shown apart and added to nothing', async () => {
    const model = await pivot({ columns: 'year_department' });
    const loose = model.roots.filter((node) => node.loose);
    expect(loose.map((node) => [node.code, node.name])).toEqual([[null, '看不清的科目']]);
    expect(amountOf(loose[0]!, at('department', 2023, A, '乙局'))).toBe(77n);
    expect(amountOf(find(model, ''), at('department', 2023, A, '乙局'))).toBe(6_070_000n);
    expect(model.roots.at(-1)).toBe(loose[0]);
  });
});

describe('totals', () => {
  it('never add 部门 and 单位, nor a second copy of a report', async () => {
    const model = await pivot({ columns: 'year' });
    expect(model.columns.map((c) => c.id)).toEqual([
      'department|2023||',
      'department|2024||',
      'department|total',
      'unit|2023||',
    ]);
    expect(amountOf(find(model, ''), 'department|2023||')).toBe(10_000n + 6_070_000n);
    // 75.00 computed for 甲局, 3.00 printed for the 甲局 of the other region.
    expect(amountOf(find(model, ''), 'department|2024||')).toBe(7500n + 300n);
    expect(amountOf(find(model, ''), 'department|total')).toBe(10_000n + 6_070_000n + 7500n + 300n);
    expect(amountOf(find(model, ''), 'unit|2023||')).toBe(900n);
    const kinds = model.notes.map((n) => n.kind);
    expect(kinds).toContain('scopes_apart');
    expect(model.notes).toContainEqual({ kind: 'spare', documents: 1 });
    expect(model.notes).toContainEqual({ kind: 'years_differ', years: [2023, 2024] });
    expect(model.notes).toContainEqual({ kind: 'departments_summed', departments: 3 });
  });

  it('one scope, one year, one department: nothing is said about sums', async () => {
    const filter = { ...NO_FILTER, years: [2023], departments: ['甲局'], scope: 'department' as const };
    const model = await pivot({ filter });
    expect(model.columns.map((c) => c.id)).toEqual([at('department', 2023, A, '甲局')]);
    expect(model.notes.map((n) => n.kind)).toEqual(['spare']);
  });

  it('departments without a column of their own are one column, and the total stays', async () => {
    const wide = await pivot({ columns: 'department' });
    const narrow = await pivot({ columns: 'department', departments_shown: 1 });
    const shown = narrow.columns.filter((c) => c.scope === 'department');
    expect(shown.map((c) => [c.department, c.others])).toEqual([
      ['乙局', 0],
      [null, 3],
      [null, 0],
    ]);
    expect(amountOf(find(narrow, '201'), 'department|total')).toBe(
      amountOf(find(wide, '201'), 'department|total'),
    );
    // 60.00 and 5.00 (computed) of one 甲局, 3.00 of the other; 丙局 has no form 03.
    expect(amountOf(find(narrow, '201'), shown[1]!.id)).toBe(6800n);
  });
});

describe('a printed figure against the level below', () => {
  it('is marked where more than rounding separates them, and only there', async () => {
    const model = await pivot({ columns: 'year_department' });
    const column = at('department', 2023, A, '乙局');
    const marks = (key: string) => find(model, key).cells.get(column)?.marks ?? [];
    expect(marks('201')).toEqual([
      {
        kind: 'misfit',
        documents: 1,
        department: '乙局',
        year: 2023,
        printed: 1_010_000n,
        children: 990_000n,
        tolerance: 10_000n,
      },
    ]);
    expect(marks('208')).toEqual([]);
    // 6.07 over 1.01 + 2.02 + 3.03 = 6.06: within (3+1)·0.01/2.
    expect(marks('')).toEqual([]);
    expect(model.notes).toContainEqual({ kind: 'misfits', misfits: 1 });
  });
});

describe('other bases', () => {
  it('年初预算 comes from the narrative, by class or summed from 项; a contradiction is marked', async () => {
    const model = await pivot({ basis: '05', stage: 'initial_budget', columns: 'year_department' });
    expect(amountOf(find(model, '201'), at('department', 2023, A, '甲局'))).toBe(5000n);
    const b = at('department', 2023, A, '乙局');
    expect(find(model, '2010101').cells.get(b)).toMatchObject({
      amount: 300n,
      marks: [{ kind: 'conflict' }],
    });
    expect(find(model, '20101').cells.get(b)).toMatchObject({
      amount: 340n,
      marks: [{ kind: 'computed', parts: 2 }],
    });
    expect(find(model, '').cells.get(b)).toMatchObject({ amount: 340n });
    // 人大事务 is named in another form of another year only.
    expect(find(model, '20101').name).toBe('人大事务');
  });

  it('form 06 hangs its classes under 人员经费 and 公用经费 and adds the two', async () => {
    const model = await pivot({ basis: '06', columns: 'year' });
    const column = at('department', 2023, null, null);
    expect(model.roots.map((node) => node.key)).toEqual(['personnel', 'running']);
    expect(model.roots[0]!.children.map((node) => node.code)).toEqual(['301', '303']);
    expect(model.roots[1]!.children.map((node) => node.code)).toEqual(['302']);
    expect(amountOf(find(model, 'personnel'), column)).toBe(3000n);
    expect(amountOf(find(model, '30101'), column)).toBe(2900n);
    expect(amountOf(find(model, ''), column)).toBe(4200n);
    expect(model.notes.map((n) => n.kind)).toContain('total_computed');
  });

  it('a subject has its latest name, and the earlier one beside it', async () => {
    const node = find(await pivot(), '20805');
    expect([node.name, ...node.otherNames.map((n) => n.name)].sort()).toEqual(
      ['行政事业单位养老支出', '行政事业单位离退休'].sort(),
    );
  });

  it('a subject has the name of the documents that are shown, not of others', async () => {
    const alone = await pivot({ filter: { ...NO_FILTER, years: [2023], departments: ['甲局'] } });
    expect(find(alone, '20805')).toMatchObject({ name: '行政事业单位离退休', otherNames: [] });
  });

  it('choices are what the filtered facts hold', async () => {
    const options = await runPivotOptions(engine, { filter: NO_FILTER });
    expect(options['05'].stages).toEqual(['initial_budget', 'final']);
    expect(options['03'].measures.final).toEqual(['total', 'project']);
    expect(options['03'].stages).toEqual(['final']);
    expect(options['03'].filled).toBe(true);
    expect(options['07']).toEqual({ filled: false, stages: ['final'], measures: { final: ['total'] } });
  });

  it('a filter that matches nothing gives an empty model', async () => {
    const model = await pivot({ filter: { ...NO_FILTER, years: [1900] } });
    expect(model).toMatchObject({ columns: [], total: null, roots: [], largest: 0n, notes: [] });
  });
});
