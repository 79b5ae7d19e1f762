import { PURPOSES } from '../../analysis/department';
import type { CompareRow, Structure } from '../../analysis/compare';
import type { Language, Translate } from '../../i18n';
import type { compare } from '../../i18n/pages/compare';
import { unitLabel } from '../../state';
import type { Unit } from '../../domain/money';
import { shortRegion } from '../three-public/words';

/** What turns figures into words. */
export interface Reader {
  t: Translate<typeof compare>;
  unit: Unit;
  language: Language;
}

export const rowKey = ({ sheet: { document } }: CompareRow): string => document.doc_id;
export const nameOf = ({ sheet: { document } }: CompareRow): string => document.department;
export const noteOf = ({ sheet: { document } }: CompareRow, { t }: Reader): string =>
  t('row_note', { region: shortRegion(document.region), year: document.fiscal_year });
export const unitOf = ({ unit, language }: Reader): string => unitLabel(unit, language);

/** `一般公共服务支出` → `一般公共服务`: in a chart of spending the word 支出 tells nothing. */
export const shortName = (name: string): string => name.replace(/支出$/, '') || name;

/** The name of a part: of a purpose the interface's word, else as the form prints it. */
export function partName(code: string, name: string, structure: Structure, { t }: Reader): string {
  const purpose = PURPOSES.find((one) => one === code);
  return structure === 'purpose' && purpose ? t(purpose) : shortName(name);
}

/** Title of the drawer: `一般公共服务支出（201）`. */
export function partTitle(code: string, name: string, structure: Structure, reader: Reader): string {
  return structure === 'purpose' ? partName(code, name, structure, reader) : `${name}（${code}）`;
}

/** The form behind a structure. */
export const FORMS: Readonly<Record<Structure, string>> = { function: '05', economy: '06', purpose: '03' };

export function sourceOf(structure: Structure, basis: 'final' | 'initial_budget', { t }: Reader): string {
  return t(basis === 'final' ? 'source_final' : 'source_budget', { form: FORMS[structure] });
}
