import type { Query } from '../../engine/types';
import { NO_FILTER, type Filter } from '../filter';
import { coverageQueries } from './queries';

const example = (name: string, filter: Filter): { name: string; queries: Query[] } => ({
  name: `coverage: ${name}`,
  queries: Object.values(coverageQueries(filter)),
});

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  example('everything', NO_FILTER),
  example('one year and region', { ...NO_FILTER, years: [2024], regions: ['甘肃省临夏市', '临夏市'] }),
  example('one department', { ...NO_FILTER, departments: ['安阳市北关区便民服务中心'] }),
  example('nothing matches', { ...NO_FILTER, departments: ['不存在'] }),
];
