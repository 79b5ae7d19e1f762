import type { Query } from '../../engine/types';
import { NO_FILTER } from '../filter';
import { BASES, BASIS_IDS, stagesOf } from './basis';
import { parseFormula, type Term } from './formula';
import { evidenceFactsQuery } from './evidence-facts';
import { planOf } from './plan';
import { cellsQuery, coverageQuery, namesQuery, optionsQuery } from './queries';
import { DEFAULT_PIVOT, settled, type PivotRequest } from './request';

const YEARS = [2017, 2018, 2019, 2023, 2024, 2025, 2026];

function example(name: string, change: Partial<PivotRequest>): { name: string; queries: Query[] } {
  const wanted = { ...DEFAULT_PIVOT, ...change };
  const request = settled({ ...wanted, shown: [...wanted.rows, ...wanted.columns] });
  const plan = planOf(request, YEARS);
  return {
    name,
    queries: [
      coverageQuery(request, plan),
      cellsQuery(request, plan),
      namesQuery(request),
      optionsQuery(request),
      evidenceFactsQuery(
        request,
        plan.series[0]!,
        ['', '201'],
        ['临夏市-临夏市人民政府办公室-2024-final_account'],
      ),
    ],
  };
}

const terms = (text: string): Term[] => {
  const parsed = parseFormula(text);
  return 'terms' in parsed ? parsed.terms : [];
};

/** Every form with its measures and stages, axes of every kind, comparisons, formulas and filters. */
export const examples: { name: string; queries: Query[] }[] = [
  ...BASIS_IDS.map((basis) =>
    example(`pivot ${basis}, all its columns`, {
      basis,
      columns: ['measure', 'year'],
      measures: BASES[basis].measures,
    }),
  ),
  ...BASIS_IDS.filter((basis) => stagesOf(basis).length > 1).map((basis) =>
    example(`pivot ${basis}, all its stages`, {
      basis,
      rows: ['department'],
      columns: ['stage'],
      stages: stagesOf(basis),
    }),
  ),
  example('pivot by year and department', {}),
  example('pivot of departments within regions', {
    rows: ['region', 'department', 'function'],
    columns: ['year'],
  }),
  example('pivot of scopes', { rows: ['scope', 'department'], columns: ['year'] }),
  example('pivot by fund', { rows: ['function_class'], columns: ['fund'] }),
  example('pivot by form', { rows: ['department'], columns: ['form'], forms: ['03', '05', '06', 'B03'] }),
  example('pivot without subjects on the axes', { rows: ['department'], columns: ['year'] }),
  example('pivot department × economic class, final against initial budget', {
    basis: '06',
    rows: ['department'],
    columns: ['economy_class'],
    values: ['amount', 'base:initial_budget', 'change_rate:initial_budget'],
  }),
  example('pivot against the year before and a fixed year', {
    basis: 'B05',
    values: ['amount', 'change:prior_year', 'index:y2017', 'change_rate:prior_year'],
    filter: { ...NO_FILTER, years: [2018, 2019] },
  }),
  example('pivot execution', {
    basis: '05',
    values: ['amount', 'execution:initial_budget', 'execution:adjusted_budget'],
  }),
  example('pivot with formulas', {
    baskets: [
      { name: '民生', terms: terms('208+210-20805') },
      { name: '其他', terms: terms('2010301+212') },
    ],
    values: ['amount', 'change:prior_year'],
  }),
  example('pivot limited to subjects', { subjects: terms('20103+208'), columns: ['department'] }),
  example('pivot limited to a subject, by department', {
    subjects: terms('208-20805'),
    rows: ['department'],
  }),
  example('pivot of one year, one department, one scope', {
    basis: '05',
    measures: ['basic'],
    filter: { years: [2024], departments: ['临夏市人民政府办公室'], regions: [], scope: 'department' },
  }),
  example('pivot of a filter that matches nothing', { filter: { ...NO_FILTER, years: [1900] } }),
];
