import { describe, expect, it } from 'vitest';
import { cellEvidence } from '../../src/analysis/execution';
import type { ExecutionRows } from '../../src/analysis/execution/rows';
import {
  adjusted,
  budgetLine,
  CENT,
  change,
  document,
  evaluation,
  figure,
  initial,
  percent,
  rows,
  SIMPLE,
  wan,
} from './execution-rows';

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
      budgetDocuments: [budgetLine('201', '200')],
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
  const SPENT_140 = [{ doc_id: 'a', amount_fen: wan('140') }];

  it('exists for the 合计 alone, from the self-evaluation', () => {
    const model = adjusted({ ...SIMPLE, evaluations: [evaluation('160')], allFunds: SPENT_140 });
    const [row] = model.rows;
    expect(row?.total).toMatchObject({ state: 'rate', budget: wan('160'), budgetSource: 'performance' });
    expect(percent(row?.total.rate)).toBe('87.50');
    expect(row?.cells.map((c) => [c.state, c.missing])).toEqual([
      ['missing_budget', 'department_only'],
      ['missing_budget', 'department_only'],
    ]);
    expect(model.summaries[0]).toMatchObject({ wide_level: 'total', wide: 0, of: 1 });
  });

  it('is explained by the very facts: the self-evaluation may print several', () => {
    const other = evaluation('140', { printed_as: '预算总额' });
    const model = adjusted({ ...SIMPLE, evaluations: [evaluation('160'), other], allFunds: SPENT_140 });
    const [row] = model.rows;
    expect(row?.doubts).toEqual([{ stage: 'adjusted_budget', taken: wan('160'), other: wan('140') }]);
    expect(row?.total.printed_as).toBeNull();
    expect(cellEvidence(row!, row!.total, 'adjusted_budget', 't')?.parts[1]).toEqual({
      term: 'adjusted_budget',
      at: { doc_ids: ['a'], fact_ids: ['whole 160'] },
    });
    // 160 printed more coarsely is the same figure.
    const coarse = evaluation('160.04', { resolution_fen: 100_000n });
    expect(
      adjusted({ ...SIMPLE, evaluations: [evaluation('160'), coarse], allFunds: SPENT_140 }).rows[0]?.doubts,
    ).toEqual([]);
  });

  it('says what the self-evaluation calls it, if not 全年预算数', () => {
    const evaluations = [evaluation('160', { printed_as: '预算数' })];
    expect(adjusted({ ...SIMPLE, evaluations, allFunds: SPENT_140 }).rows[0]?.total.printed_as).toBe(
      '预算数',
    );
  });

  it('is the sum of 基本支出 and 项目支出 where the two make up the whole', () => {
    const parts = (spentOnProjects: string) => [
      evaluation('110', { part: 'basic', fact_id: 'b' }),
      evaluation('46', { part: 'project', fact_id: 'p' }),
      evaluation('100', { part: 'basic', stage: 'final' }),
      evaluation(spentOnProjects, { part: 'project', stage: 'final' }),
    ];
    const whole = (spent: string) =>
      adjusted({ ...SIMPLE, evaluations: parts(spent), allFunds: SPENT_140 }).rows[0]!.total;
    expect(whole('40.01')).toMatchObject({
      budget: wan('156'),
      budgetSource: 'sum_of_parts',
      fact_ids: ['b', 'p'],
    });
    expect(percent(whole('40.01').rate)).toBe('89.74'); // 140 ÷ 156
    expect(whole('30')).toMatchObject({ state: 'missing_budget', budget: null });
  });

  it('is not compared with form 05 where the document also spends other funds', () => {
    const model = adjusted({
      ...SIMPLE,
      evaluations: [evaluation('160')],
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
  const evaluated = (amount: string, resolution_fen: bigint, all = '140') =>
    initial({
      ...SIMPLE,
      evaluations: [evaluation(amount, { stage: 'initial_budget', resolution_fen })],
      allFunds: [{ doc_id: 'a', amount_fen: wan(all) }],
    }).rows[0]?.doubts;

  it('marks an initial budget that the self-evaluation gives differently', () => {
    expect(evaluated('150.01', CENT)).toEqual([
      { stage: 'initial_budget', taken: wan('150'), other: wan('150.01') },
    ]);
    expect(evaluated('150', CENT)).toEqual([]);
  });

  it('does not where the coarser printing rounds to the same, or the funds differ', () => {
    expect(evaluated('150.004', 100n)).toEqual([]);
    expect(evaluated('150.006', 100n)).toHaveLength(1);
    expect(evaluated('170', CENT, '200')).toEqual([]);
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
