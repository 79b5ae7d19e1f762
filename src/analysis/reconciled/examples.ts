import type { Query } from '../../engine/types';
import { NO_FILTER } from '../filter';
import { statesQuery } from './queries';

export const examples: { name: string; queries: Query[] }[] = [
  { name: 'all money', queries: [statesQuery({ filter: NO_FILTER, of: [] })] },
  {
    name: 'expenditure of two forms, conflicts left out elsewhere',
    queries: [
      statesQuery({
        filter: { ...NO_FILTER, years: [2023, 2024], leave_conflicts: true },
        of: [
          { form: '03', stage: 'final' },
          { form: '05', stage: 'final', subject_level: 1 },
        ],
      }),
    ],
  },
];
