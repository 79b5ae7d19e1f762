import type { EvidencePart, Shown } from '../evidence';
import type { Scope } from '../../domain/facts';
import type { Fen } from '../../domain/money';
import type { ExecutionCell } from './cell';
import { budgetParts, finalParts, merged } from './coordinates';
import { executionLines, type ExecutionLines, type ExecutionRow } from './model';
import { isComparable } from './pooled';
import { MOST_DOCUMENTS } from './evidence';
import type { ExecutionRows } from './rows';

/** Whose bridge: one final account by its subjects, or one subject (null: 合计) of a year by its departments. */
export type BridgeTarget =
  | { kind: 'document'; doc_id: string }
  | { kind: 'subject'; code: string | null; fiscal_year: number; scope: Scope };

/** `stages`: 年初预算 → 预算调整 → 全年预算 → 执行 → 决算. `parts`: 年初预算 → what each part differs → 决算. */
export const BRIDGE_MODES = ['stages', 'parts'] as const;
export type BridgeMode = (typeof BRIDGE_MODES)[number];

/**
 * `initial`, `adjusted`, `final` stand on the ground; the others are differences: `adjustment` 全年 − 年初, `execution`
 * 决算 − 全年, `both` 决算 − 年初 where 全年预算 is not known, `part` that of one subject or department, `others`
 * the smaller ones together, `rest` what the parts leave of the whole.
 */
export type StepKind =
  'initial' | 'adjustment' | 'adjusted' | 'execution' | 'both' | 'part' | 'others' | 'rest' | 'final';

export interface BridgeStep {
  kind: StepKind;
  /** Of a part: the subject's standard name or the department's; '' otherwise. */
  name: string;
  code: string | null;
  /** The level, or the difference. 分. */
  amount: Fen;
  /** The bar: from one level to another. 分. */
  from: Fen;
  to: Fen;
  /** Parts that `others` holds. */
  count: number;
  /** What the drawer explains; null for what is computed from several steps, or too much to read. */
  evidence: { show: Shown; parts: EvidencePart[] } | null;
}

export interface Bridge {
  target: BridgeTarget;
  mode: BridgeMode;
  steps: BridgeStep[];
  /** 全年预算 of the whole is known. */
  adjusted_known: boolean;
  /** Why no bridge can be drawn: the first figure that is missing. */
  missing: 'initial_budget' | 'final' | null;
  /** Documents of a subject's bridge, and those left out because a figure is missing. */
  documents: number;
  left_out: number;
}

/** More parts than these are added up as the others. */
const MOST_PARTS = 14;

interface Part {
  name: string;
  code: string | null;
  initial: Fen;
  final: Fen;
  difference: Fen;
  evidence: BridgeStep['evidence'];
}

/** What a bridge is drawn from. 分. */
interface Whole {
  initial: Fen | null;
  adjusted: Fen | null;
  final: Fen | null;
  initialParts: EvidencePart[];
  adjustedParts: EvidencePart[];
  finalParts: EvidencePart[];
  parts: Part[];
  documents: number;
  left_out: number;
}

const size = (amount: Fen) => (amount < 0n ? -amount : amount);

function evidence(show: Shown, first: EvidencePart[], second: EvidencePart[] = []): BridgeStep['evidence'] {
  const documents = new Set([...first, ...second].flatMap(({ at }) => at.doc_ids ?? []));
  if (documents.size > MOST_DOCUMENTS || first.length + second.length === 0) return null;
  if (first.length === 0 || second.length === 0) return { show: 'amount', parts: [...first, ...second] };
  return { show, parts: [...first, ...second] };
}

/** One document's cell as a part; null where a figure is missing, or both are nothing. */
function part(row: ExecutionRow, cell: ExecutionCell, name: string): Part | null {
  if (!isComparable(cell)) return null;
  const [initial, final] = [cell.budget ?? 0n, cell.final ?? 0n];
  return {
    name,
    code: cell.code,
    initial,
    final,
    difference: final - initial,
    evidence: evidence('change', finalParts(row, cell), budgetParts(row, cell, 'initial_budget')),
  };
}

function documentWhole(initial: ExecutionLines, adjusted: ExecutionLines): Whole | null {
  const [row, full] = [initial.rows[0], adjusted.rows[0]];
  if (!row || !full) return null;
  return {
    initial: row.total.budget,
    adjusted: full.total.budget,
    final: row.total.final,
    initialParts: budgetParts(row, row.total, 'initial_budget'),
    adjustedParts: budgetParts(full, full.total, 'adjusted_budget'),
    finalParts: finalParts(row, row.total),
    parts: row.cells.flatMap((cell, i) => part(row, cell, initial.columns[i]!.name) ?? []),
    documents: 1,
    left_out: 0,
  };
}

