import type { Fen } from '../../../../src/domain/money';
import type { Random } from './random';

/** What was really spent on one 项, 分. */
export interface Item {
  code: string;
  generalBasic: Fen;
  generalProject: Fen;
  fundProject: Fen;
  capitalProject: Fen;
  otherBasic: Fen;
  otherProject: Fen;
}

/** The true accounts of a made-up department, from which every form is printed. */
export interface Books {
  items: Item[];
  /** Basic expenditure of the general budget by economic 款. */
  economy: Map<string, Fen>;
  opening: Fen;
  closing: Fen;
  /** 年初预算 of the general budget by class. */
  initial: Map<string, Fen>;
  threePublic: { abroad: Fen; purchase: Fen; running: Fen; reception: Fen };
  threePublicBudget: { abroad: Fen; purchase: Fen; running: Fen; reception: Fen };
  lastYear: Fen;
}

const CODES = [
  '2010301',
  '2010350',
  '2010399',
  '2013201',
  '2060402',
  '2080501',
  '2080505',
  '2080506',
  '2089999',
  '2101101',
  '2101103',
  '2120101',
  '2120801',
  '2210201',
  '2210203',
  '2230105',
];
const ECONOMIC = [
  '30101',
  '30102',
  '30103',
  '30108',
  '30113',
  '30201',
  '30202',
  '30211',
  '30217',
  '30228',
  '30231',
  '30302',
  '30399',
  '31002',
];

export const total = (amounts: Iterable<Fen>): Fen => [...amounts].reduce((sum, amount) => sum + amount, 0n);
export const spent = (item: Item): Fen =>
  general(item) + item.fundProject + item.capitalProject + item.otherBasic + item.otherProject;
export const general = (item: Item): Fen => item.generalBasic + item.generalProject;

export function books(random: Random): Books {
  const money = (low = 20_000, high = 900_000_000): Fen => BigInt(random.whole(low, high));
  const codes = CODES.filter(
    (code) => random.chance(0.75) || code === '2010301' || code === '2080505' || code === '2210201',
  );
  const items = codes.map((code): Item => {
    const fund = code === '2120801';
    const capital = code === '2230105';
    const own = !fund && !capital;
    return {
      code,
      generalBasic: own && code !== '2060402' ? money() : 0n,
      generalProject: own && (random.chance(0.5) || code === '2060402') ? money() : 0n,
      fundProject: fund ? money() : 0n,
      capitalProject: capital ? money() : 0n,
      otherBasic: own && random.chance(0.2) ? money() : 0n,
      otherProject: own && random.chance(0.2) ? money() : 0n,
    };
  });
  const basic = total(items.map((item) => item.generalBasic));
  const economy = new Map<string, Fen>();
  let left = basic;
  for (const [index, code] of ECONOMIC.entries()) {
    const share = index === ECONOMIC.length - 1 ? left : (left * BigInt(random.whole(3, 30))) / 100n;
    economy.set(code, share);
    left -= share;
  }
  const parts = (of: Fen) => ({
    abroad: money(0, 3_000_000),
    purchase: 0n,
    running: of + money(0, 2_000_000),
    reception: of + money(0, 900_000),
  });
  const top = (code: string) => economy.get(code)!;
  const threePublic = {
    ...parts(0n),
    running: top('30231') + money(0, 2_000_000),
    reception: top('30217') + money(0, 900_000),
  };
  const classes = [
    ...new Set(items.filter((item) => general(item) > 0n).map(({ code }) => code.slice(0, 3))),
  ];
  return {
    items,
    economy,
    opening: random.chance(0.5) ? money() : 0n,
    closing: random.chance(0.5) ? money(1, 10_000_000) : 0n,
    initial: new Map(classes.map((code) => [code, money()])),
    threePublic,
    threePublicBudget: {
      ...threePublic,
      running: threePublic.running + money(),
      reception: threePublic.reception + money(),
    },
    lastYear: total(items.map(general)) + money(-80_000_000, 80_000_000),
  };
}

/** 项 rolled up: every code of every level, in print order. */
export function levels(items: readonly Item[], wanted: readonly number[] = [3, 5, 7]): string[] {
  const codes = new Set<string>();
  for (const { code } of items) for (const length of wanted) codes.add(code.slice(0, length));
  return [...codes].sort();
}

export const under = (items: readonly Item[], code: string) =>
  items.filter((item) => item.code.startsWith(code));
