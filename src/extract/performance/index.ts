import { comparable } from '../../domain/names';
import { parseAmount } from '../../domain/money';
import type { Page } from '../../documents/page';
import type { ExtractContext, Findings } from '../context';
import { proseLines } from '../prose/lines';
import { Output } from '../prose/output';
import { zonesOf } from '../prose/zones';
import { emitTable } from './emit';
import { readEvaluated } from './evaluated';
import { WHOLE } from './names';
import { readPerformanceProse, reportSubject } from './prose';
import { fundRows, type FundRow } from './rows';
import { evaluationTables, type EvaluationTable } from './tables';
import { printedUnit, readUnit } from './units';

/**
 * Reads 绩效自评: the tables of the whole department and of each project (年初预算数, 全年预算数, 执行数 as facts in the
 * unit they mean, 执行率 and 得分 as indicators), the sentences and reports about them, and staff numbers. Amounts in
 * 分. A header unit that the figures contradict is read right and noted; figures that contradict each other stay.
 */
export function extractPerformance(pages: Page[], context: ExtractContext): Findings {
  const output = new Output(context, 'performance');
  const lines = proseLines(pages);
  const zones = zonesOf(lines);
  readEvaluated(lines, output);
  const tables = evaluationTables(zones).map((table) => ({
    table,
    rows: fundRows(table.lines),
    printed: printedUnit(table.lines),
  }));
  const titles = zones
    .filter((zone) => zone.kind === 'report')
    .flatMap((zone) => reportSubject(zone.title)?.name ?? []);
  const projects = unique([
    ...tables.flatMap(({ table }) => table.project ?? []),
    ...titles.filter((name) => name !== WHOLE),
  ]);
  readPerformanceProse(zones, context, { projects, isInitial: initialTest(tables) }, output);
  const stated = output.findings.facts
    .filter((fact) => fact.classification === 'project' && fact.printed_value !== null)
    .map((fact) => ({ value: fact.printed_value!, amount: fact.amount }));
  const known = { finalTotal: context.finalTotal ?? null, stated };
  for (const { table, rows, printed } of tables)
    emitTable(table, rows, readUnit(printed, rows, table.kind, known), output);
  return output.findings;
}

/** A 预算数 in a sentence is the 年初预算数 where the table has it as that and another 全年预算数. */
function initialTest(
  tables: readonly { table: EvaluationTable; rows: readonly FundRow[] }[],
): (subject: string, amount: bigint) => boolean {
  const value = (row: FundRow, column: string) => {
    const token = row.entries.find((entry) => entry.column === column)?.token;
    return token ? (parseAmount(token.value, '万元')?.amount ?? null) : null;
  };
  return (subject, amount) =>
    tables.some(({ table, rows }) => {
      const name = table.project ?? WHOLE;
      const row = rows.find((r) => r.label.kind === 'total');
      if (!row || comparable(name) !== comparable(subject)) return false;
      return value(row, 'initial_budget') === amount && value(row, 'adjusted_budget') !== amount;
    });
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [comparable(name), name])).values()];
}
