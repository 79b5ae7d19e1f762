import { parseAmount } from '../../domain/money';
import type { Output } from '../prose/output';
import type { Coordinates } from '../prose/target';
import { WHOLE } from './names';
import type { FundRow } from './rows';
import { warnOfScale } from './scale';
import { totalScoreOf } from './score';
import { scoreLines } from './score-lines';
import type { EvaluationTable } from './tables';
import { isMoney, type UnitReading } from './units';

/** Writes one self-evaluation table: its amounts, rates and scores. */
export function emitTable(
  table: EvaluationTable,
  rows: readonly FundRow[],
  reading: UnitReading,
  output: Output,
): void {
  for (const row of rows) emitRow(table, row, reading, output);
  if (table.kind === 'department') warnOfScale(rows, output);
  if (rows.length === 0)
    output.warn('performance_table_unread', `“${table.title}”中没有读到资金数`, table.place);
  if (reading.bySize) {
    const place = rows[0]?.place ?? table.place;
    output.warn(
      'performance_unit_unclear',
      `表头单位是“${reading.printed}”，按数额大小读作“${reading.unit}”`,
      place,
    );
  }
  emitScoreLines(table, rows, output);
  const score = totalScoreOf(table.lines);
  if (score) {
    output.indicator({
      code: 'score',
      subject_name: table.project ?? WHOLE,
      value: score.value,
      unit: '分',
      quote: score.quote,
      ...score.place,
    });
  }
}

/** 分值 and 得分 line by line; the 分值 of 预算执行率 stands in the row of funds. */
function emitScoreLines(table: EvaluationTable, rows: readonly FundRow[], output: Output): void {
  const subject_name = table.project ?? WHOLE;
  const lines = scoreLines(table.lines);
  if (lines.length === 0) return;
  const weight = rows
    .find((row) => row.label.kind === 'total')
    ?.entries.find(({ column }) => column === 'weight');
  if (weight)
    output.indicator({
      code: 'execution_weight',
      subject_name,
      value: weight.token.value,
      unit: '分',
      quote: `分值 ${weight.token.value}`,
      ...weight.place,
    });
  for (const { weight, points, place, quote, execution } of lines) {
    output.indicator({ code: 'score_weight', subject_name, value: weight, unit: '分', quote, ...place });
    output.indicator({ code: 'score_points', subject_name, value: points, unit: '分', quote, ...place });
    if (execution)
      output.indicator({
        code: 'execution_rate',
        subject_name: execution.part,
        value: execution.rate,
        unit: '%',
        quote,
        ...place,
      });
  }
}

function emitRow(table: EvaluationTable, row: FundRow, reading: UnitReading, output: Output): void {
  const section = `table${table.number}`;
  const at = coordinates(table, row);
  for (const { column, token, place, vague } of row.entries) {
    const quote =
      `${row.printedName} ${row.entries.map((entry) => entry.token.value + (entry.token.kind === 'percent' ? '%' : '')).join(' ')}`.slice(
        0,
        60,
      );
    if (isMoney(column)) {
      const amount = parseAmount(token.value, reading.unit);
      if (!amount) {
        output.warn('performance_amount_unread', `没有读取这个金额：${quote}`, place);
        continue;
      }
      output.fact(section, {
        at,
        stage: column,
        ...amount,
        printedName: row.printedName,
        printedValue: token.value,
        printedUnit: reading.printed,
        place,
        quote,
        note: [reading.note, vague ? 'printed 预算数' : null].filter(Boolean).join('; ') || null,
      });
    } else if (row.label.kind !== 'source' && (column === 'rate' || column === 'score')) {
      output.indicator({
        code: column === 'rate' ? 'execution_rate' : 'execution_score',
        subject_name: at.subject_name,
        value: token.value,
        unit: column === 'rate' ? '%' : '分',
        quote,
        ...place,
      });
    }
  }
  if (row.unplaced.length > 0) {
    const figures = row.unplaced.map((token) => token.value).join(' ');
    output.warn(
      'performance_row_unplaced',
      `“${row.printedName}”的 ${figures} 无法确定属于哪一栏`,
      row.place,
    );
  }
}

/** A project's rows bear its name; a department's parts their own. Money of one origin is a part of its row. */
function coordinates(table: EvaluationTable, row: FundRow): Coordinates {
  const { label } = row;
  const own = table.project ?? (label.kind === 'source' ? WHOLE : label.name);
  const whole = table.project ? 'project' : label.measure;
  const measure =
    label.kind === 'source' && label.fund === 'all'
      ? label.measure
      : label.kind === 'source' && !table.project
        ? 'total'
        : whole;
  return {
    flow: 'expenditure',
    classification: 'project',
    subject_code: null,
    subject_name: own,
    subject_level: null,
    fund: label.fund,
    measure,
  };
}
