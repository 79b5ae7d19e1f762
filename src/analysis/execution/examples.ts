import type { Query } from '../../engine/types';
import { NO_FILTER, type Filter } from '../filter';
import { executionQueries } from './queries';
import type { Level } from './request';

const example = (name: string, filter: Filter, level: Level = 1): { name: string; queries: Query[] } => ({
  name: `execution: ${name}`,
  queries: Object.values(executionQueries({ filter, level })),
});

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  example('everything', NO_FILTER),
  example('by 款', NO_FILTER, 2),
  example('by 项', NO_FILTER, 3),
  example('one year', { ...NO_FILTER, years: [2023] }),
  example('two departments, departments only', {
    years: [2023, 2024],
    departments: ['安阳市北关区便民服务中心', '临夏市政务中心'],
    regions: [],
    scope: 'department',
  }),
  example('nothing matches', { ...NO_FILTER, years: [1999] }),
];
