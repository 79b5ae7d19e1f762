import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../src/engine/node';
import type { Engine } from '../../src/engine/types';
import { NO_FILTER } from '../../src/analysis/filter';
import {
  DEFAULT_PIVOT,
  everything,
  runPivot,
  runPivotOptions,
  type PivotModel,
  type PivotRequest,
} from '../../src/analysis/pivot';
import { amountAt, figureAt, nodeAt, pivotOf } from '../support/pivot-figures';
import { DOCUMENTS, FACTS } from './pivot-documents';
import { loadTiny, type TinyDocument } from './pivot-facts';

let engine: Engine;
beforeAll(async () => {
  engine = await createNodeEngine();
  await loadTiny(engine, DOCUMENTS, FACTS);
});
afterAll(() => engine.close());

/** 部门 only, unless a test is about both scopes. */
const OWN = { ...NO_FILTER, scope: 'department' } as const;
const pivot = (change: Partial<PivotRequest> = {}) => pivotOf(engine, { filter: OWN, ...change });
const A = '某省某市';
const KEYS = ['2010101', '2010102', '2080505', '208', '210'];

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
const isOwn = (d: TinyDocument) => d.scope === 'department';

describe('every level is its own printed figure', () => {
  // Rows and columns where nothing has to be computed: the plain sums are then the whole truth.
  it.each(['total', 'project'] as const)('%s by year equals the plain sum of that level', async (measure) => {
    const model = await pivot({ columns: ['year'], measures: [measure] });
    for (const key of KEYS)
      for (const year of [2023, 2024])
        expect(amountAt(model, [key], [year]), `${key} ${year}`).toBe(
          plainSum(key, measure, (d) => isOwn(d) && d.year === year),
        );
  });

  it('whichever dimensions stand on rows and columns, and in which order', async () => {
    const layouts: Partial<PivotRequest>[] = [
      { rows: ['function'], columns: ['year', 'department'] },
      { rows: ['year', 'department'], columns: ['function'] },
      { rows: ['department', 'function'], columns: ['year'] },
    ];
    for (const layout of layouts) {
      const model = await pivot(layout);
      for (const d of DOCUMENTS.filter((d) => isOwn(d) && d.doc !== 'a23copy' && d.doc !== 'c23'))
        for (const key of KEYS) {
          const expected = plainSum(key, 'total', (x) => x === d);
          if (expected === null) continue;
          const department = `${d.region}/${d.department}`;
          const paths: Record<string, [(string | number)[], (string | number)[]]> = {
            function: [[key], [d.year, department]],
            year: [[d.year, department], [key]],
            department: [[department, key], [d.year]],
          };
          const [row, column] = paths[layout.rows![0]!]!;
          expect(amountAt(model, row, column), `${layout.rows!.join()} ${d.doc} ${key}`).toBe(expected);
        }
    }
  });

  it('single levels of the tree show that level alone', async () => {
    const model = await pivot({ rows: ['function_item'], columns: ['year'] });
    const codes = [...everything(model.axes.rows)].flatMap((node) => node.code ?? []);
    expect(codes).toEqual(['2010101', '2010102', '2080505', '2080506']);
    expect(amountAt(model, ['2010101'], [2023])).toBe(4000n);
    // 合计 stays what the forms print, whatever is listed.
    expect(amountAt(model, [], [2023])).toBe(10_000n + 6_070_000n);
  });

  it('a parent that is not printed is the sum of its children, marked', async () => {
    const model = await pivot();
    const column = [2024, `${A}/甲局`];
    // 50.00 + 20.00; 5.00; 70.00 + 5.00
    expect(figureAt(model, ['20805'], column).cell).toMatchObject({ amount: 7000n, computed: 1, parts: 2 });
    expect(amountAt(model, ['201'], column)).toBe(500n);
    expect(figureAt(model, [], column).cell).toMatchObject({ amount: 7500n, computed: 1, parts: 2 });
    // 2023 prints them: taken as printed.
    expect(figureAt(model, ['20805'], [2023, `${A}/甲局`]).cell).toMatchObject({
      amount: 4000n,
      computed: 0,
    });
  });
});

describe('what is not there', () => {
  it('tells absent rows, blank cells, missing forms and printed zeros apart', async () => {
    const model = await pivot({ measures: ['project'] });
    const figure = (key: string, year: number, department: string) =>
      figureAt(model, [key], [year, `${A}/${department}`]);
    expect(figure('208', 2023, '甲局').kind).toBe('blank');
    expect(figure('210', 2023, '甲局').kind).toBe('absent');
    expect(figure('201', 2023, '丙局').kind).toBe('no_form');
    expect(figure('2080505', 2024, '甲局')).toMatchObject({ kind: 'amount', cell: { amount: 0n } });
    expect(figure('2010101', 2024, '甲局')).toMatchObject({ kind: 'amount', cell: { amount: -100n } });
    expect(model.notes).toContainEqual({
      kind: 'not_filled',
      department: '丙局',
      year: 2023,
      form_printed: false,
    });
  });

  it('a code that could not be read is shown apart and added to nothing', async () => {
    const model = await pivot();
    const loose = model.axes.rows.children.filter((node) => node.loose);
    expect(loose.map((node) => [node.code, node.name])).toEqual([[null, '看不清的科目']]);
    const column = [2023, `${A}/乙局`];
    expect(amountAt(model, [loose[0]!.member], column)).toBe(77n);
    expect(amountAt(model, [], column)).toBe(6_070_000n);
    expect(model.axes.rows.children.at(-1)).toBe(loose[0]);
  });

  it('what is not opened is not fetched, and its row says that it has more', async () => {
    const whole = await pivotOf(engine, { filter: OWN, rows: ['department', 'function'], columns: ['year'] });
    const closed = await runPivot(
      engine,
      {
        ...DEFAULT_PIVOT,
        filter: OWN,
        rows: ['department', 'function'],
        columns: ['year'],
        shown: ['department', 'year'],
      },
      [2023, 2024],
    );
    const first = nodeAt(closed.axes.rows, `${A}/甲局`);
    expect([first.children.length, first.deeper]).toEqual([0, true]);
    expect(amountAt(closed, [`${A}/甲局`], [2023])).toBe(amountAt(whole, [`${A}/甲局`], [2023]));
  });
});

