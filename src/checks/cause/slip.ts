import { absolute, type Fen } from '../../domain/money';
import type { FindingKind } from '../types';

/** Slips of the pen that explain a printed amount, the most telling first; `wrong_amount` where none does. */
export const SLIPS: readonly FindingKind[] = [
  'sign',
  'unit_slip',
  'digits_swapped',
  'dropped_digit',
  'extra_digit',
  'wrong_digit',
  'last_place',
  'wrong_amount',
];

/** Slips that hardly come about by chance: they tell the wrong cell from others that would do as well. */
export const isPlainSlip = (kind: FindingKind): boolean =>
  kind === 'sign' || kind === 'unit_slip' || kind === 'digits_swapped';

/**
 * What turns the right amount into the printed one. Amounts in 分, `unit` the value of the last printed place: digits
 * are compared as they stand on paper.
 */
export function slipOf(printed: Fen, expected: Fen, unit: Fen): FindingKind {
  if (printed === 0n) return 'wrong_amount';
  if (absolute(printed - expected) === unit) return 'last_place';
  if (printed === -expected && printed !== 0n) return 'sign';
  if (isUnitSlip(printed, expected, unit)) return 'unit_slip';
  if (unit > 0n && (expected % unit !== 0n || printed % unit !== 0n)) return 'wrong_amount';
  const a = absolute(printed / (unit || 1n)).toString();
  const b = absolute(expected / (unit || 1n)).toString();
  const length = Math.max(a.length, b.length);
  if (a.length === b.length || Math.min(a.length, b.length) < 3) {
    const differing = positions(a.padStart(length, '0'), b.padStart(length, '0'));
    if (isSwap(a.padStart(length, '0'), b.padStart(length, '0'), differing)) return 'digits_swapped';
    if (differing.length === 1) return 'wrong_digit';
  } else if (a.length + 1 === b.length && without(b, a)) return 'dropped_digit';
  else if (a.length === b.length + 1 && without(a, b)) return 'extra_digit';
  return 'wrong_amount';
}

function isUnitSlip(printed: Fen, expected: Fen, unit: Fen): boolean {
  if (printed === 0n || expected === 0n || printed < 0n !== expected < 0n) return false;
  for (let power = 10n; power <= 100_000_000n; power *= 10n) {
    // The smaller one was rounded to its place before the slip, or after.
    if (absolute(printed * power - expected) <= (unit * power) / 2n && absolute(printed) >= 10n * unit)
      return true;
    if (absolute(expected * power - printed) <= (power * unit) / 2n && absolute(expected) >= 10n * unit)
      return true;
  }
  return false;
}

function positions(a: string, b: string): number[] {
  return [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
}

function isSwap(a: string, b: string, differing: readonly number[]): boolean {
  const [i, j] = differing;
  return differing.length === 2 && j === i! + 1 && a[i!] === b[j] && a[j] === b[i!];
}

/** True where taking one digit out of the longer text gives the shorter. */
function without(longer: string, shorter: string): boolean {
  for (let at = 0; at < longer.length; at++) {
    if (longer.slice(0, at) + longer.slice(at + 1) === shorter) return true;
  }
  return false;
}
