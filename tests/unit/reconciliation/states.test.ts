import { describe, expect, it } from 'vitest';
import { byCodePoint, checkTogether, type CheckInput, type FactState } from '../../../src/checks';
import { LETTERS } from '../../../src/checks/states';
import type { Fact } from '../../../src/domain/facts';
import { hand, told } from '../checks/support/write';

const narrative = (fact_id: string, yuan: string, rest: Partial<Fact>) =>
  told(yuan, { fact_id, source: 'narrative', ...rest });

const checked = (...inputs: CheckInput[]) =>
  checkTogether(inputs, new Set(inputs.map(({ document }) => document.doc_id)));

/** The states by fact_id, read back from the letters as the table is. */
function statesOf(input: CheckInput, among: CheckInput[] = []): Record<string, FactState> {
  const one = checked(input, ...among).find(({ document }) => document.doc_id === input.document.doc_id)!;
  const ids = input.facts.map(({ fact_id }) => fact_id).sort(byCodePoint);
  const of = Object.fromEntries(Object.entries(LETTERS).map(([state, letter]) => [letter, state]));
  return Object.fromEntries(ids.map((id, i) => [id, of[one.facts.letters[i]!] as FactState]));
}

describe('the state of a fact', () => {
  it('is exact where an identity holds to the 分, unchecked where none speaks of it', () => {
    const forms = '05 合计 total 60.00\n05 201 total 40.00\n05 208 total 20.00\n06 30101 total 7.00';
    expect(statesOf(hand({ forms }))).toEqual({
      '05-合计-total': 'exact',
      '05-201-total': 'exact',
      '05-208-total': 'exact',
      '06-30101-total': 'unchecked',
    });
  });

  it('is rounding where the printed places explain the difference', () => {
    // Three terms of 0.01: up to 0.015 + 0.005 apart.
    const forms = '05 合计 total 60.01\n05 201 total 40.00\n05 208 total 20.00';
    expect(new Set(Object.values(statesOf(hand({ forms }))))).toEqual(new Set(['rounding']));
  });

  it('is conflict for the cell that a finding names, and for no other', () => {
    // 51.00 for 15.00: 款 and class hold, form 03 prints 15.00 too.
    const forms = `05 201 total 60.00\n05 20103 total 60.00\n05 2010301 total 45.00\n05 2010399 total 51.00
03 201 total 60.00\n03 20103 total 60.00\n03 2010301 total 45.00\n03 2010399 total 15.00`;
    const states = statesOf(hand({ forms }));
    expect(Object.keys(states).filter((id) => states[id] === 'conflict')).toEqual(['05-2010399-total']);
    expect(states['05-20103-total']).toBe('exact');
    // Its sum fails by another's fault and nothing else speaks for it.
    expect(states['05-2010301-total']).toBe('unchecked');
  });

  it('is conflict for both sides where the document does not tell which one is wrong', () => {
    const forms = '05 合计 total 60.00\n05 201 total 50.00';
    expect(statesOf(hand({ forms }))).toEqual({ '05-合计-total': 'conflict', '05-201-total': 'conflict' });
  });

  it('is conflict for the sentence that contradicts a form: the form is believed', () => {
    const input = hand({
      forms: '03 合计 total 1234567.00\n03 201 total 1234567.00',
      facts: [narrative('n', '1234700.00', { subject_name: '合计' })],
    });
    expect(statesOf(input)).toEqual({ n: 'conflict', '03-合计-total': 'exact', '03-201-total': 'exact' });
    const [marked] = checked(input)[0]!.facts.marked;
    expect(marked).toMatchObject({ fact_id: 'n', repeats: true, amount: 123_470_000n });
    expect(marked!.findings.map(({ rule }) => rule)).toEqual(['T1']);
  });

  it('is not touched by a remark: a part of “三公” below its economic item', () => {
    const forms = '06 30217 total 2.00\n09 SG3 total 1.50';
    expect(Object.values(statesOf(hand({ forms })))).not.toContain('conflict');
  });

  it('is not confirmed by not being exceeded', () => {
    const forms = '03 2010301 total 60.00\n05 2010301 total 50.00';
    expect(new Set(Object.values(statesOf(hand({ forms }))))).toEqual(new Set(['unchecked']));
  });

  it('is implied for what a sentence says of last year, conflict where last year’s document says otherwise', () => {
    const implied = (yuan: string) =>
      hand({
        facts: [narrative('x', yuan, { subject_name: '合计', stage: 'prior_final', derived: true })],
      });
    const last = hand({
      forms: '03 合计 total 900000.00\n03 201 total 900000.00',
      document: { doc_id: '2023', fiscal_year: 2023 },
    });
    expect(statesOf(implied('900000.00'), [last])).toEqual({ x: 'implied' });
    expect(statesOf(implied('600000.00'), [last])).toEqual({ x: 'conflict' });
    // Last year's form stays believed.
    expect(statesOf(last, [implied('600000.00')])).toEqual({
      '03-合计-total': 'exact',
      '03-201-total': 'exact',
    });
  });

  it('is conflict in both documents where two forms disagree over the years', () => {
    const now = hand({ forms: '01 年初结转和结余 all 6.00' });
    const last = hand({
      forms: '01 年末结转和结余 all 5.00',
      document: { doc_id: '2023', fiscal_year: 2023 },
    });
    expect(statesOf(now, [last])).toEqual({ '01-年初结转和结余-all': 'conflict' });
    expect(statesOf(last, [now])).toEqual({ '01-年末结转和结余-all': 'conflict' });
  });
});

it('names are ordered by code point, as the database orders them', () => {
  // U+1F600 comes after U+FF01, though its first UTF-16 unit comes before.
  expect(['\u{1F600}', '！', 'b', 'a', 'ab'].sort(byCodePoint)).toEqual(['a', 'ab', 'b', '！', '\u{1F600}']);
});
