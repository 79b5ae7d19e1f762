import { economicCodeIn, economicSubject } from '../../domain/economic';
import { functionalCodeIn } from '../../domain/functional-history';
import { functionalNameIn } from '../../domain/subject-names';

/** What subjects are of: 支出功能分类 or 部门预算支出经济分类. */
export type Classification = 'function' | 'economy';

/** First year of the economic classification in force now. */
export const ECONOMIC_REFORM = 2018;

/**
 * Where a subject of one year stands on another year's classification:
 * `same` its own code · `moved` another one · `joint` one of several that only their sum compares · `apart` no code, or
 * several whose shares no document tells.
 */
export interface Placement {
  kind: 'same' | 'moved' | 'joint' | 'apart';
  /** On the target classification, in code order; for `apart` those that its money may be under, perhaps none. */
  codes: readonly string[];
}

/**
 * Subjects until 2017 that the reform divided. 30104 held the medical contributions too, 30307 the medical costs of
 * staff: their sums compare. 津贴补贴 30102 and the pensions 30301, 30302 took in the housing and heating subsidies.
 */
const DIVIDED: Readonly<Record<string, { codes: readonly string[]; joint: boolean }>> = {
  '30104': { codes: ['30110', '30111', '30112'], joint: true },
  '30307': { codes: ['30114', '30307'], joint: true },
  '30312': { codes: ['30102', '30301', '30302'], joint: false },
  '30313': { codes: ['30102', '30301', '30302'], joint: false },
  '30314': { codes: ['30102', '30301', '30302'], joint: false },
  '30315': { codes: ['30102', '30301', '30302'], joint: false },
};

function joint(code: string, year: number): { before: string; codes: readonly string[] } | null {
  for (const [before, { codes, joint: together }] of Object.entries(DIVIDED)) {
    if (together && (year < ECONOMIC_REFORM ? before === code : codes.includes(code)))
      return { before, codes };
  }
  return null;
}

function economic(code: string, year: number, target: number, crosses: boolean): Placement {
  if (!crosses) return { kind: 'same', codes: [code] };
  const group = joint(code, year);
  if (group) {
    return target < ECONOMIC_REFORM
      ? { kind: group.before === code ? 'same' : 'moved', codes: [group.before] }
      : { kind: 'joint', codes: group.codes };
  }
  if (year < ECONOMIC_REFORM === target < ECONOMIC_REFORM) return { kind: 'same', codes: [code] };
  const divided = year < ECONOMIC_REFORM ? DIVIDED[code] : undefined;
  if (divided) return { kind: 'apart', codes: divided.codes };
  // A code that no catalogue knows stays what it is.
  if (!economicSubject(code, year)) return { kind: 'same', codes: [code] };
  const found = economicCodeIn(code, year, target);
  if (found === null) return { kind: 'apart', codes: [] };
  return { kind: found === code ? 'same' : 'moved', codes: [found] };
}

/**
 * The place of a `year`'s subject on the classification of `target`. `span`: first and last year that are compared;
 * subjects are put together only where the span crosses the change that divided them. Functional subjects that ended
 * go by their successor on either year's classification: what was put together cannot be taken apart.
 */
export function placeOn(
  classification: Classification,
  code: string,
  year: number,
  target: number,
  span: { first: number; last: number },
): Placement {
  if (classification === 'economy') {
    return economic(code, year, target, span.first < ECONOMIC_REFORM && span.last >= ECONOMIC_REFORM);
  }
  const successor = functionalCodeIn(code, span.last);
  return { kind: successor === code ? 'same' : 'moved', codes: [successor] };
}

/** The standard name of a subject in a year; null where the catalogue does not know the code. */
export function standardNameIn(classification: Classification, code: string, year: number): string | null {
  return classification === 'economy'
    ? (economicSubject(code, year)?.name ?? null)
    : functionalNameIn(code, year);
}

/** How long the codes of a level are: functional 3, 5, 7; economic 3, 5. */
export const codeLength = (level: 1 | 2 | 3): number => 1 + 2 * level;
