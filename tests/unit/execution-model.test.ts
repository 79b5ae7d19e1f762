import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { cellEvidence, DEFAULT_EXECUTION, executionModel, isWide } from '../../src/analysis/execution';
import type { ExecutionRows, FigureLine } from '../../src/analysis/execution/rows';

/** 万元 as printed → 分. */
const wan = (text: string) => BigInt(new Decimal(text).times(1_000_000).toFixed());
const CENT = 10_000n; // 万元 with two decimals

const document = (
  doc_id: string,
  department: string,
  fiscal_year: number,
  scope: 'department' | 'unit' = 'unit',
) => ({
  doc_id,
  region: '某市',
  department,
  scope,
  fiscal_year,
  title: `${department} ${fiscal_year}`,
});

const figure = (doc_id: string, code: string, given: Partial<FigureLine>): FigureLine => ({
  doc_id,
  code,
  form_final: null,
  narrative_final: null,
  form_initial: null,
  narrative_initial: null,
  form_adjusted: null,
  narrative_adjusted: null,
  initial_resolution: CENT,
  items_initial: null,
  items_with_budget: 0,
  items_without_budget: 0,
  ...given,
});

const rows = (given: Partial<ExecutionRows>): ExecutionRows => ({
  documents: [],
  figures: [],
  budgetDocuments: [],
  whole: [],
  allFunds: [],
  disagreements: [],
  reasons: [],
  ...given,
});

/** A year of 甲: 201 budget 100, final 80; 208 budget 50, final 60; printed total 150, final 140. */
const SIMPLE = rows({
  documents: [document('a', '甲', 2023)],
  figures: [
    figure('a', '', { form_final: wan('140'), narrative_initial: wan('150') }),
    figure('a', '201', { form_final: wan('80'), narrative_initial: wan('100') }),
    figure('a', '208', { form_final: wan('60'), narrative_initial: wan('50') }),
  ],
});
const change = (base: ExecutionRows, code: string, given: Partial<FigureLine>): ExecutionRows => ({
  ...base,
  figures: base.figures.map((f) => (f.code === code ? { ...f, ...given } : f)),
});
const initial = (data: ExecutionRows) => executionModel(DEFAULT_EXECUTION, data);
const adjusted = (data: ExecutionRows) =>
  executionModel({ ...DEFAULT_EXECUTION, basis: 'adjusted_budget' }, data);
const percent = (rate: Decimal | null | undefined) => rate?.times(100).toFixed(2);

describe('execution against the initial budget', () => {
  it('divides the final account by the budget, exactly', () => {
    const model = initial(SIMPLE);
    expect(model.columns.map((c) => c.code)).toEqual(['201', '208']);
    expect(model.columns[1]?.name).toBe('社会保障和就业支出');
    const [row] = model.rows;
    expect(row?.cells.map((c) => percent(c.rate))).toEqual(['80.00', '120.00']);
    expect(percent(row?.total.rate)).toBe('93.33'); // 140 ÷ 150
    expect(row?.cells[0]).toMatchObject({ state: 'rate', budgetSource: 'narrative', finalSource: 'form' });
  });

  it('takes the form’s final account over the narrative’s, and the narrative’s where there is no form 05', () => {
    const both = initial(change(SIMPLE, '201', { narrative_final: wan('85') }));
    expect(percent(both.rows[0]?.cells[0]?.rate)).toBe('80.00');
    const noForm = initial(change(SIMPLE, '201', { form_final: null, narrative_final: wan('85') }));
    expect(percent(noForm.rows[0]?.cells[0]?.rate)).toBe('85.00');
    expect(noForm.rows[0]?.cells[0]?.finalSource).toBe('narrative');
  });

  it('prefers a budget document, then a budget column of the form, to the narrative', () => {
    const column = change(SIMPLE, '201', { form_initial: wan('160') });
    expect(initial(column).rows[0]?.cells[0]).toMatchObject({ budget: wan('160'), budgetSource: 'form' });
    const own = {
      ...column,
      budgetDocuments: [{ ...document('b', '甲', 2023), code: '201', initial: wan('200') }],
    };
    expect(initial(own).rows[0]?.cells[0]).toMatchObject({
      budget: wan('200'),
      budgetSource: 'budget_document',
    });
    const otherYear = { ...own, budgetDocuments: [{ ...own.budgetDocuments[0]!, fiscal_year: 2022 }] };
    expect(initial(otherYear).rows[0]?.cells[0]?.budget).toBe(wan('160'));
  });

  it('adds up the 项 of a class only where every 项 of form 05 has a budget', () => {
    const items = { narrative_initial: null, items_initial: wan('295.09'), items_with_budget: 2 };
    const summed = initial(change(SIMPLE, '201', { ...items, form_final: wan('136.53') }));
    expect(summed.rows[0]?.cells[0]).toMatchObject({
      state: 'rate',
      budget: wan('295.09'),
      budgetSource: 'sum_of_items',
      items: 2,
    });
    expect(percent(summed.rows[0]?.cells[0]?.rate)).toBe('46.27'); // 136.53 ÷ 295.09
    const open = initial(change(SIMPLE, '201', { ...items, items_without_budget: 1n }));
    expect(open.rows[0]?.cells[0]).toMatchObject({
      state: 'missing_budget',
      budget: null,
      rate: null,
      missing: 'items_incomplete',
    });
  });

  it('adds up the classes where no total is printed, unless a class with spending has no budget', () => {
    const unprinted = change(SIMPLE, '', { narrative_initial: null });
    expect(initial(unprinted).rows[0]?.total).toMatchObject({
      budget: wan('150'),
      budgetSource: 'sum_of_classes',
    });
    const open = initial(change(unprinted, '208', { narrative_initial: null }));
    expect(open.rows[0]?.total).toMatchObject({ state: 'missing_budget', budget: null, rate: null });
  });
});

