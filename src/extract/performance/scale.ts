import { absolute, parseAmount } from '../../domain/money';
import type { Output } from '../prose/output';
import type { Column } from './columns';
import type { FundRow } from './rows';
import { isMoney } from './units';

const PARENTS: readonly [parent: string, children: readonly string[]][] = [
  ['部门整体支出', ['基本支出', '项目支出']],
  ['基本支出', ['人员经费', '公用经费']],
  ['项目支出', ['一般性项目', '重点项目']],
];
const FACTORS = [10n, 100n, 1000n, 10_000n];

/**
 * Warns of a figure that is ten, a hundred … times off from its block: its parent's sum would hold (to 1 %) if it were
 * that much larger or smaller. The figure itself stays as printed.
 */
export function warnOfScale(rows: readonly FundRow[], output: Output): void {
  for (const [parentName, childNames] of PARENTS) {
    const parent = find(rows, parentName);
    const children = childNames.map((name) => find(rows, name));
    if (!parent || children.some((child) => child === undefined)) continue;
    for (const entry of parent.entries) {
      if (!isMoney(entry.column)) continue;
      const sum = value(parent, entry.column);
      const parts = children.map((child) => value(child!, entry.column));
      if (sum === null || parts.some((part) => part === null)) continue;
      const off = offender(sum, parts as bigint[]);
      if (!off) continue;
      const row = children[off.index]!;
      const figure = row.entries.find((e) => e.column === entry.column)!;
      output.warn(
        'performance_row_out_of_scale',
        `“${row.label.name}”的 ${figure.token.value} 与“${parentName}”的 ${entry.token.value} 相差约 ${off.factor} 倍，按原样保留`,
        figure.place,
      );
    }
  }
}

function find(rows: readonly FundRow[], name: string): FundRow | undefined {
  return rows.find(
    (row) => row.label.name === name && row.label.kind !== 'source' && row.label.fund === 'all',
  );
}

function value(row: FundRow, column: Column): bigint | null {
  const entry = row.entries.find((e) => e.column === column);
  return entry ? (parseAmount(entry.token.value, '万元')?.amount ?? null) : null;
}

function offender(sum: bigint, parts: readonly bigint[]): { index: number; factor: bigint } | null {
  const total = parts.reduce((a, b) => a + b, 0n);
  if (sum === 0n || holds(total, sum)) return null;
  for (const factor of FACTORS) {
    for (const [index, part] of parts.entries()) {
      if (part === 0n) continue;
      if (holds(total - part + part * factor, sum)) return { index, factor };
      if (part % factor === 0n && holds(total - part + part / factor, sum)) return { index, factor };
    }
  }
  return null;
}

function holds(a: bigint, b: bigint): boolean {
  return absolute(a - b) * 100n <= absolute(b);
}
