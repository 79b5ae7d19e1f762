import { absolute, inUnit, parseAmount, type Fen, type Unit } from '../../domain/money';
import { cellName, type Cell } from '../book';
import type { FindingKind, Instance, Words } from '../types';

const KIND_WORDS: Record<FindingKind, Words> = {
  digits_swapped: { zh: '相邻数字颠倒', en: 'two digits swapped' },
  wrong_digit: { zh: '一位数字不同', en: 'one digit differs' },
  dropped_digit: { zh: '少一位数字', en: 'a digit dropped' },
  extra_digit: { zh: '多一位数字', en: 'a digit too many' },
  unit_slip: { zh: '单位相差十的整数次方', en: 'off by a power of ten' },
  sign: { zh: '正负号相反', en: 'sign reversed' },
  shifted_row: { zh: '错行', en: 'rows shifted' },
  shifted_column: { zh: '错栏', en: 'columns shifted' },
  missing_row: { zh: '下级缺一行', en: 'a row below it is missing' },
  not_printed: { zh: '漏印', en: 'not printed' },
  copied_line: { zh: '与相邻行相同', en: 'copied from the next row' },
  copied_final: { zh: '与决算分毫不差', en: 'same as the final account' },
  stale_total: { zh: '合计未随各项更新', en: 'total not updated with its parts' },
  last_place: { zh: '末位相差 1', en: 'last place off by one' },
  wrong_amount: { zh: '金额不符', en: 'amount differs' },
  not_repeated: { zh: '复述与表不符', en: 'text differs from the form' },
  wrong_rate: { zh: '百分比与金额不符', en: 'percentage differs from the amounts' },
  zero_base: { zh: '以零为基数的百分比', en: 'percentage of a zero base' },
  wrong_direction: { zh: '增减方向不符', en: 'direction differs' },
  wrong_name: { zh: '名称不符', en: 'name differs' },
  missing_count: { zh: '数量缺失', en: 'count missing' },
  wrong_count: { zh: '数量不符', en: 'counts differ' },
  wrong_score: { zh: '分数不符', en: 'scores differ' },
  cut_off: { zh: '编码或名称印得不全', en: 'code or name cut off' },
  note_missing: { zh: '空表没有说明', en: 'empty form without a note' },
  note_differs: { zh: '说明与表不符', en: 'note differs from the form' },
};

export const kindWords = (kind: FindingKind): Words => KIND_WORDS[kind];

export interface Told {
  kind: FindingKind | null;
  named: Cell | null;
  expected: Fen | null;
  instances: readonly Instance[];
  /** The unit that the document prints the figure in. */
  unit: Unit;
}

/**
 * A sentence in neutral words: where, what is printed, what the identities ask for. The named figure as it is printed,
 * so that it is found in the document; the others in its unit, exact.
 */
export function messageOf({ kind, named, expected, instances, unit }: Told): Words {
  const money = (amount: Fen) => moneyText(amount, unit);
  const slip = kind
    ? { zh: `（${KIND_WORDS[kind].zh}）`, en: ` (${KIND_WORDS[kind].en})` }
    : { zh: '', en: '' };
  const count = instances.length;
  if (kind === 'missing_row' && named) {
    const gap = absolute(instances[0]!.difference ?? 0n);
    return {
      zh: `${cellName(named)}与下级之和相差 ${money(gap)}${slip.zh}`,
      en: `${cellName(named)}: the level below adds up to ${money(gap)} more or less${slip.en}`,
    };
  }
  if (named && expected !== null) {
    return {
      zh: `${cellName(named)}${named.amount === null ? '未印' : `印 ${printed(named, unit)}`}，按 ${count} 处勾稽关系应为 ${money(expected)}${named.amount === null ? '' : slip.zh}`,
      en: `${cellName(named)} prints ${named.amount === null ? 'nothing' : printed(named, unit)}; ${count} identities ask for ${money(expected)}${slip.en}`,
    };
  }
  const [first] = instances;
  const { about, left, right, difference, relation } = first!;
  const gap =
    difference === null
      ? { zh: '', en: '' }
      : { zh: `，相差 ${money(absolute(difference))}`, en: `, off by ${money(absolute(difference))}` };
  const more =
    count > 1 ? { zh: `（共 ${count} 处关系）`, en: ` (${count} identities)` } : { zh: '', en: '' };
  const zh = relation === 'at_most' ? '大于' : '与';
  const end = relation === 'at_most' ? '' : '不符';
  return {
    zh: `${about}：${sideText(left, unit)}${zh}${sideText(right, unit)}${end}${gap.zh}${more.zh}${slip.zh}`,
    en: `${about}: ${sideText(left, unit)} ${relation === 'at_most' ? 'is more than' : 'does not agree with'} ${sideText(right, unit)}${gap.en}${more.en}${slip.en}`,
  };
}

function sideText({ label, amount, printed }: Instance['left'], unit: Unit): string {
  return `${label} ${printed ?? (amount === null ? '（未印）' : moneyText(amount, unit))}`;
}

/** As the document has it: `1,066.51 万元`. */
function printed({ fact, amount }: Cell, unit: Unit): string {
  const text = fact?.printed_value ?? '';
  return parseAmount(text, unit)?.amount === amount ? `${text} ${unit}` : moneyText(amount!, unit);
}

/** 106615100.00 元 → `10,661.51 万元`: all its digits, at least two decimals. */
function moneyText(amount: Fen, unit: Unit): string {
  const exact = inUnit(amount, unit);
  const text = exact.toFixed(Math.max(2, exact.decimalPlaces()));
  return `${text.replace(/\B(?=(\d{3})+\.)/g, ',')} ${unit}`;
}