describe('cells without a rate', () => {
  const second = (data: ExecutionRows) => initial(data).rows[0]?.cells[1];

  it('new: no budget, though the other classes make up the whole budget within rounding', () => {
    const data = change(change(SIMPLE, '', { narrative_initial: wan('100.01') }), '208', {
      narrative_initial: null,
    });
    expect(second(data)).toMatchObject({ state: 'new', budget: null, rate: null });
  });

  it('missing: no budget, and the printed total leaves room for one', () => {
    expect(second(change(SIMPLE, '208', { narrative_initial: null }))).toMatchObject({
      state: 'missing_budget',
      missing: 'not_printed',
      final: wan('60'),
      rate: null,
    });
  });

  it('zero budget: the ratio is undefined, not infinite and not 0', () => {
    expect(second(change(SIMPLE, '208', { narrative_initial: 0n }))).toMatchObject({
      state: 'zero_budget',
      budget: 0n,
      rate: null,
    });
  });

  it('unspent: 0 % where 0.00 is printed, no rate where form 05 does not list the class', () => {
    const printed = second(change(SIMPLE, '208', { form_final: 0n }));
    expect(printed?.state).toBe('unspent');
    expect(percent(printed?.rate)).toBe('0.00');
    expect(second(change(SIMPLE, '208', { form_final: null }))).toMatchObject({
      state: 'unspent',
      final: null,
      rate: null,
      finalSource: null,
    });
  });

  it('missing final: a document without form 05 does not say that nothing was spent', () => {
    const noForm = change(change(SIMPLE, '', { form_final: null }), '208', { form_final: null });
    expect(second(noForm)).toMatchObject({ state: 'missing_final', rate: null });
  });

  it('absent: a class of another department, or of zeros alone, is no subject', () => {
    const data = rows({
      documents: [...SIMPLE.documents, document('b', '乙', 2023)],
      figures: [
        ...SIMPLE.figures,
        figure('b', '', { form_final: wan('9'), narrative_initial: wan('9') }),
        figure('b', '201', { form_final: wan('9'), narrative_initial: wan('9') }),
        figure('b', '202', { form_final: 0n }),
      ],
    });
    const model = initial(data);
    expect(model.columns.map((c) => c.code)).toEqual(['201', '208']); // no column for the zeros of 202
    const b = model.rows.find((row) => row.department === '乙');
    expect(b?.cells.map((c) => c.state)).toEqual(['rate', 'absent']);
    expect(cellEvidence(b!, b!.cells[1]!, 'initial_budget', '')).toBeNull();
  });
});

