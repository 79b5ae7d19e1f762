import { economicSubject, economicSubjectByName, isEconomicName } from '../../domain/economic';
import { standardName } from '../../domain/names';
import type { Unit } from '../../domain/money';
import type { EconomicRow } from './economic-rows';
import type { FormWriter } from './fact-writer';
import type { FormSpec } from './specs';

/**
 * Facts of form 06. A 款 whose code is cut to its class (`301 基本工资`) is restored from its name; a name that the
 * column cut off is completed; a code whose printed name is another subject's keeps the printed name.
 */
export function writeEconomicForm(
  rows: readonly EconomicRow[],
  spec: FormSpec,
  unit: Unit,
  writer: FormWriter,
  year: number,
): void {
  const column = spec.columns[0]!;
  const classes = new Set<string>();
  for (const row of rows) {
    const notes: string[] = [];
    const second = row.printedCode !== null && classes.has(row.printedCode);
    if (row.printedCode?.length === 3) classes.add(row.printedCode);
    if (!row.cell) continue;
    const subject = meaning(row, second, notes, writer, spec.id, year);
    writer.add(spec.id, unit, row.cell, {
      flow: 'expenditure',
      classification: row.printedCode === null ? 'summary' : 'economy',
      subject_code: subject.code,
      subject_name: subject.name,
      subject_level: subject.level,
      fund: column.fund,
      measure: 'total',
      stage: 'final',
      printed_code: row.printedCode,
      printed_name: row.printedName,
      note: notes.join('; ') || null,
      row: subject.code ?? subject.name,
      column: column.label,
      quote: [row.printedCode, row.printedName, row.cell.text].filter(Boolean).join(' '),
    });
  }
}

function meaning(
  row: EconomicRow,
  second: boolean,
  notes: string[],
  writer: FormWriter,
  form: string,
  year: number,
): { code: string | null; name: string; level: number | null } {
  const printed = standardName(row.printedName);
  const code = row.printedCode;
  if (code === null) return { code: null, name: printed, level: 0 };
  const subject = economicSubject(code, year);
  // 399 其他支出 holds 39999 其他支出: a class line comes first, so the class is taken before its namesake.
  const isClassLine = code.length === 3 && subject !== null && isEconomicName(code, printed, year) && !second;
  if (code.length === 3 && !isClassLine) {
    const restored = economicSubjectByName(code, printed);
    if (restored) {
      notes.push('code restored from name');
      if (restored.name !== printed) notes.push('standard name');
      return restored;
    }
    writer.warn('code_unrestored', `经济科目“${code} ${row.printedName}”的款级编码无法还原`, form, row);
    return { code: null, name: printed, level: 2 };
  }
  if (!subject) {
    writer.warn('subject_unknown', `目录中没有经济科目“${code} ${row.printedName}”`, form, row);
    return { code, name: printed, level: code.length === 3 ? 1 : 2 };
  }
  if (subject.name === printed) return subject;
  if (isEconomicName(code, printed, year)) {
    notes.push('standard name');
    return subject;
  }
  return { ...subject, name: printed };
}
