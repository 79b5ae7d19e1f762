import type Decimal from 'decimal.js';
import { absolute, ratio, type Fen } from '../../domain/money';
import type { Coordinates } from '../evidence';
import { PURPOSES, type Sheet, type SheetFigure } from '../department';
import type { Structure } from './request';

/** A part of one department's spending. */
export interface StructurePart {
  code: string;
  /** As the form prints it; of a purpose the code again (the page names it). */
  name: string;
  amount: Fen;
  /** Of the sum of the parts, 1 = 100 %; null where that is 0. */
  share: Decimal | null;
  at: readonly Coordinates[];
}

export interface Structured {
  parts: StructurePart[];
  /** Sum of the parts: what the shares are of. */
  sum: Fen;
  /** The total that the form prints; null where it prints none. */
  whole: SheetFigure | null;
  /** Sum of the parts − the printed total, where more than rounding explains; else null. */
  differs: Fen | null;
}

function given(sheet: Sheet, structure: Structure): { code: string; name: string; figure: SheetFigure }[] {
  if (structure === 'purpose') {
    return PURPOSES.flatMap((code) => {
      const figure = sheet.figures.get(code);
      return figure && figure.amount !== 0n ? [{ code, name: code as string, figure }] : [];
    });
  }
  const parts = structure === 'function' ? sheet.classes : sheet.economy;
  return parts
    .filter(({ amount }) => amount !== 0n)
    .map((part) => ({ code: part.code, name: part.name, figure: part }));
}

const WHOLE = { function: 'general', economy: 'general_basic', purpose: 'expenditure' } as const;

/**
 * Spending of one document by functional class (一般公共预算财政拨款, forms 05 and B05), by economic class (its 基本支出,
 * forms 06 and B06) or by purpose (本年支出 as 基本、项目 …, forms 03 and B03). Parts of 0 are left out.
 */
export function structureOf(sheet: Sheet, structure: Structure): Structured {
  const found = given(sheet, structure);
  const sum = found.reduce((all, { figure }) => all + figure.amount, 0n);
  const whole = sheet.figures.get(WHOLE[structure]) ?? null;
  const places = found.reduce((all, { figure }) => all + figure.resolution, whole?.resolution ?? 0n);
  const difference = whole === null ? 0n : sum - whole.amount;
  return {
    parts: found.map(({ code, name, figure }) => ({
      code,
      name,
      amount: figure.amount,
      share: ratio(figure.amount, sum),
      at: [figure.at],
    })),
    sum,
    whole,
    differs: found.length > 0 && 2n * absolute(difference) > places ? difference : null,
  };
}

/** Codes by the money they have over all departments, the greatest first; equal ones by code. */
export function byMoney(structures: readonly Structured[]): { code: string; name: string }[] {
  const sums = new Map<string, { name: string; amount: Fen }>();
  for (const { parts } of structures) {
    for (const { code, name, amount } of parts) {
      const known = sums.get(code);
      sums.set(code, { name: known?.name ?? name, amount: (known?.amount ?? 0n) + amount });
    }
  }
  return [...sums]
    .sort(([a, x], [b, y]) => (x.amount === y.amount ? (a < b ? -1 : 1) : x.amount > y.amount ? -1 : 1))
    .map(([code, { name }]) => ({ code, name }));
}

/** The code of what is not among the greatest. */
export const OTHERS = 'others';

/**
 * The parts that get a colour of their own, in one order for all departments, and the sum of all the others (`code`
 * OTHERS): nothing is left out. A single other keeps its own name.
 */
export function withOthers(structured: Structured, kept: ReadonlySet<string>): StructurePart[] {
  const own = structured.parts.filter(({ code }) => kept.has(code));
  const rest = structured.parts.filter(({ code }) => !kept.has(code));
  if (rest.length === 0) return own;
  const amount = rest.reduce((all, part) => all + part.amount, 0n);
  return [
    ...own,
    {
      code: OTHERS,
      name: rest.map(({ name }) => name).join('、'),
      amount,
      share: ratio(amount, structured.sum),
      at: rest.flatMap(({ at }) => at),
    },
  ];
}