describe('execution against the adjusted budget', () => {
  const whole = (amount: string) => [
    { doc_id: 'a', stage: 'adjusted_budget' as const, amount_fen: wan(amount), resolution_fen: CENT },
  ];

  it('exists for the 合计 alone, from the self-evaluation', () => {
    const model = adjusted({
      ...SIMPLE,
      whole: whole('160'),
      allFunds: [{ doc_id: 'a', amount_fen: wan('140') }],
    });
    const [row] = model.rows;
    expect(row?.total).toMatchObject({ state: 'rate', budget: wan('160'), budgetSource: 'performance' });
    expect(percent(row?.total.rate)).toBe('87.50');
    expect(row?.cells.map((c) => [c.state, c.missing])).toEqual([
      ['missing_budget', 'department_only'],
      ['missing_budget', 'department_only'],
    ]);
    expect(model.summaries[0]).toMatchObject({ wide_level: 'total', wide: 0, of: 1 });
  });

  it('is not compared with form 05 where the document also spends other funds', () => {
    const model = adjusted({
      ...SIMPLE,
      whole: whole('160'),
      allFunds: [{ doc_id: 'a', amount_fen: wan('141') }],
    });
    expect(model.rows[0]?.total).toMatchObject({
      state: 'missing_budget',
      missing: 'other_funds',
      rate: null,
    });
  });

  it('says that it is not printed where there is no self-evaluation', () => {
    expect(adjusted(SIMPLE).rows[0]?.total).toMatchObject({
      state: 'missing_budget',
      missing: 'not_printed',
    });
  });
});

describe('what is doubtful', () => {
  const evaluated = (amount: string, resolution: bigint, all = '140') => ({
    ...SIMPLE,
    whole: [
      { doc_id: 'a', stage: 'initial_budget' as const, amount_fen: wan(amount), resolution_fen: resolution },
    ],
    allFunds: [{ doc_id: 'a', amount_fen: wan(all) }],
  });

  it('marks an initial budget that the self-evaluation gives differently', () => {
    expect(initial(evaluated('150.01', CENT)).rows[0]?.doubt).toEqual({
      narrative: wan('150'),
      performance: wan('150.01'),
    });
    expect(initial(evaluated('150', CENT)).rows[0]?.doubt).toBeNull();
  });

  it('does not where the coarser printing rounds to the same, or the funds differ', () => {
    expect(initial(evaluated('150.004', 100n)).rows[0]?.doubt).toBeNull();
    expect(initial(evaluated('150.006', 100n)).rows[0]?.doubt).not.toBeNull();
    expect(initial(evaluated('170', CENT, '200')).rows[0]?.doubt).toBeNull();
  });

  it('gives a class the disagreements of its 项, and the 合计 only its own', () => {
    const at = (code: string) => ({ doc_id: 'a', code, name: code, form_fen: 1n, narrative_fen: 2n });
    const [row] = initial({ ...SIMPLE, disagreements: [at('2010350'), at('')] }).rows;
    expect(row?.cells.map((c) => c.disagreements.map((d) => d.code))).toEqual([['2010350'], []]);
    expect(row?.total.disagreements.map((d) => d.code)).toEqual(['']);
  });
});

describe('reasons', () => {
  it('go to the class that they are about, those of its 项 included', () => {
    const at = (code: string, reason: string) => ({ doc_id: 'a', code, name: null, reason });
    const [row] = initial({ ...SIMPLE, reasons: [at('2010350', '节约'), at('208', '人员增加')] }).rows;
    expect(row?.cells.map((c) => c.reasons.map((r) => r.text))).toEqual([['节约'], ['人员增加']]);
    expect(row?.total.reasons).toEqual([]);
  });
});

