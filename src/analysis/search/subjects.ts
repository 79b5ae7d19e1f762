import {
  ECONOMIC_2017_TO_2018,
  ECONOMIC_SINCE_2018,
  ECONOMIC_UNTIL_2017,
} from '../../domain/economic-catalogue';
import { economicSubject } from '../../domain/economic';
import { FUNCTIONAL_CLASSES, functionalClassByCode } from '../../domain/functional';
import { functionalCodes } from '../../domain/functional-catalogue';
import { endedIn, formerNames } from '../../domain/functional-history';
import { comparable } from '../../domain/names';
import { functionalNameIn } from '../../domain/subject-names';
import type { OtherName, SearchEntry } from './entry';

export type SubjectClassification = 'function' | 'economy';

/** A subject of the data under one printed name, as `subjectsQuery` gives it. */
export interface SubjectLine {
  classification: SubjectClassification;
  code: string;
  name: string;
  first_year: number;
  last_year: number;
  facts: bigint;
  /** Of these, in forms of final accounts. */
  of_accounts: bigint;
}

/** Subjects that the data have stand before those of the catalogue alone. */
const IN_DATA = 4;
const REFORM = 2018;
const NOW = 9999;

export const subjectEntryId = (classification: SubjectClassification, code: string): string =>
  `subject:${classification}:${code}`;

/** The classification and code of a subject's entry; null for entries of other kinds. */
export function subjectOfEntry(id: string): { classification: SubjectClassification; code: string } | null {
  const match = /^subject:(function|economy):(.+)$/.exec(id);
  return match ? { classification: match[1] as SubjectClassification, code: match[2]! } : null;
}

/** Each name once, none that is the label but for brackets and blanks. */
function distinct(label: string, names: readonly OtherName[]): OtherName[] {
  const seen = new Set([comparable(label)]);
  return names.filter(({ name }) => {
    const key = comparable(name);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The forms of budgets alone have it. */
const inBudgetsAlone = (lines: readonly SubjectLine[]) =>
  lines.length > 0 && lines.every(({ of_accounts }) => of_accounts === 0n);

function functionalEntry(code: string, lines: readonly SubjectLine[]): SearchEntry {
  const label = functionalNameIn(code, NOW) ?? lines[0]?.name ?? code;
  const others = distinct(label, [
    ...formerNames(code).map(({ name, until }) => ({ name, until })),
    ...(functionalClassByCode(code)?.aliases ?? []).map((name) => ({ name, until: null })),
    ...lines.map(({ name }) => ({ name, until: null })),
  ]);
  const above = [code.slice(0, 3), code.slice(0, 5)]
    .filter((upper) => upper.length < code.length)
    .flatMap((upper) => functionalNameIn(upper, NOW) ?? []);
  return {
    id: subjectEntryId('function', code),
    kind: 'subject',
    label,
    code,
    others,
    detail: above.join(' › '),
    weight: lines.length > 0 ? IN_DATA : 0,
    budgets_alone: inBudgetsAlone(lines),
  };
}

function economicEntry(code: string, lines: readonly SubjectLine[]): SearchEntry {
  const [now, before] = [economicSubject(code, REFORM), economicSubject(code, REFORM - 1)];
  const label = now?.name ?? before?.name ?? lines[0]?.name ?? code;
  const earlier = Object.entries(ECONOMIC_2017_TO_2018)
    .filter(([, moved]) => moved === code)
    .flatMap(([old]) => economicSubject(old, REFORM - 1) ?? []);
  const others = distinct(label, [
    ...[...(before ? [before] : []), ...earlier].map(({ name }) => ({ name, until: REFORM - 1 })),
    ...lines.map(({ name }) => ({ name, until: null })),
  ]);
  const upper = code.slice(0, 3);
  const above = upper.length < code.length ? economicSubject(upper, now ? REFORM : REFORM - 1)?.name : null;
  return {
    id: subjectEntryId('economy', code),
    kind: 'subject',
    label,
    code,
    others,
    detail: above ?? '',
    weight: lines.length > 0 ? IN_DATA : 0,
    budgets_alone: inBudgetsAlone(lines),
  };
}

function economicCodes(): string[] {
  return [ECONOMIC_SINCE_2018, ECONOMIC_UNTIL_2017].flatMap((catalogue) =>
    Object.entries(catalogue).flatMap(([code, [, items]]) => [
      code,
      ...items.split(' ').map((item) => code + item.slice(0, 2)),
    ]),
  );
}

/**
 * Every functional and economic subject of the catalogue and of the data as an entry: by its name in force now, with
 * former names (and their last year), aliases and the names that documents print. In the order of the codes.
 */
export function subjectEntries(lines: readonly SubjectLine[]): SearchEntry[] {
  const byCode = new Map<string, SubjectLine[]>();
  for (const line of lines) {
    const key = subjectEntryId(line.classification, line.code);
    byCode.set(key, [...(byCode.get(key) ?? []), line]);
  }
  const entries = (
    classification: SubjectClassification,
    known: readonly string[],
    entry: (code: string, own: readonly SubjectLine[]) => SearchEntry,
  ) => {
    const printed = lines.filter((line) => line.classification === classification).map(({ code }) => code);
    return [...new Set([...known, ...printed])]
      .sort()
      .map((code) => entry(code, byCode.get(subjectEntryId(classification, code)) ?? []));
  };
  const functional = [
    ...FUNCTIONAL_CLASSES.map(({ code }) => code),
    ...functionalCodes('', 5),
    ...functionalCodes('', 7),
  ];
  return [
    ...entries('function', functional, functionalEntry),
    ...entries('economy', economicCodes(), economicEntry),
  ];
}

/** The last year of a subject that is no longer in force; null where it goes on or is not known. */
export function subjectEndedIn(id: string): number | null {
  const subject = subjectOfEntry(id);
  if (!subject) return null;
  const { classification, code } = subject;
  if (classification === 'function') return endedIn(code);
  return !economicSubject(code, REFORM) && economicSubject(code, REFORM - 1) ? REFORM - 1 : null;
}
