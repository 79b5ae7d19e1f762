import { functionalClassByCode, functionalClassByName, functionalLevel } from '../../domain/functional';
import { functionalCodes, functionalName } from '../../domain/functional-catalogue';
import { comparable, standardName } from '../../domain/names';
import type { FormRow } from './rows';

/** A subject as restored: the full code and name, and what was done to get them. */
export interface RestoredSubject {
  code: string | null;
  name: string;
  level: number;
  notes: string[];
}

/** Subjects that the document prints in full somewhere, by code. The longest print of a name wins. */
export type PrintedSubjects = ReadonlyMap<string, string>;

/** Names of 项 that have the same two last digits under every 款. */
const COMMON_ITEMS: Record<string, string> = {
  行政运行: '01',
  一般行政管理事务: '02',
  机关服务: '03',
  事业运行: '50',
};

/** Full codes and their names over all forms of one document. */
export function printedSubjects(forms: readonly (readonly FormRow[])[]): PrintedSubjects {
  const found = new Map<string, string>();
  for (const rows of forms) {
    for (const row of rows) {
      const code = row.printedCode;
      if (!code || functionalLevel(code) === null) continue;
      const name = standardName(row.printedName);
      if (name.length > (found.get(code)?.length ?? 0)) found.set(code, name);
    }
  }
  return found;
}

/**
 * Full code and standard name of every row of one form. A code that a narrow column cut off (201030, 210110) is
 * restored from the name: among the document's own full codes under the same 款, then the catalogue, then the endings
 * that all 款 share (01 行政运行, 99 其他…). What stays open has code null.
 */
export function restoreSubjects(rows: readonly FormRow[], printed: PrintedSubjects): RestoredSubject[] {
  let parent = '';
  const used = new Set<string>();
  return rows.map((row) => {
    const code = row.printedCode;
    if (code === null) return { code: null, name: '合计', level: 0, notes: [] };
    const notes: string[] = [];
    const level = functionalLevel(code);
    if (level !== null) {
      if (level === 2) parent = code;
      used.add(code);
      return { code, name: fullName(code, row.printedName, printed, notes), level, notes };
    }
    const restored = restoreCode(code, row.printedName, parent, printed, used);
    if (!restored)
      return {
        code: null,
        name: standardName(row.printedName),
        level: row.level,
        notes: ['code not restored'],
      };
    used.add(restored.code);
    notes.push(restored.note);
    return {
      code: restored.code,
      name: fullName(restored.code, row.printedName, printed, notes),
      level: row.level,
      notes,
    };
  });
}

function restoreCode(
  cut: string,
  printedName: string,
  parent: string,
  printed: PrintedSubjects,
  used: ReadonlySet<string>,
): { code: string; note: string } | null {
  const length = cut.length > 5 ? 7 : 5;
  const under = length === 7 && parent !== '' ? parent : cut.slice(0, 3);
  if (!under.startsWith(cut.slice(0, under.length)) && !cut.startsWith(under)) return null;
  const name = comparable(printedName);
  const fits = (code: string, full: string) =>
    code.length === length && code.startsWith(cut) && !used.has(code) && sameName(full, name);
  const own = [...printed].filter(([code, full]) => fits(code, full)).map(([code]) => code);
  if (own.length === 1)
    return { code: own[0]!, note: 'code restored from name, as printed in full elsewhere in the document' };
  const known = functionalCodes(cut, length).filter((code) => fits(code, functionalName(code)!));
  if (known.length === 1) return { code: known[0]!, note: 'code restored from name by the catalogue' };
  const common = COMMON_ITEMS[standardName(printedName)] ?? (/^其他/.test(name) ? '99' : null);
  const code = common === null ? null : under + common;
  if (code !== null && code.length === length && code.startsWith(cut) && !used.has(code)) {
    return { code, note: 'code restored from name by the endings that all 款 share' };
  }
  return null;
}

function sameName(full: string, printed: string): boolean {
  const whole = comparable(full);
  return (
    whole === printed || (printed.length >= 4 && (whole.startsWith(printed) || printed.startsWith(whole)))
  );
}

/** The full name: as printed where whole, else the document's longer print or the catalogue's. */
function fullName(code: string, printedName: string, printed: PrintedSubjects, notes: string[]): string {
  const own = standardName(printedName);
  const standard = functionalClassByCode(code)?.name ?? functionalName(code);
  const longest = printed.get(code) ?? own;
  if (code.length === 3 && functionalClassByName(own)?.code === code) return standard ?? own;
  // Whole already: a longer print elsewhere has run into its neighbour's name.
  if (standard && comparable(standard) === comparable(own)) return own;
  for (const full of [standard, longest]) {
    if (
      full &&
      full !== own &&
      full.length > own.length &&
      own.length >= 2 &&
      comparable(full).startsWith(comparable(own))
    ) {
      notes.push('name completed');
      return full;
    }
  }
  return own;
}
