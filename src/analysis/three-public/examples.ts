import type { Query } from '../../engine/types';
import { figuresQuery, statementsQuery } from '../change/queries';
import { NO_FILTER, type Filter } from '../filter';
import {
  bodiesQuery,
  componentsQuery,
  countsQuery,
  documentsQuery,
  placesQuery,
  plannedQuery,
  reasonsQuery,
} from './queries';
import { COMPONENTS } from './request';

const example = (name: string, filter: Filter): { name: string; queries: Query[] } => {
  const compared = { filter, items: COMPONENTS, doc_ids: null };
  return {
    name: `three-public: ${name}`,
    queries: [
      documentsQuery(filter),
      componentsQuery(filter),
      countsQuery(filter),
      reasonsQuery(filter),
      figuresQuery(compared),
      statementsQuery(compared),
      documentsQuery(filter, 'initial_budget'),
      plannedQuery(filter),
      bodiesQuery(filter),
      placesQuery(filter),
    ],
  };
};

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  example('everything', NO_FILTER),
  example('one year', { ...NO_FILTER, years: [2024] }),
  example('two departments of one scope', {
    years: [2023],
    departments: ['安阳市北关区便民服务中心', '临夏市政务中心'],
    regions: [],
    scope: 'unit',
  }),
  example('nothing matches', { ...NO_FILTER, years: [1999] }),
];
