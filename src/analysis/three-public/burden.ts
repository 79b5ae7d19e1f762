import type Decimal from 'decimal.js';
import { ratio } from '../../domain/money';
import { sheets, type DocumentLine, type PlaceLine, type Sheet, type SheetFigure } from '../department';

/** “三公” of one document against what else its department runs on. */
export interface Burden {
  sheet: Sheet;
  /** “三公”经费合计. */
  amount: SheetFigure | null;
  /** 一般公共预算财政拨款基本支出. */
  basic: SheetFigure | null;
  /** 机关运行经费. */
  operation: SheetFigure | null;
  /** “三公” ÷ basic, 1 = 100 %. */
  basic_share: Decimal | null;
  /** “三公” ÷ 机关运行经费. Some of it may be paid from elsewhere: it tells a proportion, and may exceed 1. */
  operation_share: Decimal | null;
}

const share = (part: SheetFigure | null, base: SheetFigure | null) =>
  part && base ? ratio(part.amount, base.amount) : null;

/** A burden a document, in the order of the documents. */
export function burdens(documents: readonly DocumentLine[], places: readonly PlaceLine[]): Burden[] {
  return sheets(documents, places, []).map((sheet): Burden => {
    const of = (key: 'SG' | 'general_basic' | 'organ_operation') => sheet.figures.get(key) ?? null;
    const [amount, basic, operation] = [of('SG'), of('general_basic'), of('organ_operation')];
    return {
      sheet,
      amount,
      basic,
      operation,
      basic_share: share(amount, basic),
      operation_share: share(amount, operation),
    };
  });
}

/** The newest of each department of one stage. */
export function newestBurdens(all: readonly Burden[], stage: Sheet['stage']): Burden[] {
  const found = new Map<string, Burden>();
  for (const burden of all) {
    const { document } = burden.sheet;
    if (burden.sheet.stage !== stage) continue;
    const key = `${document.region}\u001f${document.department}`;
    const known = found.get(key);
    if (!known || document.fiscal_year > known.sheet.document.fiscal_year) found.set(key, burden);
  }
  return [...found.values()];
}
