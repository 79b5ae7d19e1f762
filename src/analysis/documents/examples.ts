import type { Query } from '../../engine/types';
import { NO_FILTER } from '../filter';
import { countsQuery, documentQueries } from './queries';

const one = (doc_id: string): Query[] => Object.values(documentQueries({ doc_id }));

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  { name: 'documents: counts', queries: [countsQuery(NO_FILTER)] },
  { name: 'documents: one', queries: one('临夏市-临夏市人民政府办公室-2024-final_account') },
  { name: 'documents: none', queries: one('不存在') },
];
