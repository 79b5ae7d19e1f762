import type { DocumentRow, Fact, Stage, Warning } from '../../domain/facts';
import type { Unit } from '../../domain/money';
import type { FormSubject } from '../context';
import type { PlacedLine } from '../lines';
import { printedSubjects, restoreSubjects, type RestoredSubject } from './codes';
import { writeEconomicForm } from './economic-facts';
import { type EconomicRow, readEconomicRows } from './economic-rows';
import { FormWriter } from './fact-writer';
import {
  evidenceFromAllFunds,
  evidenceFromExpenditure,
  evidenceFromFunds,
  evidenceFromGeneralRows,
  evidenceFromRevenue,
  evidenceFromThreePublic,
  type Known,
} from './hints';
import type { FormBlock } from './locate';
import { placeRows } from './place-rows';
import type { FormRow } from './rows';
import { writeExpenditureSide, writeRevenueSide } from './summary-facts';
import { readSummaryRows, type SummaryRow } from './summary-rows';
import { readSubjectRows } from './subject-rows';
import { inPrintedOrder, readThreePublicRow } from './three-public-row';

export { locateForms, otherTables, type FormBlock } from './locate';

/** A form's rows as read, before amounts are placed in columns. */
export type FormRead = { block: FormBlock; unread: PlacedLine[]; missingColumns: number[] } & (
  | { shape: 'summary'; rows: SummaryRow[]; revenueStages: readonly Stage[] }
  | { shape: 'subjects'; rows: FormRow[]; subjects: RestoredSubject[] }
  | { shape: 'economic'; rows: EconomicRow[] }
  | { shape: 'three_public'; rows: FormRow[] }
);

/** Reads the rows of all forms and restores their codes and names; of a form printed twice the first one with rows counts. */
export function readForms(blocks: readonly FormBlock[]): FormRead[] {
  const reads = blocks.map(readForm);
  const printed = printedSubjects(reads.flatMap((read) => (read.shape === 'subjects' ? [read.rows] : [])));
  for (const read of reads)
    if (read.shape === 'subjects') read.subjects = restoreSubjects(read.rows, printed);
  return reads;
}

function readForm(block: FormBlock): FormRead {
  const { spec, body } = block;
  if (spec.shape === 'summary') return summaryRead(block);
  if (spec.shape === 'economic')
    return { block, shape: 'economic', missingColumns: [], ...readEconomicRows(body) };
  if (spec.shape === 'subjects') return subjectsRead(block);
  const printed = inPrintedOrder(body, spec);
  const { row, unread } = readThreePublicRow(body, printed);
  return {
    block: { ...block, spec: printed },
    shape: 'three_public',
    rows: row ? [row] : [],
    unread,
    missingColumns: [],
  };
}

function summaryRead(block: FormBlock): FormRead {
  const { spec, ...read } = readSummaryRows(block.body, block.spec);
  return { block: { ...block, spec }, shape: 'summary', missingColumns: [], ...read };
}

function subjectsRead(block: FormBlock): FormRead {
  const { spec, ...read } = readSubjectRows(block.body, block.spec);
  return { block: { ...block, spec }, shape: 'subjects', subjects: [], ...read };
}

/** Functional subjects of the document's forms, each once. */
export function formSubjects(reads: readonly FormRead[]): FormSubject[] {
  const found = new Map<string, FormSubject>();
  for (const read of reads) {
    if (read.shape !== 'subjects') continue;
    for (const { code, name, level } of read.subjects)
      if (code && !found.has(code)) found.set(code, { code, name, level });
  }
  return [...found.values()];
}

/** The forms that later ones take evidence from come first. */
const ORDER = ['01', '06', '05', '07', '08', '04', '03', '02', '09'];

/**
 * Facts of all forms. `told` are the narrative's facts: where sums alone leave a blank's place open, what another form
 * or the narrative states decides, and what stays open is a warning.
 */
export function formFacts(
  reads: readonly FormRead[],
  document: DocumentRow,
  told: readonly Fact[],
): { facts: Fact[]; warnings: Warning[] } {
  const writer = new FormWriter(document);
  const evidence = new Map<string, Known | null>();
  const learn = (more: Map<string, Known | null>) => more.forEach((value, key) => evidence.set(key, value));
  learn(evidenceFromThreePublic(told));
  const done = new Set<string>();
  const queue = [...reads].sort((a, b) => ORDER.indexOf(a.block.spec.id) - ORDER.indexOf(b.block.spec.id));
  for (let read = queue.shift(); read; read = queue.shift()) {
    const { spec } = read.block;
    if (done.has(spec.id)) {
      if (read.rows.length > 0)
        writer.warn('form_repeated', `“${spec.title}”出现不止一次，只采用第一次`, spec.id, {
          page: read.block.title.page,
          line: read.block.title.number,
        });
      continue;
    }
    if (read.rows.length > 0) done.add(spec.id);
    const unit = read.block.unit ?? document.unit_printed;
    learn(evidenceFromExpenditure([...writer.facts, ...told]));
    if (
      spec.id === '05' &&
      queue.some(({ block }) => block.spec.id === '03') &&
      isOpen(read, unit, evidence, document)
    ) {
      // 03 comes first then: where it has no amount, its part in 05 has none either.
      queue.splice(queue.findIndex(({ block }) => block.spec.id === '03') + 1, 0, read);
      done.delete('05');
      continue;
    }
    if (read.block.unit === null && read.rows.length > 0) {
      writer.warn('unit_missing', `“${spec.title}”没有印金额单位，按本文件其他表的“${unit}”读取`, spec.id, {
        page: read.block.title.page,
        line: read.block.title.number,
      });
    }
    tellUnread(read, writer);
    if (spec.id === '03') learn(evidenceFromGeneralRows(writer.facts));
    if (spec.id === '05') learn(evidenceFromAllFunds(writer.facts));
    writeForm(read, unit, evidence, writer, learn, document.fiscal_year);
  }
  writer.facts.sort((a, b) => (a.form ?? '').localeCompare(b.form ?? ''));
  return { facts: writer.facts, warnings: writer.warnings };
}

