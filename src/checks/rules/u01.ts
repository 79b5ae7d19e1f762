import { cellName, type Book } from '../book';
import { slipOf } from '../cause/slip';
import { sum, type Judged } from '../relate';
import type { Rule } from '../rule';
import { textRelation } from '../text-relation';
import { p01 } from './p01';
import { t01 } from './t01';

/** U1, two places that state the same thing and differ by a power of ten; a header's unit that its figures contradict. */
export const u01: Rule = {
  id: 'U1',
  name: { zh: '单位与数量级', en: 'Units and powers of ten' },
  severity: 'error',
  right: {
    zh: '同一数额在不同地方不相差十、万、亿倍；表头单位与数字相符。',
    en: 'Two prints of one amount do not differ by a power of ten, and the unit of a header fits its figures.',
  },
  check: (book) => [...powers(book), ...headers(book), ...sentences(book)],
};

function powers(book: Book): Judged[] {
  return [...t01.check(book), ...p01.check(book)].flatMap((judged) => {
    if (judged.terms.length === 0 || judged.instance.outcome !== 'conflict') return [];
    const loose = judged.terms.filter(({ cell }) => cell.row.form === '' && cell.amount !== null);
    return loose.flatMap(({ cell, sign }) => {
      const others = judged.terms.filter((term) => term.cell !== cell);
      const rest =
        sum(others.filter((term) => term.sign !== sign).map((term) => term.cell)) -
        sum(others.filter((term) => term.sign === sign).map((term) => term.cell));
      if (slipOf(cell.amount!, rest, cell.unit) !== 'unit_slip') return [];
      return [
        {
          ...judged,
          instance: { ...judged.instance, rule: 'U1' as const, about: cellName(cell) },
          kind: 'unit_slip' as const,
          named: cell.fact!.fact_id,
          expected: rest,
        },
      ];
    });
  });
}

const HEADER = /unit read as (\S+); header prints (\S+)/;
const TEXT = /unit read as (\S+); text prints (\S+)/;

function headers(book: Book): Judged[] {
  const seen = new Set<string>();
  return book.facts.flatMap((fact) => {
    const units = HEADER.exec(fact.note ?? '');
    const table = /^(.*?-table\d+)-/.exec(fact.fact_id)?.[1];
    if (!units || !table || seen.has(table)) return [];
    seen.add(table);
    const [, read, printed] = units;
    return [
      textRelation(book, 'U1', fact, {
        about: `绩效自评 ${fact.subject_name} 表头单位`,
        holds: false,
        left: { label: '表头单位', printed: printed!, fact_ids: [fact.fact_id] },
        right: { label: '数额相当于', printed: read! },
        kind: 'unit_slip',
        message: {
          zh: `绩效自评“${fact.subject_name}”表头印“${printed}”，数额是${read}`,
          en: `Self-evaluation “${fact.subject_name}”: the header prints ${printed}, the amounts are in ${read}`,
        },
      }),
    ];
  });
}

/** A sentence that leaves 万 out of a unit that it prints beside the same figure. */
function sentences(book: Book): Judged[] {
  return book.facts.flatMap((fact) => {
    const units = TEXT.exec(fact.note ?? '');
    if (!units) return [];
    const [, read, printed] = units;
    const place = `${fact.subject_name} ${fact.printed_value ?? ''}`.trim();
    return [
      textRelation(book, 'U1', fact, {
        about: `绩效自评 ${fact.subject_name} 文字单位`,
        holds: false,
        left: { label: '文字单位', printed: printed!, fact_ids: [fact.fact_id] },
        right: { label: '数额相当于', printed: read! },
        kind: 'unit_slip',
        message: {
          zh: `绩效自评“${place}”文字印“${printed}”，同一段按“${read}”印同一数额`,
          en: `Self-evaluation “${place}”: the text prints ${printed}, beside the same figure in ${read}`,
        },
      }),
    ];
  });
}
