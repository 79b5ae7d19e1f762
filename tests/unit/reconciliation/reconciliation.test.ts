import { describe, expect, it } from 'vitest';
import type { EvidenceRequest } from '../../../src/analysis/evidence';
import { reconciledModel } from '../../../src/analysis/reconciled';
import type { CheckInput } from '../../../src/checks';
import type { Engine, Query, Row } from '../../../src/engine/types';
import { exactDecimals, figureMark, identityGroups } from '../../../src/state';
import { Reconciliation } from '../../../src/state/reconciliation.svelte';
import { localChecker, type Checker } from '../../../src/state/reconciliation/checker';
import type { Dataset } from '../../../src/state/dataset';
import { hand, told, type Hand } from '../checks/support/write';

/** `hand` gives every fact one department. */
function of(department: string, doc_id: string, given: Hand): CheckInput {
  const input = hand({ ...given, document: { doc_id, department } });
  return { ...input, facts: input.facts.map((fact) => ({ ...fact, department })) };
}

/** 合计 60.00 against 50.00: nothing tells which is wrong, so both are in conflict. */
const WRONG = hand({ forms: '05 合计 total 60.00\n05 201 total 50.00' });
const RIGHT = of('乙局', '乙', {
  forms: '05 合计 total 60.00\n05 201 total 60.00',
  facts: [
    told('9.00', {
      fact_id: 'x',
      source: 'narrative',
      stage: 'prior_final',
      derived: true,
      subject_name: '合计',
    }),
  ],
});

/** An engine that has the rows of these documents. */
function engineOf(inputs: readonly CheckInput[]): { engine: Engine; installed: string[] } {
  const installed: string[] = [];
  const query = ({ sql, params = [] }: Query): Promise<Row[]> =>
    Promise.resolve(
      inputs
        .filter(({ document }) => params.includes(document.doc_id))
        .flatMap(({ facts }) =>
          / FROM facts /.test(sql)
            ? facts.map(({ amount, resolution, ...fact }) => ({
                ...fact,
                amount_fen: amount,
                resolution_fen: resolution,
              }))
            : [],
        ),
    );
  const install = (name: string) => Promise.resolve(void installed.push(name));
  return { engine: { query, install } as unknown as Engine, installed };
}

const datasetOf = (...inputs: CheckInput[]): Dataset => ({
  documents: inputs.map(({ document }) => document),
  years: [2024],
  departments: [],
  facts: 0,
  warnings: [],
  staff: [],
});

const host = (checker: Checker = localChecker()) => ({
  free: () => Promise.resolve(),
  checker: () => checker,
});

const figure = (at: EvidenceRequest['parts'][number]['at']): EvidenceRequest => ({
  title: '',
  show: 'amount',
  parts: [{ term: 'final', at }],
});
const TOTAL = figure({ years: [2024], departments: ['某局'], form: '05', subject_name: '合计' });

