import { describe, expect, it } from 'vitest';
import {
  buildPivot,
  columnsOf,
  DEFAULT_PIVOT,
  departmentsShown,
  settled,
  type PivotAnswers,
  type PivotRequest,
} from '../../src/analysis/pivot';
import { NO_FILTER } from '../../src/analysis/filter';

type Coverage = PivotAnswers['coverage'][number];
type Cell = PivotAnswers['cells'][number];

function coverage(department: string, year: number, change: Partial<Coverage> = {}): Coverage {
  return {
    region: '某市',
    department,
    scope: 'department',
    fiscal_year: year,
    documents: 1,
    with_form: 1,
    filled: 1,
    spare: 0,
    weight: 1n,
    doc_id: `${department}${year}`,
    ...change,
  };
}
function cell(
  key: string,
  parent: string | null,
  depth: number,
  department: string,
  amount: bigint | null,
): Cell {
  return {
    scope: 'department',
    year: 2023,
    region: '某市',
    department,
    key,
    parent,
    depth,
    amount,
    amounts: amount === null ? 0 : 1,
    documents: 1,
    computed: 0,
    parts: 0,
    derived: 0,
    conflicts: 0,
    note: null,
    fact_id: null,
  };
}
const REQUEST: PivotRequest = DEFAULT_PIVOT;

describe('columns', () => {
  it('run by scope, year, region and name, with 其他 and the total of each scope at its end', () => {
    const rows = [
      coverage('乙局', 2024, { weight: 5n }),
      coverage('甲局', 2024, { weight: 9n }),
      coverage('丁局', 2024, { weight: 2n }),
      coverage('丙局', 2023, { weight: 3n }),
      coverage('甲局', 2023, { scope: 'unit', weight: 1n }),
    ];
    const request = { ...REQUEST, departments_shown: 2 };
    const shown = departmentsShown(request, rows);
    expect(shown.map((d) => d.department)).toEqual(['甲局', '乙局']);
    expect(
      columnsOf(request, rows, shown).map((c) => [c.scope, c.kind, c.year, c.department, c.others]),
    ).toEqual([
      ['department', 'value', 2023, null, 1],
      ['department', 'value', 2024, '甲局', 0],
      ['department', 'value', 2024, '乙局', 0],
      ['department', 'value', 2024, null, 1],
      ['department', 'total', null, null, 0],
      ['unit', 'value', 2023, '甲局', 0],
    ]);
  });

  it('have no 其他 for a single department, which fits as well itself', () => {
    const rows = ['甲局', '乙局', '丙局'].map((name) => coverage(name, 2023));
    expect(departmentsShown({ ...REQUEST, departments_shown: 2 }, rows)).toHaveLength(3);
    expect(departmentsShown({ ...REQUEST, departments_shown: 1 }, rows)).toHaveLength(1);
    expect(departmentsShown({ ...REQUEST, columns: 'year' }, rows)).toEqual([]);
  });
});

describe('the model', () => {
  const shown = ['甲局', '乙局', '丙局'].map((department) => ({ region: '某市', department }));
  const answers: PivotAnswers = {
    coverage: [
      coverage('甲局', 2023),
      coverage('乙局', 2023),
      coverage('丙局', 2023, { filled: 0, doc_id: null, weight: null }),
    ],
    cells: [
      cell('', null, 0, '甲局', 9_007_199_254_740_993n),
      cell('201', '', 1, '甲局', 9_007_199_254_740_992n),
      cell('201', '', 1, '乙局', null),
      cell('208', '', 1, '甲局', 1n),
      cell('208', '', 1, '乙局', 2n),
      cell('2019901', '20199', 3, '甲局', 0n),
      cell('20199', '201', 2, '甲局', 0n),
    ],
    misfits: [],
    names: [
      { code: '201', name: '旧名', first_year: 2018, last_year: 2019, times: 90n },
      { code: '201', name: '新名', first_year: 2023, last_year: 2023, times: 1n },
    ],
  };
  const model = buildPivot(REQUEST, shown, answers);
  const row = (key: string) => model.roots.find((node) => node.key === key)!;

  it('adds columns exactly, beyond the whole numbers of floating point', () => {
    expect(row('208').cells.get('department|total')).toMatchObject({ amount: 3n, documents: 2 });
    expect(model.total!.cells.get('department|total')).toMatchObject({ amount: 9_007_199_254_740_993n });
    expect(model.largest).toBe(9_007_199_254_740_992n);
  });

  it('keeps blank, absent and unpublished apart', () => {
    const kinds = (key: string) => model.columns.map((c) => row(key).cells.get(c.id)!.kind);
    // Columns: 丙局 (nothing filled), 甲局, 乙局 in the order of their names, then the total.
    expect(model.columns.map((c) => c.department)).toEqual(['丙局', '甲局', '乙局', null]);
    expect(kinds('201')).toEqual(['no_form', 'amount', 'blank', 'amount']);
    expect(model.notes).toContainEqual({
      kind: 'not_filled',
      department: '丙局',
      year: 2023,
      form_printed: true,
    });
    expect(model.total!.cells.get(model.columns[2]!.id)!.kind).toBe('absent');
  });

  it('calls a subject by its latest name, others beside it, unknown ones by the catalogue', () => {
    expect(row('201')).toMatchObject({
      name: '新名',
      otherNames: [{ name: '旧名', first: 2018, last: 2019 }],
    });
    expect(row('208').name).toBe('社会保障和就业支出');
    expect(row('201').children[0]!.name).toBeNull();
    expect(row('201').children[0]!.children[0]!.code).toBe('2019901');
  });
});

describe('notes on years', () => {
  const kinds = (rows: Coverage[]) =>
    buildPivot({ ...REQUEST, columns: 'year' }, [], { coverage: rows, cells: [], misfits: [], names: [] })
      .notes;
  it('tells equal sets of departments from different ones, by what has figures', () => {
    const same = [coverage('甲局', 2023), coverage('甲局', 2024)];
    expect(kinds(same)).toEqual([{ kind: 'years_summed', years: [2023, 2024] }]);
    expect(kinds([...same, coverage('乙局', 2024)]).map((n) => n.kind)).toEqual([
      'departments_summed',
      'years_differ',
    ]);
    expect(kinds([...same, coverage('乙局', 2024, { filled: 0 })]).map((n) => n.kind)).toEqual([
      'years_summed',
      'not_filled',
    ]);
    expect(kinds([coverage('甲局', 2023)])).toEqual([]);
  });
});

describe('a request', () => {
  it('falls back to what its basis has', () => {
    expect(settled({ ...REQUEST, basis: '06', measure: 'project', stage: 'initial_budget' })).toMatchObject({
      measure: 'total',
      stage: 'final',
    });
    expect(
      settled({ ...REQUEST, basis: '05', measure: 'basic', stage: 'initial_budget', filter: NO_FILTER }),
    ).toMatchObject({
      measure: 'basic',
      stage: 'initial_budget',
    });
  });
});
