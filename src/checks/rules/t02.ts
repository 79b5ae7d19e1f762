import type { Judged } from '../relate';
import type { Rule } from '../rule';
import { rateRelations } from '../rates';

/** T2, 占比, 增减率 and 完成率 of every sentence, recomputed from the amounts printed. */
export const t02: Rule = {
  id: 'T2',
  name: { zh: '印出的百分比', en: 'Printed percentages' },
  severity: 'error',
  right: {
    zh: '印出的占比、增减率、完成率等于按印出金额重算的百分比；基数为零的不计算，只指出。',
    en: 'Every printed percentage equals the one recomputed from the amounts; zero bases are named, not divided.',
  },
  check: (book): Judged[] => rateRelations(book),
};
