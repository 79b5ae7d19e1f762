import type { Query } from '../../engine/types';
import { NO_FILTER, type Filter } from '../filter';
import { documentsQuery, partsQuery, placesQuery, reasonsQuery, staffQuery } from './queries';

const example = (name: string, filter: Filter): { name: string; queries: Query[] } => ({
  name: `department: ${name}`,
  queries: [
    documentsQuery(filter),
    placesQuery(filter),
    partsQuery(filter),
    reasonsQuery(filter),
    staffQuery(filter),
  ],
});

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  example('everything', NO_FILTER),
  example('a final account', { ...NO_FILTER, departments: ['临夏市人民政府办公室'] }),
  example('budgets of three years', { ...NO_FILTER, departments: ['江苏省人民检察院'], scope: 'department' }),
  example('without contradicted amounts', {
    ...NO_FILTER,
    departments: ['安阳市北关区便民服务中心'],
    leave_conflicts: true,
  }),
  example('nothing matches', { ...NO_FILTER, departments: ['没有这个部门'] }),
];