describe('totals', () => {
  it('never add 部门 and 单位, nor a second copy of a report', async () => {
    const model = await pivotOf(engine, { columns: ['year'] });
    expect(amountAt(model, [], ['department', 2023])).toBe(10_000n + 6_070_000n);
    // 75.00 computed for 甲局, 3.00 printed for the 甲局 of the other region.
    expect(amountAt(model, [], ['department', 2024])).toBe(7500n + 300n);
    expect(amountAt(model, [], ['department'])).toBe(10_000n + 6_070_000n + 7500n + 300n);
    expect(amountAt(model, [], ['unit', 2023])).toBe(900n);
    expect(figureAt(model, [])).toMatchObject({ kind: 'refused', refusal: 'scopes' });
    expect(model.notes.map((n) => n.kind)).toContain('scopes_apart');
    expect(model.notes).toContainEqual({ kind: 'spare', documents: 1 });
    expect(model.notes).toContainEqual({ kind: 'years_differ', years: [2023, 2024] });
    expect(model.notes).toContainEqual({ kind: 'departments_summed', departments: 3 });
  });

  it('one scope, one year, one department: nothing is said about sums', async () => {
    const model = await pivot({ filter: { ...OWN, years: [2023], departments: ['甲局'] } });
    expect(model.notes.map((n) => n.kind)).toEqual(['spare']);
  });

  it('a region is the sum of its departments', async () => {
    const model = await pivot({ rows: ['region', 'department'], columns: ['year'] });
    expect(amountAt(model, [A], [2024])).toBe(7500n);
    expect(amountAt(model, ['别省某市'], [2024])).toBe(300n);
    expect(amountAt(model, [A, `${A}/乙局`], [2023])).toBe(6_070_000n);
  });
});

describe('a printed figure against the level below', () => {
  it('is marked where more than rounding separates them, and only there', async () => {
    const model = await pivot();
    const column = [2023, `${A}/乙局`];
    const misfit = (key: string) => figureAt(model, key === '' ? [] : [key], column).cell?.misfit ?? null;
    // year, region, department, printed 1.01, below 0.99, twice the tolerance (1+1)·0.01 (万元)
    expect(misfit('201')!.split('\t').slice(1)).toEqual(['2023', A, '乙局', '1010000', '990000', '20000']);
    expect(misfit('208')).toBeNull();
    // 6.07 over 1.01 + 2.02 + 3.03 = 6.06: within (3+1)·0.01/2.
    expect(misfit('')).toBeNull();
    expect(model.notes).toContainEqual({ kind: 'misfits', misfits: 1 });
  });
});

describe('other bases', () => {
  it('年初预算 comes from the narrative, by class or summed from 项; a contradiction is marked', async () => {
    const model = await pivot({ basis: '05', stages: ['initial_budget'] });
    expect(amountAt(model, ['201'], [2023, `${A}/甲局`])).toBe(5000n);
    const b = [2023, `${A}/乙局`];
    expect(figureAt(model, ['2010101'], b).cell).toMatchObject({ amount: 300n, conflicts: 1 });
    expect(figureAt(model, ['20101'], b).cell).toMatchObject({ amount: 340n, computed: 1, parts: 2 });
    expect(amountAt(model, [], b)).toBe(340n);
    // 人大事务 is named in another form of another year only.
    expect(nodeAt(model.axes.rows, '20101').name).toBe('人大事务');
  });

  it('form 06 hangs its classes under 人员经费 and 公用经费 and adds the two', async () => {
    const model = await pivot({ basis: '06', rows: ['economy'], columns: ['year'] });
    const { children } = model.axes.rows;
    expect(children.map((node) => node.member)).toEqual(['personnel', 'running']);
    expect(children.map((node) => node.children.map(({ code }) => code))).toEqual([['301', '303'], ['302']]);
    expect(amountAt(model, ['personnel'], [2023])).toBe(3000n);
    expect(amountAt(model, ['30101'], [2023])).toBe(2900n);
    expect(amountAt(model, [], [2023])).toBe(4200n);
    expect(model.notes.map((n) => n.kind)).toContain('total_computed');
  });

  it('a subject has its latest name, and the earlier one beside it', async () => {
    const node = nodeAt((await pivot()).axes.rows, '20805');
    expect([node.name, ...node.otherNames.map((n) => n.name)].sort()).toEqual(
      ['行政事业单位养老支出', '行政事业单位离退休'].sort(),
    );
  });

  it('a subject has the name of the documents that are shown, not of others', async () => {
    const alone = await pivot({ filter: { ...OWN, years: [2023], departments: ['甲局'] } });
    expect(nodeAt(alone.axes.rows, '20805')).toMatchObject({ name: '行政事业单位离退休', otherNames: [] });
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
    const model: PivotModel = await pivot({ filter: { ...NO_FILTER, years: [1900] } });
    expect(model).toMatchObject({ filled: false, notes: [] });
    expect([model.axes.rows.children, model.axes.columns.children]).toEqual([[], []]);
  });
});
