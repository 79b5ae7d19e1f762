import { parseAmount, type Fen } from '../../domain/money';

/**
 * What a budget's sentence compares with: last year's budget, or what last year's budget came to in fact (预算执行数),
 * which is another figure and no contradiction of the first.
 */
export type ComparedWith = 'budget' | 'execution';

const EXECUTION = /(?:比|较|与)[^，。；]{0,14}预算执行数/;
const PRINTED = /\d{4}年(?:当年)?预算执行数为?([\d,.]+)(亿元|万元|元)/;

export function comparedWith(quote: string): ComparedWith {
  return EXECUTION.test(quote) ? 'execution' : 'budget';
}

/** Last year's 预算执行数 as the sentence prints it, 分; null where it does not. */
export function executedBefore(quote: string): { amount: Fen; resolution: Fen } | null {
  const match = PRINTED.exec(quote.replace(/\s+/g, ''));
  if (!match) return null;
  return parseAmount(match[1]!, match[2] as '亿元' | '万元' | '元');
}
