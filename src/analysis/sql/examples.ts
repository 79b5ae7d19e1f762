import type { Query } from '../../engine/types';
import { QUESTIONS } from './questions';

/** The worked questions, every column as text, so that they must give the same rows on every engine. */
export const examples: { name: string; queries: Query[] }[] = QUESTIONS.map(({ id, sql, columns }) => ({
  name: `sql: ${id}`,
  queries: [
    {
      sql: `SELECT ${columns.map((name) => `CAST("${name}" AS VARCHAR) AS "${name}"`).join(', ')} FROM (\n${sql}\n)`,
    },
  ],
}));
