import type { Query } from '../../engine/types';
import { NO_FILTER, type Filter } from '../filter';
import { naturalQuery } from './breakdown-run';
import { documentsQuery, figuresQuery, statementsQuery, subjectsQuery, type Wanted } from './queries';
import { subjectFactsQuery } from './subject-facts';

const example = (name: string, wanted: Wanted): { name: string; queries: Query[] } => ({
  name: `change: ${name}`,
  queries: [
    documentsQuery(wanted.filter, wanted.stage),
    figuresQuery(wanted),
    statementsQuery(wanted),
    subjectsQuery(wanted.filter, wanted.stage),
  ],
});

const some: Filter = {
  years: [2023, 2024],
  departments: ['安阳市北关区便民服务中心', '临夏市人民政府办公室'],
  regions: [],
  scope: null,
};

const BUDGETS = ['江苏省-江苏省人民检察院-2018-budget', '江苏省-江苏省人民检察院-2019-budget'];

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  example('one item over all departments', { filter: NO_FILTER, items: ['general'], doc_ids: null }),
  example('every item', { filter: NO_FILTER, items: null, doc_ids: null }),
  example('one year, one scope', {
    filter: { ...NO_FILTER, years: [2024], scope: 'unit' },
    items: ['SG3'],
    doc_ids: null,
  }),
  example('a class of two departments', { filter: some, items: ['201'], doc_ids: null }),
  example('one document and the one before', {
    filter: NO_FILTER,
    items: null,
    doc_ids: [
      '临夏市-临夏市人民政府办公室-2024-final_account',
      '临夏市-临夏市人民政府办公室-2023-final_account',
    ],
  }),
  example('every item of budgets', {
    filter: NO_FILTER,
    stage: 'initial_budget',
    items: null,
    doc_ids: null,
  }),
  example('one item of the budgets of one scope', {
    filter: { ...NO_FILTER, scope: 'department' },
    stage: 'initial_budget',
    items: ['general', '201', 'SG'],
    doc_ids: null,
  }),
  example('nothing matches', {
    filter: { ...NO_FILTER, years: [1999] },
    items: ['general'],
    doc_ids: null,
  }),
  {
    name: 'change: what the change of two budgets is made of, on both classifications',
    queries: (['function', 'economy'] as const).map((classification) =>
      subjectFactsQuery('initial_budget', classification, BUDGETS, { ...NO_FILTER, leave_conflicts: true }),
    ),
  },
  {
    name: 'change: what final accounts print by subject',
    queries: (['function', 'economy'] as const).map((classification) =>
      subjectFactsQuery(
        'final',
        classification,
        ['临夏市-临夏市人民政府办公室-2024-final_account'],
        NO_FILTER,
      ),
    ),
  },
  {
    name: 'change: figures by nature, and what budgets say',
    queries: [
      naturalQuery({ filter: NO_FILTER, stage: 'final' }),
      naturalQuery({ filter: NO_FILTER, stage: 'initial_budget' }),
      statementsQuery({ filter: NO_FILTER, stage: 'initial_budget', items: null, doc_ids: BUDGETS }),
    ],
  },
];
