import { describe, expect, it } from 'vitest';
import {
  sumEvidence,
  totalEvidence,
  type CoverageDocument,
  type KeyTotal,
} from '../../src/analysis/coverage';
import { formMarks } from '../../src/analysis/coverage/forms';
import { fitted, textWidth, twoLines } from '../../src/charts/text-fit';
import { nextPart } from '../../src/pages/overview/pick-parts';

describe('marks of the nine forms', () => {
  const line = (form: string, amounts: number, nonzero: number, source: 'form' | 'narrative' = 'form') => ({
    doc_id: 'a',
    source,
    form,
    amounts,
    nonzero,
    derived: 0,
  });

  it('needs amounts from the form itself', () => {
    const marks = formMarks('final_account', '05, 06', [line('05', 3, 1), line('', 9, 9, 'narrative')]);
    expect(marks.filter((mark) => mark.state !== 'absent')).toEqual([
      { form: '05', state: 'data', amounts: 3 },
      { form: '06', state: 'empty', amounts: 0 },
    ]);
  });

  it('tells zeros from amounts', () => {
    expect(formMarks('final_account', '09', [line('09', 12, 0)])[8]).toEqual({
      form: '09',
      state: 'zero',
      amounts: 12,
    });
  });

  it('tells an empty form with a note from one without, and from one that was not read', () => {
    const absence = (form: string, state: 'empty_noted' | 'empty' | 'unread', quote: string | null) => ({
      doc_id: 'a',
      form,
      state,
      quote,
      page: 3,
      line: 21,
    });
    const marks = formMarks(
      'final_account',
      '07,08,09',
      [],
      [
        absence('07', 'empty_noted', '注：本部门没有政府性基金收支，故本表无数据。'),
        absence('08', 'empty', null),
        absence('09', 'unread', null),
      ],
    );
    expect(marks.slice(5).map(({ form, state }) => `${form} ${state}`)).toEqual([
      '06 absent',
      '07 noted',
      '08 empty',
      '09 unread',
    ]);
    expect(marks[6]!.note).toEqual({
      quote: '注：本部门没有政府性基金收支，故本表无数据。',
      page: 3,
      line: 21,
    });
  });

  it('has none of a document without forms', () => {
    expect(formMarks('final_account', '', []).every((mark) => mark.state === 'absent')).toBe(true);
  });
});

describe('evidence of key totals', () => {
  const total = (given: Partial<KeyTotal>): KeyTotal => ({
    key: 'general',
    amount: 1n,
    source: 'form',
    stage: 'final',
    form: '05',
    subject_name: '合计',
    contradicted: false,
    ...given,
  });
  const document = (doc_id: string, totals: CoverageDocument['totals']) =>
    ({ doc_id, totals }) as CoverageDocument;

  it('is pinned to the form and row that it is printed in', () => {
    expect(totalEvidence('a', total({}), 't')).toEqual({
      title: 't',
      show: 'amount',
      parts: [
        {
          term: 'final',
          at: {
            doc_ids: ['a'],
            form: '05',
            flow: 'expenditure',
            fund: 'general',
            classification: 'summary',
            subject_name: '合计',
            measure: 'total',
            stage: 'final',
          },
        },
      ],
    });
  });

  it('of a sum names the documents that have the figure', () => {
    const request = sumEvidence(
      [document('a', { general: total({}) }), document('b', {}), document('c', { general: total({}) })],
      'general',
      't',
    );
    expect(request?.parts).toHaveLength(1);
    expect(request?.parts[0]?.at).toMatchObject({ doc_ids: ['a', 'c'], form: '05' });
  });

  it('is not given where the documents print it in different places, or nowhere', () => {
    const other = total({ form: '04', subject_name: '本年支出合计' });
    expect(
      sumEvidence([document('a', { general: total({}) }), document('b', { general: other })], 'general', 't'),
    ).toBeNull();
    expect(sumEvidence([document('a', {})], 'general', 't')).toBeNull();
  });

  it('of “三公” takes form and narrative together: the drawer counts a quantity once', () => {
    const form = total({ key: 'three_public', form: '09' });
    const narrative = total({ key: 'three_public', form: '', source: 'narrative' });
    const request = sumEvidence(
      [document('a', { three_public: form }), document('b', { three_public: narrative })],
      'three_public',
      't',
    );
    expect(request?.parts[0]?.at).toEqual({
      doc_ids: ['a', 'b'],
      classification: 'three_public',
      subject_code: 'SG',
      measure: 'total',
      stage: 'final',
    });
  });
});

describe('texts in pictures', () => {
  it('are measured with CJK characters as one em', () => {
    expect(textWidth('决算', 12)).toBe(24);
    expect(textWidth('05', 10)).toBeCloseTo(11.2, 9);
  });
  it('are cut with an ellipsis, only where they must be', () => {
    expect(fitted('临夏市政务中心', 84, 12)).toBe('临夏市政务中心');
    expect(fitted('临夏市政务中心', 60, 12)).toBe('临夏市政…');
  });
  it('fall into two lines, at blanks where there are any', () => {
    expect(twoLines('社会保障和就业', 60, 12)).toEqual(['社会保障和', '就业']);
    expect(twoLines('卫生健康', 60, 12)).toEqual(['卫生健康']);
    expect(twoLines('General public budget', 90, 12)).toEqual(['General ', 'public budget']);
  });
});

describe('arrow keys on stacked bars', () => {
  const counts = [3, 1, 2]; // parts 0 1 2 | 3 | 4 5
  it('move along the parts and stop at the ends', () => {
    expect(nextPart(counts, 2, 'ArrowRight')).toBe(3);
    expect(nextPart(counts, 0, 'ArrowLeft')).toBe(0);
    expect(nextPart(counts, 5, 'ArrowRight')).toBe(5);
  });
  it('move to the same place in the next bar, or its last part', () => {
    expect(nextPart(counts, 1, 'ArrowDown')).toBe(3);
    expect(nextPart(counts, 3, 'ArrowDown')).toBe(4);
    expect(nextPart(counts, 5, 'ArrowUp')).toBe(3);
    expect(nextPart(counts, 4, 'ArrowDown')).toBe(4);
    expect(nextPart(counts, 2, 'ArrowUp')).toBe(2);
  });
});
