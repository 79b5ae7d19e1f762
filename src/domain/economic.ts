import {
  ECONOMIC_2017_TO_2018,
  ECONOMIC_SINCE_2018,
  ECONOMIC_UNTIL_2017,
  type EconomicCatalogue,
} from './economic-catalogue';
import { comparable, standardName } from './names';

/** Names seen in print for a code whose standard name is another. */
const VARIANTS: Record<string, readonly string[]> = {
  '30108': ['机关事业单位基本养老保险费'],
  '30217': ['公务招待费'],
  '30399': ['对其他个人和家庭的补助支出', '对其他个人和家庭的补助', '其他对个人和家庭的补助支出'],
  '30212': ['因公出国（境）费'],
  '30231': ['公务用车运行费', '公务用车运行维护费用'],
};

export interface EconomicSubject {
  code: string;
  name: string;
  level: 1 | 2;
}

/** First year of the classification in force now. */
const REFORM = 2018;

function subjectsOf(catalogue: EconomicCatalogue): Map<string, EconomicSubject> {
  const found = new Map<string, EconomicSubject>();
  for (const [code, [name, items]] of Object.entries(catalogue)) {
    found.set(code, { code, name, level: 1 });
    for (const item of items.split(' '))
      found.set(code + item.slice(0, 2), { code: code + item.slice(0, 2), name: item.slice(2), level: 2 });
  }
  return found;
}

const SUBJECTS = subjectsOf(ECONOMIC_SINCE_2018);
const EARLIER = subjectsOf(ECONOMIC_UNTIL_2017);

/** Classes of 公用经费 (302, 307, 309 …) and of 人员经费 (301, 303) follow from form 06. */
export const ECONOMIC_CLASS_CODES: readonly string[] = Object.keys(ECONOMIC_SINCE_2018);

/** An economic subject by code as the classification of the year has it (since 2018 where no year is given). */
export function economicSubject(code: string, year = REFORM): EconomicSubject | null {
  return (year < REFORM ? EARLIER : SUBJECTS).get(code) ?? null;
}

/** True where the printed name is the year's standard one, a variant in use, or the standard one cut off. */
export function isEconomicName(code: string, printed: string, year = REFORM): boolean {
  const subject = economicSubject(code, year);
  if (!subject) return false;
  const name = comparable(printed);
  if (name === '') return false;
  const accepted = [subject.name, ...(VARIANTS[code] ?? [])].map(comparable);
  return accepted.some((full) => full === name || (name.length >= 4 && full.startsWith(name)));
}

/**
 * The code that an economic subject of one year goes by in another, across the reform of 2018; null where the subject
 * has none there (提租补贴 ended, 30110 职工基本医疗保险缴费 did not exist before).
 */
export function economicCodeIn(code: string, from: number, to: number): string | null {
  if (from < REFORM === to < REFORM) return economicSubject(code, from) ? code : null;
  if (from < REFORM) {
    const moved = ECONOMIC_2017_TO_2018[code];
    return moved !== undefined ? moved : EARLIER.has(code) && SUBJECTS.has(code) ? code : null;
  }
  const before = Object.entries(ECONOMIC_2017_TO_2018).find(([, now]) => now === code)?.[0];
  if (before !== undefined) return before;
  return code in ECONOMIC_2017_TO_2018 || !EARLIER.has(code) || !SUBJECTS.has(code) ? null : code;
}

/**
 * The subject that a printed name means under a class: exact or variant name first, then the one subject whose name
 * begins with the printed (cut-off) one. Null where none or several fit.
 */
export function economicSubjectByName(classCode: string, printed: string): EconomicSubject | null {
  const name = comparable(standardName(printed));
  const below = [...SUBJECTS.values()].filter((s) => s.code.startsWith(classCode));
  const level2 = below.filter((s) => s.level === 2);
  const names = (s: EconomicSubject) => [s.name, ...(VARIANTS[s.code] ?? [])].map(comparable);
  const exact = level2.filter((s) => names(s).includes(name));
  const found =
    exact.length > 0
      ? exact
      : level2.filter((s) => name.length >= 4 && names(s).some((full) => full.startsWith(name)));
  return found.length === 1 ? found[0]! : null;
}
