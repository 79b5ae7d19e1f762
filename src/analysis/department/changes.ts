import type Decimal from 'decimal.js';
import { absolute, ratio, type Fen } from '../../domain/money';
import type { Sheet, SheetFigure } from './sheet';
import type { ReasonLine } from './rows';

/** A class of spending in two years that follow each other, both of one stage. */
export interface ClassChange {
  code: string;
  name: string;
  now: SheetFigure | null;
  before: SheetFigure | null;
  /** 分; null where one year does not list the class (a class that is not listed is not 0). */
  change: Fen | null;
  rate: Decimal | null;
  /** Within the rounding of the two figures. */
  rounding: boolean;
  reason: string | null;
}

/** The newest two sheets of one stage whose years follow each other; null without. */
export function lastPair(sheets: readonly Sheet[]): { now: Sheet; before: Sheet } | null {
  const years = (stage: Sheet['stage']) =>
    sheets
      .filter((sheet) => sheet.stage === stage)
      .sort((a, b) => b.document.fiscal_year - a.document.fiscal_year);
  for (const stage of ['final', 'initial_budget'] as const) {
    const own = years(stage);
    for (const now of own) {
      const before = own.find(({ document }) => document.fiscal_year === now.document.fiscal_year - 1);
      if (before) return { now, before };
    }
  }
  return null;
}

/** Changes of the classes (forms 05, B05) between two years, the greatest first; the whole (code '') before them. */
export function classChanges(now: Sheet, before: Sheet, reasons: readonly ReasonLine[]): ClassChange[] {
  const own = reasons.filter(({ doc_id }) => doc_id === now.document.doc_id);
  const line = (code: string, name: string, a: SheetFigure | null, b: SheetFigure | null): ClassChange => {
    const change = a && b ? a.amount - b.amount : null;
    return {
      code,
      name,
      now: a,
      before: b,
      change,
      rate: change === null ? null : ratio(change, b!.amount),
      rounding: change !== null && change !== 0n && 2n * absolute(change) <= a!.resolution + b!.resolution,
      reason:
        own.find((reason) => code !== '' && reason.code === code && reason.change !== null)?.reason ?? null,
    };
  };
  const [a, b] = [now, before].map(({ classes }) => new Map(classes.map((part) => [part.code, part])));
  const codes = [...new Set([...a!.keys(), ...b!.keys()])];
  const size = ({ change, now: n, before: p }: ClassChange) =>
    absolute(change ?? n?.amount ?? p?.amount ?? 0n);
  return [
    line('', '', now.figures.get('general') ?? null, before.figures.get('general') ?? null),
    ...codes
      .map((code) => {
        const [x, y] = [a!.get(code) ?? null, b!.get(code) ?? null];
        return line(code, x?.name ?? y?.name ?? code, x, y);
      })
      .sort((x, y) => (size(x) === size(y) ? (x.code < y.code ? -1 : 1) : size(x) > size(y) ? -1 : 1)),
  ];
}

/** Stated changes with their reasons, of one document, the greatest first; a reason that repeats is told once. */
export function statedChanges(doc_id: string, reasons: readonly ReasonLine[]): ReasonLine[] {
  const seen = new Set<string>();
  return reasons
    .filter((line) => line.doc_id === doc_id && line.change !== null && line.change !== 0n)
    .sort((a, b) => {
      const [x, y] = [absolute(a.change!), absolute(b.change!)];
      return x === y ? (a.line ?? 0) - (b.line ?? 0) : x > y ? -1 : 1;
    })
    .filter(({ reason, change }) => {
      const key = `${change}\n${reason}`;
      return !seen.has(key) && seen.add(key);
    });
}
