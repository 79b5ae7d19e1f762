import type { Fact, Fund, Stage } from '../../domain/facts';
import { functionalClassByName, withoutOrdinal } from '../../domain/functional';
import { standardName } from '../../domain/names';
import type { Unit } from '../../domain/money';
import type { FormFact, FormWriter } from './fact-writer';
import type { Evidence } from './hints';
import { placeRows } from './place-rows';
import type { FormSpec } from './specs';
import type { SummaryRow } from './summary-rows';

type Meaning = Pick<
  Fact,
  'flow' | 'classification' | 'subject_code' | 'subject_name' | 'subject_level' | 'fund'
>;

const FUNDS: readonly [RegExp, Fund][] = [
  [/^一般公共预算/, 'general'],
  [/^政府性基金/, 'government_fund'],
  [/^国有资本经营/, 'state_capital'],
];

/** Standard names of lines that regions print in slightly different words. */
const BALANCES: readonly [RegExp, string][] = [
  [/^使用非财政拨款结余|^用事业基金弥补/, '使用非财政拨款结余'],
  [/^结余分配/, '结余分配'],
  [/^年初财政拨款结转/, '年初财政拨款结转和结余'],
  [/^年末财政拨款结转/, '年末财政拨款结转和结余'],
  [/^(年初|上年)结转/, '年初结转和结余'],
  [/^(年末结转|结转下年)/, '年末结转和结余'],
];

/** What a revenue line of 01 or 04 means; `under` is the balance line above it, whose funds it lists. */
function revenueMeaning(spec: FormSpec, name: string, under: string | null): Meaning {
  const fiscal = spec.id === '04';
  const common = { subject_code: null, subject_level: null };
  const fund = FUNDS.find(([pattern]) => pattern.test(name))?.[1];
  if (fund && under)
    return { ...common, flow: 'balance', classification: 'summary', subject_name: under, fund };
  return (
    closing(name, fiscal ? 'fiscal' : 'all', 'revenue') ?? {
      ...common,
      flow: 'revenue',
      classification: 'origin',
      subject_name: name,
      fund: fund ?? 'all',
    }
  );
}

function expenditureMeaning(name: string, fund: Fund): Meaning | null {
  const known = functionalClassByName(name);
  if (known)
    return {
      flow: 'expenditure',
      classification: 'function',
      subject_code: known.code,
      subject_name: known.name,
      subject_level: 1,
      fund,
    };
  return closing(name, fund, 'expenditure');
}

/** 本年合计, 结转 and 总计 lines. */
function closing(name: string, fund: Fund, side: SummaryRow['side']): Meaning | null {
  const common = { classification: 'summary', subject_code: null, subject_level: 0, fund } as const;
  if (/^本年(收入|支出)合计$/.test(name)) return { ...common, flow: side, subject_name: name };
  if (/^(总计|收入总计|支出总计)$/.test(name))
    return { ...common, flow: 'balance', subject_name: side === 'revenue' ? '收入总计' : '支出总计' };
  const balance = BALANCES.find(([pattern]) => pattern.test(name));
  return balance ? { ...common, flow: 'balance', subject_name: balance[1] } : null;
}

/** Revenue side of 01 and 04; returns the names of its lines whose amount is blank. */
export function writeRevenueSide(
  rows: readonly SummaryRow[],
  spec: FormSpec,
  unit: Unit,
  writer: FormWriter,
  stages: readonly Stage[] = ['final'],
): { blankOrigins: Set<string>; blankFunds: Set<string> } {
  const blankOrigins = new Set<string>();
  const blankFunds = new Set<string>();
  let under: string | null = null;
  for (const row of rows) {
    if (row.side !== 'revenue') continue;
    const name = standardName(withoutOrdinal(row.printedName));
    const meaning = revenueMeaning(spec, name, under);
    const isFundLine = meaning.flow === 'balance' && FUNDS.some(([pattern]) => pattern.test(name));
    if (!isFundLine)
      under = meaning.flow === 'balance' && /^年初/.test(meaning.subject_name) ? meaning.subject_name : null;
    const cells = row.cells ?? [row.amounts[0] ?? null];
    stages.forEach((stage, index) => {
      const cell = cells[index] ?? (stages.length === 1 ? row.amounts[0] : null);
      if (cell) writer.add(spec.id, unit, cell, summaryFact(row, meaning, '金额', null, stage));
    });
    if (cells.some((cell) => cell !== null)) continue;
    if (meaning.flow === 'revenue') {
      blankOrigins.add(meaning.subject_name);
      if (meaning.fund !== 'all') blankFunds.add(meaning.fund);
    }
  }
  return { blankOrigins, blankFunds };
}

/** Expenditure side of 01 and 04: classes, 本年支出合计, 结转 and 总计, by fund column. */
export function writeExpenditureSide(
  rows: readonly SummaryRow[],
  spec: FormSpec,
  unit: Unit,
  evidence: Evidence,
  writer: FormWriter,
): void {
  const lines = rows
    .filter((row) => row.side === 'expenditure')
    .map((row) => ({ ...row, name: standardName(withoutOrdinal(row.printedName)) }));
  // 本年支出合计 stands below its classes; the solver wants it above them.
  const total = lines.filter((row) => row.name === '本年支出合计');
  const classes = lines.filter((row) => functionalClassByName(row.name) !== null);
  const others = lines.filter((row) => !total.includes(row) && !classes.includes(row));
  const ordered = [
    ...total.map((row) => ({ ...row, level: 0 })),
    ...classes.map((row) => ({ ...row, level: 1 })),
    ...others.map((row) => ({ ...row, level: 0 })),
  ];
  const placed = placeRows(ordered, spec, unit, evidence, writer);
  for (const { row, cells, note } of placed.sort((a, b) => a.row.line - b.row.line)) {
    cells.forEach((cell, index) => {
      if (!cell) return;
      const column = spec.columns[index]!;
      const meaning = expenditureMeaning(row.name, column.fund);
      if (meaning)
        writer.add(spec.id, unit, cell, summaryFact(row, meaning, column.label, note, column.stage));
      else
        writer.warn(
          'row_unrecognised',
          `不认识的项目“${row.printedName}”，金额 ${cell.text} 未采用`,
          spec.id,
          cell,
        );
    });
  }
}

function summaryFact(
  row: SummaryRow,
  meaning: Meaning,
  column: string,
  note: string | null,
  stage: Stage,
): FormFact {
  const printed = withoutOrdinal(row.printedName);
  const renamed = standardName(printed) !== meaning.subject_name && meaning.classification === 'function';
  return {
    ...meaning,
    measure: 'total',
    stage,
    printed_code: null,
    printed_name: row.printedName,
    note: [note, renamed ? `standard name of “${printed}”` : null].filter(Boolean).join('; ') || null,
    row: meaning.subject_code ?? `${row.side}:${meaning.subject_name}`,
    column: `${meaning.fund === 'all' ? column : meaning.fund}${stage === 'final' ? '' : `:${stage}`}`,
    quote: [row.printedName, ...row.amounts.map((cell) => cell.text)].join(' '),
  };
}
