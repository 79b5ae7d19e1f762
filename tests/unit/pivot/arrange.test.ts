import { describe, expect, it } from 'vitest';
import { placed, preset, PRESETS, removed, transposed, withBasis } from '../../../src/pages/pivot/arrange';
import { readSettings } from '../../../src/pages/pivot/settings';

const usual = readSettings({});

describe('moving dimensions', () => {
  it('puts one at the end of a shelf, or at a place, taking it from where it was', () => {
    expect(placed(usual, 'department', 'rows').settings).toMatchObject({
      rows: ['function', 'department'],
      columns: ['year'],
    });
    expect(placed(usual, 'department', 'columns', 0).settings.columns).toEqual(['department', 'year']);
    expect(placed(usual, 'year', 'columns', 2).settings.columns).toEqual(['department', 'year']);
    expect(placed(usual, 'region', 'rows', 0).settings.rows).toEqual(['region', 'function']);
  });

  it('one level of a tree takes the place of the whole tree', () => {
    expect(placed(usual, 'function_class', 'columns').settings).toMatchObject({
      rows: [],
      columns: ['year', 'department', 'function_class'],
    });
  });

  it('refuses to cross two classifications: the form of the new one is read, and the page is told', () => {
    const { settings, replaced, form } = placed(usual, 'economy_class', 'columns');
    expect({ replaced, form }).toEqual({ replaced: 'function', form: '06' });
    expect(settings).toMatchObject({
      basis: '06',
      rows: [],
      columns: ['year', 'department', 'economy_class'],
    });
    // Budgets have a form of their own for it.
    expect(placed(withBasis(usual, 'B05'), 'economy', 'rows').settings.basis).toBe('B06');
  });

  it('readings come with the members that stand side by side, and leave with them', () => {
    const { settings } = placed(usual, 'stage', 'columns');
    expect(settings.stages).toEqual(['initial_budget', 'final']);
    expect(removed(settings, 'stage').stages).toEqual(['final']);
    const byFund = placed(usual, 'fund', 'rows').settings;
    expect(byFund.forms).toEqual(['03', '04', '05', '07', '08']);
    expect(removed(byFund, 'fund').forms).toEqual(['03']);
  });

  it('rows and columns change places', () => {
    expect(transposed(usual)).toMatchObject({ rows: ['year', 'department'], columns: ['function'] });
  });

  it('another form keeps the axes, with its own subjects', () => {
    expect(withBasis(usual, '06')).toMatchObject({
      basis: '06',
      rows: ['economy'],
      columns: ['year', 'department'],
    });
    expect(withBasis(usual, '02')).toMatchObject({ basis: '02', rows: ['function'], measures: ['total'] });
    expect(withBasis(usual, '01')).toMatchObject({ rows: ['origin'] });
  });

  it('department × economic class with the budget and the change is one choice away', () => {
    expect(preset(usual, 'economy_budget')).toMatchObject({
      basis: '06',
      rows: ['department'],
      columns: ['economy_class'],
      values: ['amount', 'base:initial_budget', 'change_rate:initial_budget'],
    });
    expect(preset(preset(usual, 'economy_budget'), 'usual')).toEqual(usual);
    for (const name of PRESETS) expect(preset(usual, name).values[0]).toBe('amount');
  });
});
