import type { Query } from '../../engine/types';
import { subjectsQuery } from './queries';

/** Requests that must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = [
  { name: 'search: subjects', queries: [subjectsQuery()] },
];