describe('summary and order', () => {
  /** Totals: 甲 140 of 150 (93.33 %), 乙 9 of 10 (90 %), 丙 30 of 20 (150 %), 丁 no budget. */
  const MANY = rows({
    documents: [
      document('a', '甲', 2023),
      document('b', '乙', 2023),
      document('c', '丙', 2024),
      document('d', '丁', 2024),
    ],
    figures: [
      ...SIMPLE.figures,
      figure('b', '', { form_final: wan('9'), narrative_initial: wan('10') }),
      figure('b', '201', { form_final: wan('9'), narrative_initial: wan('10') }),
      figure('c', '', { form_final: wan('30'), narrative_initial: wan('20') }),
      figure('c', '201', { form_final: wan('30'), narrative_initial: wan('20') }),
      figure('d', '', { form_final: wan('500') }),
    ],
  });

  it('sums budgets and finals over the rows that have both, and counts the others', () => {
    const [summary] = initial(MANY).summaries;
    expect(summary).toMatchObject({ budget: wan('180'), final: wan('179'), rows: 4, left_out: 1 });
    expect(percent(summary?.rate)).toBe('99.44'); // 179 ÷ 180
    expect(percent(summary?.median)).toBe('93.33');
  });

  it('counts ±20 points and more as far off', () => {
    expect(initial(MANY).summaries[0]).toMatchObject({ wide: 3, of: 4, wide_level: 'class' }); // 80, 120, 150; not 90
    expect(['0.8', '0.8001', '1.1999', '1.2'].map((r) => isWide(new Decimal(r)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('takes the mean of the two middle rates for the median of a class', () => {
    const model = initial({ ...MANY, documents: MANY.documents.slice(0, 2) });
    expect(percent(model.columns[0]?.median)).toBe('85.00'); // 80 and 90
    expect(percent(model.columns[1]?.median)).toBe('120.00');
  });

  it('never adds departments and units', () => {
    const mixed = {
      ...MANY,
      documents: [...MANY.documents.slice(0, 2), document('c', '丙', 2024, 'department')],
    };
    expect(initial(mixed).summaries.map((s) => [s.scope, s.final])).toEqual([
      ['department', wan('30')],
      ['unit', wan('149')],
    ]);
  });

  it('sorts by rate, money or name; a row without the figure is last in both directions', () => {
    const order = (sort: 'rate' | 'money' | 'name', descending: boolean) =>
      executionModel({ ...DEFAULT_EXECUTION, sort, descending }, MANY).rows.map((row) => row.department);
    expect(order('rate', false)).toEqual(['乙', '甲', '丙', '丁']);
    expect(order('rate', true)).toEqual(['丙', '甲', '乙', '丁']);
    expect(order('money', true)).toEqual(['丁', '甲', '丙', '乙']);
    expect(order('name', false)).toEqual(['丙', '丁', '甲', '乙']); // bing, ding, jia, yi
  });

  it('is empty, not broken, without rows', () => {
    expect(initial(rows({}))).toMatchObject({ columns: [], rows: [], summaries: [], totalMedian: null });
  });
});

describe('evidence of a cell', () => {
  it('names final and budget by their coordinates; the 项 where they were added up', () => {
    const [row] = initial(SIMPLE).rows;
    expect(cellEvidence(row!, row!.cells[0]!, 'initial_budget', 't')).toEqual({
      title: 't',
      show: 'execution_rate',
      parts: [
        {
          term: 'final',
          at: {
            doc_ids: ['a'],
            form: '05',
            flow: 'expenditure',
            fund: 'general',
            measure: 'total',
            stage: 'final',
            classification: 'function',
            subject_code: '201',
          },
        },
        {
          term: 'initial_budget',
          at: {
            doc_ids: ['a'],
            source: 'narrative',
            flow: 'expenditure',
            fund: 'general',
            measure: 'total',
            stage: 'initial_budget',
            classification: 'function',
            subject_code: '201',
          },
        },
      ],
    });
    const items = change(SIMPLE, '201', { narrative_initial: null, items_initial: 5n, items_with_budget: 2 });
    const summed = initial(items).rows[0]!;
    const request = cellEvidence(summed, summed.cells[0]!, 'initial_budget', 't');
    expect(request?.parts[1]?.at).toMatchObject({ under: '201', subject_level: 3, source: 'narrative' });
    expect(request?.parts[1]?.at).not.toHaveProperty('subject_code');
  });

  it('shows the one figure that exists', () => {
    const [row] = initial(change(SIMPLE, '208', { narrative_initial: null })).rows;
    expect(cellEvidence(row!, row!.cells[1]!, 'initial_budget', 't')).toMatchObject({
      show: 'amount',
      parts: [{ term: 'final' }],
    });
  });
});
