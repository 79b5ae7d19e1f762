import { functionalCodeIn } from '../../domain/functional-history';
import { functionalNameIn } from '../../domain/subject-names';

/**
 * Why a functional subject of two years is not quite the same one: `renamed` in the year's catalogue or in what the
 * documents print · `replaced` it ended, and its money goes under another code.
 */
export type SubjectBreak =
  { kind: 'renamed'; before: string; now: string } | { kind: 'replaced'; code: string; name: string | null };

/** The break between `year` − 1 and `year`; printed names win over the catalogue's. Null where there is none. */
export function subjectBreak(
  code: string,
  year: number,
  printed: { before: string | null; now: string | null },
): SubjectBreak | null {
  const successor = functionalCodeIn(code, year);
  if (successor !== code)
    return { kind: 'replaced', code: successor, name: functionalNameIn(successor, year) };
  const standard = { before: functionalNameIn(code, year - 1), now: functionalNameIn(code, year) };
  const before = printed.before ?? standard.before;
  const now = printed.now ?? standard.now;
  const renamed = standard.before !== standard.now || (printed.before !== null && printed.before !== now);
  return renamed && before !== null && now !== null && before !== now
    ? { kind: 'renamed', before, now }
    : null;
}
