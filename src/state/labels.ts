import type { Unit } from '../domain/money';
import { render, shell, type Language } from '../i18n';

const UNIT_KEYS = { 元: 'unit_yuan', 万元: 'unit_wan', 亿元: 'unit_yi' } as const;

/** A unit of money as the interface names it. */
export function unitLabel(unit: Unit, language: Language): string {
  return render(shell[UNIT_KEYS[unit]], language);
}
