import type { FactLine } from '../analysis/evidence';

/** A piece of quoted words; marked where it is the figure. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The amount columns of the forms that print one row a subject, in order. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  '02': [
    'total',
    'fiscal_appropriation',
    'superior_subsidy',
    'business',
    'operating',
    'affiliate_remittance',
    'other',
  ],
  '03': ['total', 'basic', 'project', 'remitted', 'operating', 'affiliate_subsidy'],
  '05': ['total', 'basic', 'project'],
  '08': ['total', 'basic', 'project'],
};
/** Form 09 prints these twice: budget, then final account. */
const THREE_PUBLIC = ['SG', 'SG1', 'SG2', 'SG21', 'SG22', 'SG3'];

type Quoted = Pick<FactLine, 'form' | 'measure' | 'stage' | 'subject_code' | 'printed_value'>;

/** Which amount of a form's row the fact is; null where the row is not complete or the form has no such rows. */
function columnOf(fact: Quoted, amounts: number): number | null {
  if (fact.form === '09') {
    const at = THREE_PUBLIC.indexOf(fact.subject_code ?? '');
    return at < 0 || amounts !== 12 ? null : at + (fact.stage === 'final' ? 6 : 0);
  }
  const columns = COLUMNS[fact.form ?? ''];
  if (!columns) return null;
  // 合计 comes first even where blank cells after it left no trace.
  if (fact.measure === 'total') return 0;
  const at = columns.indexOf(fact.measure);
  return amounts === columns.length && at >= 0 ? at : null;
}

const AMOUNT = /[-−]?\d[\d,]*(?:\.\d+)?/g;

/**
 * Quoted words cut into pieces, the printed figure marked: `支出决算为 [5.00] 万元`. In a complete row of a form the
 * one in the fact's column alone; elsewhere every equal figure, because nothing tells them apart.
 */
export function markFigure(text: string, fact: Quoted): Piece[] {
  const figure = fact.printed_value;
  const found = [...text.matchAll(AMOUNT)];
  const equal = found.filter(([word]) => word === figure);
  if (equal.length === 0) return [{ text, marked: false }];
  const amounts = found.filter(([word]) => word.includes('.'));
  const column = columnOf(fact, amounts.length);
  const one = column === null ? undefined : amounts[column];
  const marked = one && one[0] === figure ? [one] : equal;
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: word, index } of marked) {
    if (index > from) pieces.push({ text: text.slice(from, index), marked: false });
    pieces.push({ text: word, marked: true });
    from = index + word.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}
