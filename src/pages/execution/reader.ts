import type { Fen, Unit } from '../../domain/money';
import type { Language, Translate } from '../../i18n';
import type { execution } from '../../i18n/pages/execution';
import { formatFen } from '../../state';

/** What turns figures into words. */
export interface Reader {
  t: Translate<typeof execution>;
  unit: Unit;
  language: Language;
}

export function money(amount: Fen, { unit, language }: Reader): string {
  return formatFen(amount, unit, { language });
}