function subjectWhole(initial: ExecutionLines, adjusted: ExecutionLines, code: string | null): Whole {
  const cellOf = (lines: ExecutionLines, row: ExecutionRow) => {
    const place = lines.columns.findIndex((column) => column.code === code);
    return code === null ? row.total : row.cells[place];
  };
  const fullOf = new Map(adjusted.rows.map((row) => [row.doc_id, row]));
  const own = initial.rows.flatMap((row) => {
    const cell = cellOf(initial, row);
    return cell && cell.state !== 'absent' ? [{ row, cell }] : [];
  });
  const used = own.filter(({ cell }) => isComparable(cell));
  const full = used.flatMap(({ row }) => {
    const line = fullOf.get(row.doc_id);
    const cell = line && cellOf(adjusted, line);
    return line && cell && cell.budget !== null ? [{ row: line, cell }] : [];
  });
  const sum = (amounts: (Fen | null)[]) => amounts.reduce((total: Fen, amount) => total + (amount ?? 0n), 0n);
  const some = used.length > 0;
  return {
    initial: some ? sum(used.map(({ cell }) => cell.budget)) : null,
    // Of the whole only where every document gives it.
    adjusted: some && full.length === used.length ? sum(full.map(({ cell }) => cell.budget)) : null,
    final: some ? sum(used.map(({ cell }) => cell.final)) : null,
    initialParts: merged(used.flatMap(({ row, cell }) => budgetParts(row, cell, 'initial_budget'))),
    adjustedParts: merged(full.flatMap(({ row, cell }) => budgetParts(row, cell, 'adjusted_budget'))),
    finalParts: merged(used.flatMap(({ row, cell }) => finalParts(row, cell))),
    parts: used.flatMap(({ row, cell }) => part(row, cell, row.department) ?? []),
    documents: used.length,
    left_out: own.length - used.length,
  };
}

/** The parts that differ, the largest first; the smallest as `others`, and what is left of the whole as `rest`. */
function partSteps(whole: Whole, initial: Fen, final: Fen): Omit<BridgeStep, 'from' | 'to'>[] {
  const differing = whole.parts
    .filter(({ difference }) => difference !== 0n)
    .sort((a, b) => (size(a.difference) < size(b.difference) ? 1 : -1));
  const cut = differing.length > MOST_PARTS ? MOST_PARTS - 1 : differing.length;
  const others = differing.slice(cut);
  const rest = differing.reduce((left, { difference }) => left - difference, final - initial);
  const plain = { name: '', code: null, evidence: null, count: 0 };
  return [
    ...differing.slice(0, cut).map(({ name, code, difference, evidence: of }) => ({
      kind: 'part' as const,
      name,
      code,
      amount: difference,
      count: 1,
      evidence: of,
    })),
    ...(others.length > 0
      ? [
          {
            ...plain,
            kind: 'others' as const,
            amount: others.reduce((total, { difference }) => total + difference, 0n),
            count: others.length,
          },
        ]
      : []),
    ...(rest === 0n ? [] : [{ ...plain, kind: 'rest' as const, amount: rest }]),
  ];
}

function stageSteps(whole: Whole, initial: Fen, final: Fen): Omit<BridgeStep, 'from' | 'to'>[] {
  const plain = { name: '', code: null, count: 0 };
  const { adjusted, initialParts, adjustedParts, finalParts: finals } = whole;
  if (adjusted === null) {
    const both = evidence('change', finals, initialParts);
    return [{ ...plain, kind: 'both', amount: final - initial, evidence: both }];
  }
  return [
    {
      ...plain,
      kind: 'adjustment',
      amount: adjusted - initial,
      evidence: evidence('change', adjustedParts, initialParts),
    },
    { ...plain, kind: 'adjusted', amount: adjusted, evidence: evidence('amount', adjustedParts) },
    {
      ...plain,
      kind: 'execution',
      amount: final - adjusted,
      evidence: evidence('change', finals, adjustedParts),
    },
  ];
}

/** Rows of the documents that a target needs. */
function only(rows: ExecutionRows, target: BridgeTarget): ExecutionRows {
  const documents = rows.documents.filter((line) =>
    target.kind === 'document'
      ? line.doc_id === target.doc_id
      : Number(line.fiscal_year) === target.fiscal_year && line.scope === target.scope,
  );
  const ids = new Set(documents.map((line) => line.doc_id));
  return { ...rows, documents, figures: rows.figures.filter((line) => ids.has(line.doc_id)) };
}

/**
 * From 年初预算 to 支出决算 (分): every step begins where the one before ended, and the last level is the 支出决算 as
 * printed. What the parts do not explain is a step of its own. Null where the rows do not have the document.
 */
export function executionBridge(
  rows: ExecutionRows,
  target: BridgeTarget,
  mode: BridgeMode = 'stages',
): Bridge | null {
  const own = only(rows, target);
  const [initialLines, adjustedLines] = [
    executionLines('initial_budget', own),
    executionLines('adjusted_budget', own),
  ];
  const whole =
    target.kind === 'document'
      ? documentWhole(initialLines, adjustedLines)
      : subjectWhole(initialLines, adjustedLines, target.code);
  if (!whole) return null;
  const { initial, final, documents, left_out } = whole;
  const said = { target, mode, adjusted_known: whole.adjusted !== null, documents, left_out };
  if (initial === null || final === null) {
    return { ...said, steps: [], missing: initial === null ? 'initial_budget' : 'final' };
  }
  const plain = { name: '', code: null, count: 0 };
  const between = mode === 'stages' ? stageSteps(whole, initial, final) : partSteps(whole, initial, final);
  let level = initial;
  const steps = between.map((step): BridgeStep => {
    if (step.kind === 'adjusted') return { ...step, from: 0n, to: step.amount };
    const from = level;
    level += step.amount;
    return { ...step, from, to: level };
  });
  return {
    ...said,
    missing: null,
    steps: [
      {
        ...plain,
        kind: 'initial',
        amount: initial,
        from: 0n,
        to: initial,
        evidence: evidence('amount', whole.initialParts),
      },
      ...steps,
      {
        ...plain,
        kind: 'final',
        amount: final,
        from: 0n,
        to: final,
        evidence: evidence('amount', whole.finalParts),
      },
    ],
  };
}
