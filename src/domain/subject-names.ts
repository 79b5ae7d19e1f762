import { economicSubject, isEconomicName } from './economic';
import { functionalClassByCode, functionalClassByName } from './functional';
import { functionalName } from './functional-catalogue';
import { endedIn, formerNames } from './functional-history';
import { comparable } from './names';

/** The standard name of a functional subject in a year; null where the catalogue does not know the code. */
export function functionalNameIn(code: string, year: number): string | null {
  const former = formerNames(code).find(({ until }) => year <= until);
  return former?.name ?? functionalClassByCode(code)?.name ?? functionalName(code);
}

/** Why a printed name is not that of the code in the year, with the name that the year's catalogue has. */
export interface NameDisagreement {
  standard: string;
  kind: 'other_year' | 'ended' | 'other_name';
}

/**
 * Compares a printed name with the year's catalogue. Null where they agree: brackets, blanks, a missing 支出 and names
 * cut off are no disagreement; a code that the catalogue does not know cannot disagree.
 */
export function functionalDisagreement(code: string, printed: string, year: number): NameDisagreement | null {
  const standard = functionalNameIn(code, year);
  if (standard === null || comparable(printed) === '') return null;
  const end = endedIn(code);
  if (end !== null && year > end) return { standard, kind: 'ended' };
  if (agrees(standard, printed)) return null;
  const isFormer = formerNames(code).some(({ name }) => core(name) === core(printed));
  if (!isFormer && holdsOther(standard, printed)) return null;
  const now = functionalClassByCode(code)?.name ?? functionalName(code);
  const others = [...formerNames(code).map(({ name }) => name), ...(now ? [now] : [])];
  const other = others.some((name) => agrees(name, printed)) || functionalClassByName(printed)?.code === code;
  return { standard, kind: other ? 'other_year' : 'other_name' };
}

/** As `functionalDisagreement`, for economic subjects across the reform of 2018. */
export function economicDisagreement(code: string, printed: string, year: number): NameDisagreement | null {
  const subject = economicSubject(code, year);
  if (!subject || comparable(printed) === '' || isEconomicName(code, printed, year)) return null;
  if (agrees(subject.name, printed)) return null;
  const otherYear = year < 2018 ? 2018 : 2017;
  return {
    standard: subject.name,
    kind: isEconomicName(code, printed, otherYear) ? 'other_year' : 'other_name',
  };
}

function agrees(standard: string, printed: string): boolean {
  const [a, b] = [core(standard), core(printed)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 2 && long.startsWith(short);
}

/** A name that wraps in running text may lose its beginning or hold the end of the one above. */
function holdsOther(standard: string, printed: string): boolean {
  const [a, b] = [core(standard), core(printed)];
  return Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a));
}

/** 支出 at the end and 的 inside say nothing. */
function core(name: string): string {
  return comparable(name)
    .replace(/支出$/, '')
    .replace(/[的及和与]/g, '');
}
