import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { yuanToFen as yuan } from '../../../src/domain/money';
import { isStale, lostMarks, markedFinding, markOf, plainest } from '../../../src/pages/checks/review';
import { chosenLines, linesOf, readChosen } from '../../../src/pages/checks/view';
import { checked, documentRow, finding, instance, mark, side } from './support';

describe('the identity shown first', () => {
  it('is the one of the named cell with the fewest cells, best alone on its side', () => {
    const many = instance({ about: 'many' });
    const sum = instance({
      about: 'sum',
      left: side('x', 1n, ['a']),
      right: side('y', 2n, ['03-212', 'b']),
    });
    const alone = instance({ about: 'alone', left: side('x', 1n, ['03-212']), right: side('y', 2n, ['b']) });
    const other = instance({ about: 'other', left: side('x', 1n, []), right: side('y', 2n, ['b']) });
    expect(plainest(finding({ instances: [many, other, sum, alone] })).about).toBe('alone');
    expect(
      plainest(finding({ instances: [instance({ ...many, right: side('z', 1n, ['1', '2', '3']) }), sum] }))
        .about,
    ).toBe('sum');
  });

  it('is the first where no cell is named, or none of the identities has it', () => {
    const second = instance({ about: 'second', left: side('x', 1n, ['a']), right: side('y', 1n, []) });
    expect(plainest(finding({ fact_id: null, instances: [instance(), second] })).about).toBe(
      instance().about,
    );
    expect(plainest(finding({ fact_id: 'elsewhere', instances: [instance(), second] })).about).toBe(
      instance().about,
    );
  });
});

describe('a mark', () => {
  it('keeps the figures of its finding whatever unit is shown, and tells when they change', () => {
    const about = markedFinding(finding(), documentRow());
    expect(about).toMatchObject({
      rule: 'E7',
      document: '某局2024年度部门决算公开',
      left: '100.00',
      right: '90.00',
    });
    const kept = mark(finding());
    expect(isStale(kept, finding())).toBe(false);
    const changed = instance({ right: side('其下', yuan('91.00'), ['03-21201', '03-21202']) });
    expect(isStale(kept, finding({ instances: [changed] }))).toBe(true);
  });

  it('of a percentage keeps what is printed, of a blank nothing', () => {
    const rate = instance({ left: side('占比', null, [], { printed: '71.73%' }), right: side('基数', null) });
    const about = markedFinding(finding({ fact_id: null, instances: [rate] }), documentRow());
    expect([about.left, about.right]).toEqual(['71.73%', '']);
  });

  it('is lost where its document is not loaded, or is found right; never where it is only out of sight', () => {
    const found = finding();
    const [here, gone, away] = [
      mark(found),
      mark(found, { finding_id: 'T1:x' }),
      mark(found, { doc_id: 'elsewhere' }),
    ];
    expect(lostMarks([here, gone, away], [checked([found])])).toEqual([
      { mark: gone, reason: 'no_finding' },
      { mark: away, reason: 'no_document' },
    ]);
  });

  test('is either told as lost or found at its finding: none is dropped', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, ids, (found, marked) => {
        const report = checked(found.map((id) => finding({ id })));
        const marks = marked.map((id) => mark(finding({ id })));
        const shown = linesOf([report], marks).flatMap((line) => line.mark ?? []);
        const lost = lostMarks(marks, [report]).map((one) => one.mark);
        expect(new Set([...shown, ...lost])).toEqual(new Set(marks));
        expect(shown.length + lost.length).toBe(marks.length);
      }),
    );
  });

  it('is of its own document alone', () => {
    const of = markOf([mark(finding())]);
    expect(of(documentRow().doc_id, 'E7:03-212')?.status).toBe('open');
    expect(of('another', 'E7:03-212')).toBeNull();
  });
});

describe('the findings chosen', () => {
  const small = finding({ id: 'small', at_stake: yuan('9999.99'), severity: 'warning' });
  const large = finding({ id: 'large', at_stake: yuan('10000.00'), severity: 'info' });
  const grave = finding({ id: 'grave', at_stake: 0n });
  const lines = linesOf(
    [checked([small, large, grave])],
    [mark(small, { status: 'explained' }), mark(large)],
  );
  const ids = (params: Record<string, string>) =>
    chosenLines(lines, readChosen(params)).map((line) => line.finding.id);

  it.each([
    [{}, ['grave', 'small', 'large']],
    [{ order: 'money' }, ['large', 'small', 'grave']],
    [{ order: 'document' }, ['small', 'large', 'grave']],
    [{ stake: '10000' }, ['large']],
    [{ stake: '10' }, ['grave', 'small', 'large']],
    [{ mark: 'none' }, ['grave']],
    [{ mark: 'todo' }, ['grave', 'large']],
    [{ mark: 'explained' }, ['small']],
    [{ mark: 'corrected' }, []],
    [{ severity: 'info' }, ['large']],
    [{ rule: 'E8' }, []],
    [{ doc: 'another' }, []],
  ])('%j', (params, expected) => {
    expect(ids(params)).toEqual(expected);
  });
});
