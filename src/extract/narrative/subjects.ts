import { functionalClassByName } from '../../domain/functional';
import { comparable, standardName } from '../../domain/names';
import type { FormSubject } from '../context';
import type { Target } from '../prose/target';

const ITEMS = { budgetItem: '年初预算', shareItem: '支出结构' };

const MARKED = /^(.*?)（类）(?:支出)?[-—]?(?:(.*?)（款）)?(?:支出)?[-—]?(?:(.*?)（项）)?(?:支出)?$/;

/**
 * The functional subject that a label names: `一般公共服务（类）…（款）事业运行（项）`, a class with or without 支出, or a
 * name of the document's forms. Codes come from the forms first; a class's from the class table.
 */
export function functionTarget(label: string, subjects: readonly FormSubject[]): Target | null {
  const coded = /^(\d{3}|\d{5}|\d{7})(?=[^\d.])(.+)$/.exec(label);
  if (coded) {
    const level = (coded[1]!.length - 1) / 2;
    return place(
      coded[1]!,
      subjectName(coded[1]!, subjects) ?? standardName(coded[2]!.replace(/（[类款项]）/, '')),
      level,
      null,
    );
  }
  const marked = MARKED.exec(label);
  if (marked) return markedTarget(marked[1]!, marked[2] ?? null, marked[3] ?? null, subjects);
  const byClass = functionalClassByName(label);
  if (byClass) return place(byClass.code, subjectName(byClass.code, subjects) ?? byClass.name, 1, null);
  const matches = subjects.filter((s) => same(s.name, label));
  const level = Math.min(...matches.map((s) => s.level));
  const codes = new Set(matches.filter((s) => s.level === level).map((s) => s.code));
  if (codes.size !== 1) return null;
  const found = matches.find((s) => s.level === level)!;
  return place(found.code, found.name, found.level, null);
}

function markedTarget(
  className: string,
  groupName: string | null,
  itemName: string | null,
  subjects: readonly FormSubject[],
): Target | null {
  const classCode =
    functionalClassByName(className)?.code ??
    subjects.find((s) => s.level === 1 && same(s.name, className))?.code ??
    null;
  if (!groupName && !itemName) {
    if (!classCode) return null;
    return place(
      classCode,
      subjectName(classCode, subjects) ?? functionalClassByName(className)!.name,
      1,
      null,
    );
  }
  const below = subjects.filter((s) => classCode === null || s.code.startsWith(classCode));
  const group = groupName ? below.find((s) => s.level === 2 && same(s.name, groupName)) : undefined;
  if (!itemName) {
    if (group) return place(group.code, group.name, 2, null);
    return unresolved(groupName!, 2, classCode);
  }
  const items = below.filter((s) => s.level === 3 && same(s.name, itemName));
  const within = group ? items.filter((s) => s.code.startsWith(group.code)) : items;
  const codes = new Set(within.map((s) => s.code));
  if (codes.size !== 1) return unresolved(itemName, 3, classCode, codes.size);
  const item = within[0]!;
  // An old 款 name (行政事业单位离退休 until 2019) still leads to the 项 by the 项's own name under the class.
  const note =
    group || !groupName ? null : `款 printed ${groupName}; 项 found by its name under ${classCode ?? '?'}`;
  return place(item.code, item.name, 3, note);
}

function place(code: string, name: string, level: number, note: string | null): Target {
  return {
    item: name,
    ...ITEMS,
    code,
    name,
    note,
    places: [
      {
        flow: 'expenditure',
        classification: 'function',
        subject_code: code,
        subject_name: name,
        subject_level: level,
        fund: 'general',
        measure: 'total',
      },
    ],
  };
}

/** A name without a code counts in no sum: it stands as a summary line, so that nobody takes it for the 合计 or adds it. */
function unresolved(printed: string, level: number, classCode: string | null, candidates = 0): Target {
  const name = standardName(printed);
  const why = candidates > 1 ? `本文件各表中有 ${candidates} 个同名科目` : '本文件各表中没有这个科目';
  return {
    item: name,
    ...ITEMS,
    code: null,
    name,
    note: `code not found${classCode ? ` under ${classCode}` : ''}`,
    problem: { code: 'narrative_subject_unresolved', message: `${name}：${why}，没有编码` },
    places: [
      {
        flow: 'expenditure',
        classification: 'summary',
        subject_code: null,
        subject_name: name,
        subject_level: level,
        fund: 'general',
        measure: 'total',
      },
    ],
  };
}

function subjectName(code: string, subjects: readonly FormSubject[]): string | null {
  return subjects.find((s) => s.code === code)?.name ?? null;
}

function same(name: string, printed: string): boolean {
  const a = comparable(name);
  const b = comparable(printed);
  if (a === b) return true;
  return a.replace(/支出$/, '') === b.replace(/支出$/, '') && b.length > 2;
}
