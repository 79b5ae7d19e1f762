import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_EXECUTION,
  DEFAULT_THRESHOLDS,
  distribution,
  executionModel,
  outlying,
  subjectLines,
  type Rule,
} from '../../src/analysis/execution';
import { stacked } from '../../src/charts/execution-strip';
import { NO_FILTER } from '../../src/analysis/filter';
import { readRequest, readThreshold } from '../../src/pages/execution/params';
import { document, figure, percent, rows, wan } from './execution-rows';

/** One document whose subjects have a budget of 100 each and these finals; null: not listed in form 05. */
const lines = (finals: (string | null)[]) =>
  subjectLines(
    executionModel(
      DEFAULT_EXECUTION,
      rows({
        documents: [document('a', '甲', 2023)],
        figures: [
          figure('a', '', { form_final: wan('1') }),
          ...finals.map((final, i) =>
            figure('a', String(201 + i), {
              narrative_initial: wan('100'),
              form_final: final === null ? null : wan(final),
            }),
          ),
        ],
      }),
    ),
  );
const found = (finals: (string | null)[], rule: Rule, thresholds = DEFAULT_THRESHOLDS) =>
  outlying(lines(finals), rule, thresholds).lines.map(({ cell, why }) => [percent(cell.rate) ?? null, why]);

describe('outliers', () => {
  it('by the thresholds, the furthest first, then what has no execution to judge', () => {
    expect(found(['100', '79', '150', '0', null, '-3'], 'threshold')).toEqual([
      ['150.00', 'high'],
      ['79.00', 'low'],
      // By money: the one that form 05 does not list has its budget of 100, then 0 and −3.
      [null, 'unspent'],
      ['0.00', 'unspent'],
      ['-3.00', 'negative'],
    ]);
  });

  it('by thresholds of the reader', () => {
    const own = { low: new Decimal('0.95'), high: new Decimal('1.6') };
    expect(found(['100', '95', '150'], 'threshold', own)).toEqual([['95.00', 'low']]);
  });

  it('by robust z: median 101, deviations 0 1 1 2 2 3 3 4 49, MAD 2; 0.6745 × 49 ÷ 2 = 16.53', () => {
    const finals = ['100', '101', '99', '102', '98', '103', '97', '104', '150'];
    const { lines: flagged, n, withheld } = outlying(lines(finals), 'robust_z', DEFAULT_THRESHOLDS);
    expect([n, withheld]).toEqual([9, false]);
    expect(flagged.map(({ cell, why, score }) => [percent(cell.rate), why, score?.toFixed(2)])).toEqual([
      ['150.00', 'high', '16.53'],
    ]);
  });

  it('says nothing by a method for which there are too few rates, and still lists the unspent', () => {
    const few = outlying(lines(['100', '10', '0']), 'iqr', DEFAULT_THRESHOLDS);
    expect([few.withheld, few.n]).toEqual([true, 2]);
    expect(few.lines.map(({ why }) => why)).toEqual(['unspent']);
  });
});

describe('the distribution', () => {
  it('counts rates in steps of five points, 200 % and more in the last; blanks and negatives in none', () => {
    const { bins, n, quartiles } = distribution(
      lines(['80', '84.99', '85', '199.99', '200', '999', null, '-1']),
    );
    expect(n).toBe(6);
    expect(
      bins
        .filter(({ members }) => members.length > 0)
        .map(({ from, to, members }) => [from, to, members.length]),
    ).toEqual([
      [80, 85, 2],
      [85, 90, 1],
      [195, 200, 1],
      [200, Infinity, 2],
    ]);
    // Sorted 80, 84.99, 85, 199.99, 200, 999: places 1.25, 2.5, 3.75.
    expect(quartiles?.map((q) => percent(q))).toEqual(['84.99', '142.50', '200.00']);
  });

  it('stacks dots that would lie over each other, the lowest free place first', () => {
    expect(stacked([0, 1, 2, 20, 21, 26], 5)).toEqual([0, 1, 2, 0, 1, 0]);
  });
});

describe('thresholds in the link', () => {
  it('are per cent within their bounds; anything else is the default', () => {
    expect(readThreshold('75.5', 'low')?.toString()).toBe('0.755');
    for (const text of ['-1', '101', 'x', '', '1e2', undefined])
      expect(readThreshold(text, 'low')).toBeNull();
    expect(readThreshold('99', 'high')).toBeNull();
    expect(readThreshold('150', 'high')?.toString()).toBe('1.5');
    const request = readRequest({ low: '90', high: 'wrong', view: 'subject_year', level: '3' }, NO_FILTER);
    expect(request.thresholds.low.toString()).toBe('0.9');
    expect(request.thresholds.high).toBe(DEFAULT_THRESHOLDS.high);
    expect([request.view, request.level]).toEqual(['subject_year', 3]);
  });

  it('keeps a subject of the level alone', () => {
    const subject = (level: string) => readRequest({ level, subject: '208' }, NO_FILTER).subject;
    expect([subject('1'), subject('2')]).toEqual(['208', '']);
  });
});