describe('after the check', () => {
  it('figures tell their state, reports are in the order of the data, the table is made', async () => {
    const states = new Reconciliation(() => false, host());
    const { engine, installed } = engineOf([RIGHT, WRONG]);
    expect(states.stateOf(TOTAL)).toBeNull();
    await states.follow(engine, datasetOf(RIGHT, WRONG));
    expect(states.ready).toBe(true);
    expect(installed).toEqual(['fact_states']);
    expect(states.progress).toEqual({ done: 2, total: 2 });
    expect(states.reports.map(({ document }) => document.doc_id)).toEqual(['乙', 'hand']);
    const found = states.stateOf(TOTAL);
    expect(found).toMatchObject({ state: 'conflict', facts: [{ fact_id: '05-合计-total' }] });
    expect(found?.findings.map(({ rule }) => rule)).toEqual(['E7']);
    expect(states.stateOf(figure({ departments: ['乙局'], form: '05' }))).toBeNull();
    expect(states.stateOf(figure({ departments: ['乙局'] }))?.state).toBe('implied');
    expect(states.stateOf(null)).toBeNull();
    expect(figureMark({ reconciliation: states, language: 'zh-CN' }, TOTAL)).toMatchObject({
      state: 'conflict',
      name: '勾稽矛盾',
      text: expect.stringContaining('公开05表') as string,
    });
  });

  it('a figure without its conflicts says so; a sentence beside its form was never part of it', async () => {
    const said = of('丙局', '丙', {
      forms: '03 合计 total 1234567.00\n03 201 total 1234567.00',
      facts: [told('1234700.00', { fact_id: 'n', source: 'narrative', subject_name: '合计' })],
    });
    const states = new Reconciliation(() => true, host());
    const { engine } = engineOf([WRONG, said]);
    await states.follow(engine, datasetOf(WRONG, said));
    expect(states.stateOf(TOTAL)?.state).toBe('left_out');
    const at = { departments: ['丙局'], subject_name: '合计' };
    expect(states.stateOf(figure(at))).toBeNull();
    expect(states.stateOf(figure({ ...at, source: 'narrative' }))?.state).toBe('left_out');
  });

  it('an overtaken run changes nothing, a failed one says why', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const here = localChecker();
    const slow: Checker = { ...here, check: () => gate.then(() => here.check()) };
    const states = new Reconciliation(() => false, host(slow));
    const first = states.follow(engineOf([WRONG]).engine, datasetOf(WRONG));
    const second = states.follow(engineOf([RIGHT]).engine, datasetOf(RIGHT));
    go();
    await Promise.all([first, second]);
    expect(states.reports.map(({ document }) => document.doc_id)).toEqual(['乙']);
    expect(states.stateOf(TOTAL)).toBeNull();

    const failing = new Reconciliation(
      () => false,
      host({ ...localChecker(), check: () => Promise.reject(new Error('no thread')) }),
    );
    const { error } = console;
    console.error = () => undefined;
    await failing.follow(engineOf([WRONG]).engine, datasetOf(WRONG)).finally(() => (console.error = error));
    expect(failing.ready).toBe(false);
    expect(failing.failure?.message).toBe('no thread');
  });
});

describe('identities of a figure', () => {
  it('are those that its amount stands in, by their cause', async () => {
    const states = new Reconciliation(() => false, host());
    const { engine } = engineOf([WRONG]);
    const found = await states.identities(engine, datasetOf(WRONG), 'hand', ['05-201-total']);
    expect(found.map(({ instance, name }) => [instance.rule, instance.outcome, name.zh])).toEqual([
      ['E7', 'conflict', '类、款、项逐级合计'],
    ]);
    expect(found[0]!.instance).toMatchObject({ left: { amount: 6000n }, right: { amount: 5000n } });
    const groups = identityGroups(found);
    expect(groups.causes).toHaveLength(1);
    expect(groups.causes[0]!.identities).toEqual(found);
    expect([groups.failing, groups.holding]).toEqual([[], []]);
    expect(await states.identities(engine, datasetOf(WRONG), 'hand', ['nothing'])).toEqual([]);
  });
});

describe('how much of the money reconciles', () => {
  it('by absolute amount, rounded down so that 100 % is all of it', () => {
    const lines = (conflict: bigint) => [
      { state: 'exact', facts: 2n, amount: 900n },
      { state: 'rounding', facts: 1n, amount: 99_100n - conflict },
      { state: 'conflict', facts: conflict === 0n ? 0n : 1n, amount: conflict },
      { state: 'unchecked', facts: 3n, amount: 0n },
    ];
    expect(reconciledModel(lines(1n))).toMatchObject({
      facts: 7,
      conflicts: { facts: 1, amount: 1n },
      unchecked: 3,
    });
    expect(reconciledModel(lines(1n)).share?.toString()).toBe('0.999');
    expect(reconciledModel(lines(0n)).share?.toString()).toBe('1');
    expect(reconciledModel([]).share).toBeNull();
  });
});

it('two amounts that differ look different: as many decimals as make them exact', () => {
  expect(exactDecimals([1_000_000n, null], '万元')).toBe(2);
  expect(exactDecimals([1_000_100n], '万元')).toBe(4);
  expect(exactDecimals([1n], '万元')).toBe(6);
  expect(exactDecimals([1n], '亿元')).toBe(10);
  expect(exactDecimals([1n], '元')).toBe(2);
});
