import { economicSubject, isEconomicName } from '../../domain/economic';
import { standardName } from '../../domain/names';
import type { Unit } from '../../domain/money';
import type { RestoredSubject } from '../forms/codes';
import type { FormWriter } from '../forms/fact-writer';
import type { Evidence } from '../forms/hints';
import { placeRows } from '../forms/place-rows';
import type { FormRow } from '../forms/rows';
import type { TableSpec } from './specs';

/** Facts of a form by subject; `subjects` are the rows' codes and names, one a row. */
export function writeSubjectRows(
  rows: readonly FormRow[],
  subjects: readonly RestoredSubject[],
  spec: TableSpec,
  classification: 'function' | 'economy',
  unit: Unit,
  evidence: Evidence,
  writer: FormWriter,
): void {
  // 合计 often stands at the bottom; the solver wants it above what it sums.
  const keyed = rows
    .map((row, index) => ({ ...row, key: subjects[index]!.code, subject: subjects[index]! }))
    .sort((a, b) => Number(b.printedCode === null) - Number(a.printedCode === null));
  const placed = placeRows(keyed, spec, unit, evidence, writer).sort((a, b) => a.row.line - b.row.line);
  placed.forEach(({ row, cells, note }) => {
    const { subject } = row;
    if (subject.code === null && row.printedCode !== null)
      writer.warn('code_unrestored', `科目编码“${row.printedCode} ${row.printedName}”无法还原`, spec.id, row);
    cells.forEach((cell, i) => {
      if (!cell) return;
      const { flow, fund, measure, stage, label } = spec.columns[i]!;
      writer.add(spec.id, unit, cell, {
        flow,
        fund,
        measure,
        stage,
        classification: row.printedCode === null ? 'summary' : classification,
        subject_code: subject.code,
        subject_name: subject.name,
        subject_level: subject.level,
        printed_code: row.codeCells ?? row.printedCode,
        printed_name: row.printedName,
        note:
          [
            ...subject.notes,
            ...(row.codeCells ? ['code restored: a leading zero was lost'] : []),
            ...(note ? [note] : []),
          ].join('; ') || null,
        row: subject.code ?? row.printedCode ?? '合计',
        column: label,
        quote: [
          row.codeCells ?? row.printedCode,
          row.printedName,
          ...row.amounts.map((amount) => amount.text),
        ]
          .filter(Boolean)
          .join(' '),
      });
    });
  });
}

/** Codes and names of the rows of an economic form; a code that its year's catalogue lacks is told. */
export function economicSubjects(
  rows: readonly FormRow[],
  spec: TableSpec,
  year: number,
  writer: FormWriter,
): RestoredSubject[] {
  return rows.map((row) => {
    const code = row.printedCode;
    const total = spec.id === 'B12' ? '机关运行经费' : '合计';
    if (code === null) return { code: null, name: total, level: 0, notes: [] };
    const name = standardName(row.printedName);
    const level = code.length === 3 ? 1 : 2;
    const subject = economicSubject(code, year);
    if (!subject) {
      writer.warn('subject_unknown', `目录中没有经济科目“${code} ${row.printedName}”`, spec.id, row);
      return { code, name, level, notes: [] };
    }
    if (subject.name === name || !isEconomicName(code, name, year)) return { code, name, level, notes: [] };
    return { code, name: subject.name, level, notes: ['standard name'] };
  });
}
