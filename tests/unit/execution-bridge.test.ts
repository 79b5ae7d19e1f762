import { describe, expect, it } from 'vitest';
import { executionBridge, type Bridge, type BridgeTarget } from '../../src/analysis/execution';
import { change, document, evaluation, figure, rows, SIMPLE, wan } from './execution-rows';

const OF_A: BridgeTarget = { kind: 'document', doc_id: 'a' };
/** 万元. */
const steps = (bridge: Bridge | null) =>
  bridge?.steps.map(({ kind, code, amount, from, to }) => [
    code ?? kind,
    ...[amount, from, to].map((fen) => Number(fen / 1_000_000n)),
  ]);

describe('the bridge of a final account', () => {
  it('goes from 年初预算 to 支出决算 in one step where 全年预算 is not known', () => {
    const bridge = executionBridge(SIMPLE, OF_A, 'stages');
    expect(bridge?.adjusted_known).toBe(false);
    expect(steps(bridge)).toEqual([
      ['initial', 150, 0, 150],
      ['both', -10, 150, 140],
      ['final', 140, 0, 140],
    ]);
  });

  it('tells the adjustment from the execution where 全年预算 is known', () => {
    const known = change(SIMPLE, '', { narrative_adjusted: wan('145') });
    const bridge = executionBridge(known, OF_A, 'stages');
    expect(bridge?.adjusted_known).toBe(true);
    expect(steps(bridge)).toEqual([
      ['initial', 150, 0, 150],
      ['adjustment', -5, 150, 145],
      ['adjusted', 145, 0, 145],
      ['execution', -5, 145, 140],
      ['final', 140, 0, 140],
    ]);
    expect(bridge?.steps.map(({ evidence }) => [evidence?.show, evidence?.parts.map((p) => p.term)])).toEqual(
      [
        ['amount', ['initial_budget']],
        ['change', ['adjusted_budget', 'initial_budget']],
        ['amount', ['adjusted_budget']],
        ['change', ['final', 'adjusted_budget']],
        ['amount', ['final']],
      ],
    );
  });

  it('does not take the 全年预算 of all funds for that of one', () => {
    const more = {
      ...SIMPLE,
      evaluations: [evaluation('160')],
      allFunds: [{ doc_id: 'a', amount_fen: wan('155') }],
    };
    expect(executionBridge(more, OF_A, 'stages')?.adjusted_known).toBe(false);
    const same = {
      ...SIMPLE,
      evaluations: [evaluation('160')],
      allFunds: [{ doc_id: 'a', amount_fen: wan('140') }],
    };
    expect(executionBridge(same, OF_A, 'stages')?.steps[1]?.amount).toBe(wan('10'));
  });

  it('goes by subjects, the largest difference first, and names what they leave', () => {
    expect(steps(executionBridge(SIMPLE, OF_A, 'parts'))).toEqual([
      ['initial', 150, 0, 150],
      ['201', -20, 150, 130],
      ['208', 10, 130, 140],
      ['final', 140, 0, 140],
    ]);
    // A whole of 160 against classes of 150: 10 of the fall are nobody's.
    const open = executionBridge(change(SIMPLE, '', { narrative_initial: wan('160') }), OF_A, 'parts');
    expect(steps(open)?.[3]).toEqual(['rest', -10, 150, 140]);
    expect(open?.steps.at(-1)?.amount).toBe(wan('140'));
  });

  it('adds the smaller ones up where there are many', () => {
    const codes = Array.from({ length: 20 }, (_, i) => String(201 + i));
    const many = rows({
      documents: [document('a', '甲', 2023)],
      figures: [
        figure('a', '', { form_final: wan('410'), narrative_initial: wan('200') }),
        ...codes.map((code, i) =>
          figure('a', code, { form_final: wan(String(11 + i)), narrative_initial: wan('10') }),
        ),
      ],
    });
    const bridge = executionBridge(many, OF_A, 'parts');
    const others = bridge?.steps.find(({ kind }) => kind === 'others');
    expect(others).toMatchObject({ count: 7, amount: wan('28') }); // 1 + 2 + … + 7
    expect(bridge?.steps.filter(({ kind }) => kind === 'part')).toHaveLength(13);
    expect(bridge?.steps.some(({ kind }) => kind === 'rest')).toBe(false);
  });

  it('says which figure is missing instead of drawing from zero', () => {
    const none = executionBridge(change(SIMPLE, '', { narrative_initial: null, form_final: null }), OF_A);
    // The classes make up the budget; there is no final account of the whole.
    expect([none?.missing, none?.steps]).toEqual(['final', []]);
    const unplanned = rows({
      documents: [document('a', '甲', 2023)],
      figures: [figure('a', '', { form_final: wan('40') })],
    });
    expect(executionBridge(unplanned, OF_A)?.missing).toBe('initial_budget');
    expect(executionBridge(SIMPLE, { kind: 'document', doc_id: 'x' })).toBeNull();
  });
});

describe('the bridge of a subject', () => {
  const two = rows({
    documents: [
      document('a', '甲', 2023),
      document('b', '乙', 2023),
      document('c', '丙', 2023),
      document('d', '甲', 2022),
    ],
    figures: [
      figure('a', '201', {
        form_final: wan('80'),
        narrative_initial: wan('100'),
        narrative_adjusted: wan('90'),
      }),
      figure('b', '201', {
        form_final: wan('30'),
        narrative_initial: wan('20'),
        narrative_adjusted: wan('35'),
      }),
      figure('c', '201', { form_final: wan('7') }),
      figure('d', '201', { form_final: wan('1'), narrative_initial: wan('1') }),
    ],
  });
  const target: BridgeTarget = { kind: 'subject', code: '201', fiscal_year: 2023, scope: 'unit' };

  it('adds the departments of the year up and counts those without a figure', () => {
    const bridge = executionBridge(two, target, 'stages');
    expect([bridge?.documents, bridge?.left_out]).toEqual([2, 1]);
    expect(steps(bridge)).toEqual([
      ['initial', 120, 0, 120],
      ['adjustment', 5, 120, 125],
      ['adjusted', 125, 0, 125],
      ['execution', -15, 125, 110],
      ['final', 110, 0, 110],
    ]);
  });

  it('leaves 全年预算 out where one department does not give it', () => {
    const part = {
      ...two,
      figures: two.figures.map((f) => (f.doc_id === 'b' ? { ...f, narrative_adjusted: null } : f)),
    };
    expect(executionBridge(part, target, 'stages')?.adjusted_known).toBe(false);
  });

  it('goes by departments', () => {
    const parts = executionBridge(two, target, 'parts')?.steps.filter(({ kind }) => kind === 'part');
    expect(parts?.map(({ name, amount }) => [name, amount])).toEqual([
      ['甲', wan('-20')],
      ['乙', wan('10')],
    ]);
  });
});