/** Sums and what is known so far leave amounts of the form without a column. */
function isOpen(
  read: FormRead,
  unit: Unit,
  evidence: Map<string, Known | null>,
  document: DocumentRow,
): boolean {
  if (read.shape !== 'subjects') return false;
  const trial = new FormWriter(document);
  writeSubjects(read, unit, evidence, trial);
  return trial.warnings.some(({ code }) => code === 'amount_unplaced');
}

function writeForm(
  read: FormRead,
  unit: Unit,
  evidence: Map<string, Known | null>,
  writer: FormWriter,
  learn: (more: Map<string, Known | null>) => void,
  year: number,
): void {
  const { spec } = read.block;
  if (read.shape === 'summary') {
    const { blankOrigins, blankFunds } = writeRevenueSide(read.rows, spec, unit, writer, read.revenueStages);
    if (spec.id === '01') learn(evidenceFromRevenue(writer.facts, blankOrigins));
    else learn(evidenceFromFunds(writer.facts, blankFunds));
    writeExpenditureSide(read.rows, spec, unit, evidence, writer);
  } else if (read.shape === 'economic') {
    writeEconomicForm(read.rows, spec, unit, writer, year);
  } else if (read.shape === 'subjects') {
    writeSubjects(read, unit, evidence, writer);
  } else {
    writeThreePublic(read, unit, evidence, writer);
  }
}

function writeSubjects(
  read: FormRead & { shape: 'subjects' },
  unit: Unit,
  evidence: Map<string, Known | null>,
  writer: FormWriter,
): void {
  const { spec } = read.block;
  const keyed = read.rows.map((row, index) => ({ ...row, key: read.subjects[index]!.code }));
  placeRows(keyed, spec, unit, evidence, writer).forEach(({ row, cells, note }, index) => {
    const subject = read.subjects[index]!;
    if (subject.code === null && row.printedCode !== null) {
      writer.warn('code_unrestored', `科目编码“${row.printedCode} ${row.printedName}”无法还原`, spec.id, row);
    }
    cells.forEach((cell, i) => {
      if (!cell) return;
      const { flow, fund, measure, stage, label } = spec.columns[i]!;
      writer.add(spec.id, unit, cell, {
        flow,
        fund,
        measure,
        stage,
        classification: row.printedCode === null ? 'summary' : 'function',
        subject_code: subject.code,
        subject_name: subject.name,
        subject_level: subject.level,
        printed_code: row.printedCode,
        printed_name: row.printedName,
        note: [...subject.notes, ...(note ? [note] : [])].join('; ') || null,
        row: subject.code ?? row.printedCode ?? '合计',
        column: label,
        quote: [row.printedCode, row.printedName, ...row.amounts.map((amount) => amount.text)]
          .filter(Boolean)
          .join(' '),
      });
    });
  });
}

function writeThreePublic(
  read: FormRead & { shape: 'three_public' },
  unit: Unit,
  evidence: Map<string, Known | null>,
  writer: FormWriter,
): void {
  const { spec } = read.block;
  for (const { row, cells, note } of placeRows(read.rows, spec, unit, evidence, writer)) {
    cells.forEach((cell, i) => {
      if (!cell) return;
      const { flow, fund, measure, stage, label, subject } = spec.columns[i]!;
      writer.add(spec.id, unit, cell, {
        flow,
        fund,
        measure,
        stage,
        classification: 'three_public',
        subject_code: subject!.code,
        subject_name: subject!.name,
        subject_level: subject!.level,
        printed_code: null,
        printed_name: label,
        note,
        row: subject!.code,
        column: stage,
        quote: row.amounts.map((amount) => amount.text).join(' '),
      });
    });
  }
}

function tellUnread(read: FormRead, writer: FormWriter): void {
  const { spec } = read.block;
  for (const line of read.unread) {
    writer.warn('line_unread', `第 ${line.number} 行没有读懂：${line.text.slice(0, 60)}`, spec.id, {
      page: line.page,
      line: line.number,
    });
  }
  for (const column of read.missingColumns) {
    writer.warn('column_missing', `表头没有“${spec.columns[column]!.label}”一栏`, spec.id, {
      page: read.block.title.page,
      line: read.block.title.number,
    });
  }
}
