import { describe, expect, test } from 'vitest';
import type { EvidenceRequest } from '../../../src/analysis/evidence';
import type { Unit } from '../../../src/domain/money';
import type { Language } from '../../../src/i18n';
import { AppState, type AddressBar } from '../../../src/state/app.svelte';

/** An address bar with a history, as a browser has it. */
class FakeBar implements AddressBar {
  entries: string[];
  at = 0;
  kept: { unit?: Unit; language?: Language } = {};
  #onchange: () => void = () => undefined;

  constructor(start = '') {
    this.entries = [start];
  }
  read() {
    return this.entries[this.at]!;
  }
  write(fragment: string, { replace }: { replace: boolean }) {
    this.entries = [...this.entries.slice(0, replace ? this.at : this.at + 1), fragment];
    this.at = this.entries.length - 1;
  }
  listen(onchange: () => void) {
    this.#onchange = onchange;
    return () => (this.#onchange = () => undefined);
  }
  remember(choice: { unit: Unit; language: Language }) {
    this.kept = choice;
  }
  recall() {
    return this.kept;
  }
  go(steps: number) {
    this.at += steps;
    this.#onchange();
  }
}

const start = (fragment = '') => {
  const bar = new FakeBar(fragment);
  const app = new AppState(bar);
  app.listen();
  return { bar, app };
};

const request: EvidenceRequest = {
  title: '一般公共服务支出（201）',
  show: 'amount',
  parts: [{ term: 'final', at: { years: [2023], subject_code: '201' } }],
};

describe('history', () => {
  test('a choice of a filter is one step back', () => {
    const { bar, app } = start('#/pivot');
    app.setFilter({ years: [2023] });
    app.setFilter({ departments: ['临夏市政务中心'] });
    expect(bar.entries).toHaveLength(3);
    bar.go(-1);
    expect(app.filter).toMatchObject({ years: [2023], departments: [] });
    bar.go(-1);
    expect(app.filter.years).toEqual([]);
    bar.go(2);
    expect(app.filter).toMatchObject({ years: [2023], departments: ['临夏市政务中心'] });
  });

  test('unit and language take no step, and are remembered', () => {
    const { bar, app } = start('#/pivot');
    app.setUnit('元');
    app.setLanguage('en');
    expect(bar.entries).toEqual(['#/pivot?unit=yuan&lang=en']);
    expect(bar.kept).toEqual({ unit: '元', language: 'en' });
  });

  test('what changes nothing is no step', () => {
    const { bar, app } = start('#/pivot');
    app.setParams({ basis: undefined });
    app.setFilter({ years: [] });
    app.closeEvidence();
    expect(bar.entries).toEqual(['#/pivot']);
  });
});

describe('where a visit starts', () => {
  test('the bare address takes what was chosen last', () => {
    const bar = new FakeBar('');
    bar.kept = { unit: '亿元', language: 'en' };
    const app = new AppState(bar);
    expect([app.page, app.unit, app.language]).toEqual(['overview', '亿元', 'en']);
  });
  test('a link does not depend on it', () => {
    const bar = new FakeBar('#/execution');
    bar.kept = { unit: '亿元', language: 'en' };
    const app = new AppState(bar);
    expect([app.page, app.unit, app.language]).toEqual(['execution', '万元', 'zh-CN']);
  });
});

describe('pages', () => {
  test('keep their own settings while others are open, and share the filter', () => {
    const { app } = start('#/execution');
    app.setParams({ basis: 'adjusted_budget' });
    app.setFilter({ years: [2023] });
    app.navigate('pivot');
    expect(app.params).toEqual({});
    expect(app.filter.years).toEqual([2023]);
    expect(app.href('execution')).toBe('#/execution?year=2023&basis=adjusted_budget');
    app.navigate('execution');
    expect(app.params).toEqual({ basis: 'adjusted_budget' });
  });

  test('a setting of undefined goes back to its default', () => {
    const { app, bar } = start('#/execution?basis=adjusted_budget&sort=name');
    app.setParams({ basis: undefined });
    expect(app.params).toEqual({ sort: 'name' });
    expect(bar.read()).toBe('#/execution?sort=name');
  });
});

describe('evidence', () => {
  test('opening is a step, looking at the next figure is not', () => {
    const { app, bar } = start('#/pivot');
    app.showEvidence(request);
    app.showEvidence({ ...request, title: '另一个' });
    expect(bar.entries).toHaveLength(2);
    bar.go(-1);
    expect(app.evidence).toBeNull();
  });

  test('the selected figure is known by content', () => {
    const { app } = start('#/pivot');
    app.showEvidence(request);
    expect(
      app.isSelected({ ...request, parts: [{ term: 'final', at: { subject_code: '201', years: [2023] } }] }),
    ).toBe(true);
    expect(app.isSelected({ ...request, title: '另一个' })).toBe(false);
    expect(app.isSelected(null)).toBe(false);
  });

  test('another filter or page closes it: the figure may not be there', () => {
    const { app } = start('#/pivot');
    app.showEvidence(request);
    app.setFilter({ years: [2024] });
    expect(app.evidence).toBeNull();
    app.showEvidence(request);
    app.navigate('execution');
    expect(app.evidence).toBeNull();
  });
});
