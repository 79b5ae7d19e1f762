import { functionalClassByCode, functionalClassByName } from '../../domain/functional';
import { functionalName } from '../../domain/functional-catalogue';
import { economicSubject, isEconomicName } from '../../domain/economic';
import type { Fact, Statement } from '../../domain/facts';
import { comparable } from '../../domain/names';
import type { Book } from '../book';
import type { Judged } from '../relate';
import type { Rule } from '../rule';
import { textRelation } from '../text-relation';

/** N1, the names of economic subjects by their year's catalogue, and the 类 and 款 that a sentence names. */
export const n01: Rule = {
  id: 'N1',
  name: { zh: '科目编码与名称', en: 'Codes and names' },
  severity: 'warning',
  right: {
    zh: '科目名称是该编码在当年目录中的名称；情况说明中的类、款名称与表中一致。',
    en: 'A subject has the name of its code in that year’s catalogue, and the narrative names it as the forms do.',
  },
  check: (book) => [...economic(book), ...sentences(book)],
};

function economic(book: Book): Judged[] {
  const seen = new Set<string>();
  return book.facts.flatMap((fact) => {
    const { subject_code: code, printed_name: name, fiscal_year: year } = fact;
    if (fact.classification !== 'economy' || fact.form === null || !code || !name) return [];
    const subject = economicSubject(code, year);
    const key = `${code}|${name}`;
    if (!subject || seen.has(key)) return [];
    seen.add(key);
    return [name1(book, fact, code, name, subject.name, isEconomicName(code, name, year))];
  });
}

/** 社会保障和就业支出（类）行政事业单位离退休（款）…（项）: the names before the marks. */
const LEVELS = /([^（）、，。\s．.\d]+(?:（[^（）类款项]+）[^（）、，。\s]*)*)（([类款])）/g;

function sentences(book: Book): Judged[] {
  return book.statements.flatMap((statement) => {
    const code = statement.subject_code;
    if (!code || !/^\d{5,7}$/.test(code)) return [];
    return [...statement.quote.matchAll(LEVELS)].flatMap(([, printed, mark]) => {
      const level = mark === '类' ? 3 : 5;
      const above = code.slice(0, level);
      const form = book.facts.find((fact) => fact.form !== null && fact.subject_code === above)?.subject_name;
      const right = form ?? (level === 3 ? functionalClassByCode(above)?.name : functionalName(above));
      if (!right || !printed) return [];
      return [sentence(book, statement, above, printed, right)];
    });
  });
}

function sentence(book: Book, statement: Statement, code: string, printed: string, right: string): Judged {
  const bare = (text: string) => comparable(text).replace(/支出$/, '');
  const sameClass = code.length === 3 && functionalClassByName(printed)?.code === code;
  return name1(book, statement, code, printed, right, sameClass || bare(printed) === bare(right));
}

function name1(
  book: Book,
  place: Fact | Statement,
  code: string,
  printed: string,
  right: string,
  holds: boolean,
): Judged {
  return textRelation(book, 'N1', place, {
    about: `科目 ${code} 名称（${place.line ?? place.page ?? ''}）`,
    holds,
    left: { label: '印出的名称', printed, fact_ids: 'fact_id' in place ? [place.fact_id] : [] },
    right: { label: '科目表中的名称', printed: right },
    kind: 'wrong_name',
    message: {
      zh: `科目 ${code} 印作“${printed}”，应为“${right}”`,
      en: `Subject ${code} is printed “${printed}”, its name is “${right}”`,
    },
  });
}
