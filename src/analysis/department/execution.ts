import type Decimal from 'decimal.js';
import { ratio } from '../../domain/money';
import type { Sheet, SheetFigure } from './sheet';

/** 决算 against 年初预算 of a functional class, or of the whole (code ''). */
export interface ExecutionLine {
  code: string;
  name: string;
  initial: SheetFigure | null;
  final: SheetFigure | null;
  /** 决算 ÷ 年初预算, 1 = 100 %; null without a budget, or with one of 0. */
  rate: Decimal | null;
  /** Why there is no rate. */
  missing: 'no_budget' | 'zero_budget' | 'no_final' | null;
}

function line(
  code: string,
  name: string,
  initial: SheetFigure | null,
  final: SheetFigure | null,
): ExecutionLine {
  const missing = !initial ? 'no_budget' : initial.amount === 0n ? 'zero_budget' : !final ? 'no_final' : null;
  const rate = missing === null ? ratio(final!.amount, initial!.amount) : null;
  return { code, name, initial, final, rate, missing };
}

/**
 * 一般公共预算财政拨款支出 of a final account against its 年初预算, whole and by class: as the department's own budget of
 * the year prints it (B05), else as the final account says it. Whole first, then classes by code.
 */
export function executionLines(account: Sheet, budget: Sheet | null): ExecutionLine[] {
  const own = budget?.figures.get('general') ?? null;
  const whole = line(
    '',
    '',
    own ?? account.figures.get('general_budget') ?? null,
    account.figures.get('general') ?? null,
  );
  const initial = new Map((own ? budget!.classes : account.initial).map((part) => [part.code, part]));
  const final = new Map(account.classes.map((part) => [part.code, part]));
  const codes = [...new Set([...initial.keys(), ...final.keys()])].sort();
  return [
    whole,
    ...codes.map((code) => {
      const [planned, spent] = [initial.get(code) ?? null, final.get(code) ?? null];
      return line(code, spent?.name ?? planned?.name ?? code, planned, spent);
    }),
  ];
}

/** The budget of the same body and year, where it is loaded. */
export function budgetOf(account: Sheet, sheets: readonly Sheet[]): Sheet | null {
  const { region, department, scope, fiscal_year } = account.document;
  return (
    sheets.find(
      ({ stage, document: d }) =>
        stage === 'initial_budget' &&
        d.region === region &&
        d.department === department &&
        d.scope === scope &&
        d.fiscal_year === fiscal_year,
    ) ?? null
  );
}
