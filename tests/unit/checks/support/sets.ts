import type { CheckInput } from '../../../../src/checks';
import { budget } from './budget';
import { withExtras } from './extras';
import { finalAccount } from './final-account';
import { random } from './random';

const MADE: Record<string, (seed: number) => CheckInput> = {
  国家标准元: (seed) =>
    finalAccount({ name: '国家标准', style: { unit: '元', zeros: true }, levels: [3, 5, 7] }, random(seed)),
  国家标准万元: (seed) =>
    finalAccount({ name: '国家标准', style: { unit: '万元', zeros: true }, levels: [3, 5, 7] }, random(seed)),
  上海决算: (seed) =>
    finalAccount(
      { name: '上海', style: { unit: '万元', zeros: false }, levels: [3, 5, 7], plainFunds: true },
      random(seed),
    ),
  云南决算: (seed) =>
    finalAccount(
      { name: '云南', style: { unit: '元', zeros: false }, levels: [3, 5, 7], generalBalances: true },
      random(seed),
    ),
  四川决算: (seed) =>
    finalAccount({ name: '四川', style: { unit: '万元', zeros: false }, levels: [3, 7] }, random(seed)),
  北京决算: (seed) =>
    finalAccount(
      {
        name: '北京',
        style: { unit: '万元', zeros: true },
        levels: [3, 5, 7],
        budgetStage: true,
        capitalBalances: true,
      },
      random(seed),
    ),
  上海预算: (seed) => budget('上海', '元', random(seed)),
  江苏预算: (seed) => budget('江苏', '万元', random(seed)),
};

/** The form sets that documents are made in, as far as their facts differ, each in a unit. */
export const SETS: Record<string, (seed: number) => CheckInput> = Object.fromEntries(
  Object.entries(MADE).map(([name, make]) => [name, (seed: number) => withExtras(make(seed))]),
);
