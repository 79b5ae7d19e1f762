import type { Fact } from '../../domain/facts';
import { absolute } from '../../domain/money';
import { cellName, type Book } from '../book';
import { FINAL_ACCOUNT as F } from '../forms';
import { equal, part, type Judged } from '../relate';
import type { Rule } from '../rule';
import { subjectRow } from '../rows';

/** T4, the figure of a 项 (or 款) in the narrative that is the amount of the class or the total above it. */
export const t04: Rule = {
  id: 'T4',
  name: { zh: '以上级科目金额充作下级', en: 'A higher level’s amount for a lower one' },
  severity: 'error',
  right: {
    zh: '情况说明中项（款）的金额是该科目自己的金额，不是其类、款或合计的金额。',
    en: 'A subject’s figure in the narrative is its own, not that of the level above it.',
  },
  check: (book) =>
    book.facts
      .filter((fact) => fact.source === 'narrative' && fact.stage === 'final' && fact.fund === 'general')
      .flatMap((fact) => oneFact(book, fact)),
};

function oneFact(book: Book, fact: Fact): Judged[] {
  const above = [...ancestors(fact)];
  const own = ownCell(book, fact);
  if (!own?.fact || above.length === 0) return [];
  const told = book.loose(fact);
  const judged = equal(book, 'T4', cellName(told), part(told), part(own));
  if (!judged || judged.instance.outcome !== 'conflict') return judged ? [judged] : [];
  const taken = above
    .map((code) => subjectOrTotal(book, code))
    .find((cell) => cell?.fact && 2n * absolute(cell.amount! - fact.amount) <= cell.unit + fact.resolution);
  if (!taken) return [];
  return [{ ...judged, kind: 'not_repeated', named: fact.fact_id, expected: own.fact.amount }];
}

/** Codes above a subject; for basic expenditure the total of the form. */
function* ancestors(fact: Fact): Iterable<string> {
  const code = fact.subject_code;
  if (fact.classification === 'function' && code)
    for (let n = code.length - 2; n >= 3; n -= 2) yield code.slice(0, n);
  else if (fact.subject_name === '合计' && fact.measure === 'basic') yield '';
}

function ownCell(book: Book, fact: Fact) {
  const row = fact.subject_code
    ? subjectRow(book, F.general, 'final', fact.subject_code)
    : book.row(F.general, 'final', (r) => r.name === '合计');
  return row?.cells.get(fact.measure) ?? null;
}

function subjectOrTotal(book: Book, code: string) {
  const row =
    code === ''
      ? book.row(F.general, 'final', (r) => r.name === '合计')
      : subjectRow(book, F.general, 'final', code);
  return row?.cells.get('total') ?? null;
}
