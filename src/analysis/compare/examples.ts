import type { Query } from '../../engine/types';
import { NO_FILTER, type Filter } from '../filter';
import { chosenPartsQuery, documentsQuery, placesQuery } from './queries';

const example = (
  name: string,
  filter: Filter,
  departments: string[],
): { name: string; queries: Query[] } => ({
  name: `compare: ${name}`,
  queries: [documentsQuery(filter), placesQuery(filter), chosenPartsQuery(filter, departments)],
});

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  example('two final accounts', NO_FILTER, ['临夏市政务中心', '临夏市人民政府办公室']),
  example('budgets of one year', { ...NO_FILTER, years: [2017], scope: 'department' }, [
    '江苏省人民检察院',
    '中共江苏省委办公厅',
  ]),
  example('without contradicted amounts', { ...NO_FILTER, leave_conflicts: true }, [
    '安阳市北关区便民服务中心',
  ]),
  example('nothing matches', { ...NO_FILTER, years: [1999] }, ['临夏市政务中心']),
];
