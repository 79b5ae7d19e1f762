import { functionalClassByCode, functionalClassByName, withoutOrdinal } from '../../domain/functional';
import { functionalName } from '../../domain/functional-catalogue';
import { economicSubject } from '../../domain/economic';
import type { Fact, Statement } from '../../domain/facts';
import { comparable } from '../../domain/names';
import { economicDisagreement, functionalDisagreement, functionalNameIn } from '../../domain/subject-names';
import type { Book } from '../book';
import { formName } from '../forms';
import type { Judged } from '../relate';
import type { Rule } from '../rule';
import { textRelation } from '../text-relation';

/** N1, every name that a form prints by its year's catalogue, codes and names cut off, and the 类 and 款 of sentences. */
export const n01: Rule = {
  id: 'N1',
  name: { zh: '科目编码与名称', en: 'Codes and names' },
  severity: 'warning',
  right: {
    zh: '科目名称是该编码在当年目录中的名称；情况说明中的类、款名称与表中一致。',
    en: 'A subject has the name of its code in that year’s catalogue, and the narrative names it as the forms do.',
  },
  check: (book) => [...forms(book), ...cutOff(book), ...sentences(book)],
};

/** Every name that a form prints beside a code, or as a class of 01 and 04; each name of a code once. */
function forms(book: Book): Judged[] {
  const seen = new Set<string>();
  return book.facts.flatMap((fact) => {
    const { subject_code: code, printed_name, fiscal_year: year, classification } = fact;
    if (fact.form === null || !code || !printed_name) return [];
    if (classification !== 'function' && classification !== 'economy') return [];
    const name = withoutOrdinal(printed_name);
    const key = `${code}|${comparable(name)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const compare = classification === 'function' ? functionalDisagreement : economicDisagreement;
    const found = compare(code, name, year);
    const variant = found === null && classification === 'economy' ? variantOf(code, name, year) : null;
    const right = found?.standard ?? variant ?? name;
    const judged = name1(book, fact, code, name, right, found === null && variant === null);
    return [variant === null ? judged : { ...judged, severity: 'info' as const }];
  });
}

/** The standard name where a form prints a variant in use (公务招待费), not the standard one cut off. */
function variantOf(code: string, printed: string, year: number): string | null {
  const standard = economicSubject(code, year)?.name;
  if (!standard) return null;
  const [name, full] = [comparable(printed), comparable(standard)];
  return full.startsWith(name) || name.startsWith(full) ? null : standard;
}

/** Codes and names that a narrow column cut off, form by form: what they mean follows from what is left. */
function cutOff(book: Book): Judged[] {
  const byForm = new Map<string, { place: Fact; cut: Map<string, string> }>();
  for (const fact of book.facts) {
    const { form, subject_code: code, printed_code, printed_name, classification } = fact;
    if (form === null || !code || (classification !== 'function' && classification !== 'economy')) continue;
    const standard =
      classification === 'function'
        ? functionalNameIn(code, fact.fiscal_year)
        : economicSubject(code, fact.fiscal_year)?.name;
    const [full, name] = [
      comparable(standard ?? '').replace(/支出$/, ''),
      comparable(withoutOrdinal(printed_name ?? '')),
    ];
    const codeCut = printed_code !== null && printed_code !== code && code.startsWith(printed_code);
    const nameCut = name.length >= 4 && name.length < full.length && full.startsWith(name);
    if (!codeCut && !nameCut) continue;
    const known = byForm.get(form) ?? { place: fact, cut: new Map<string, string>() };
    byForm.set(form, known);
    known.cut.set(code, [codeCut ? printed_code : '', nameCut ? printed_name : ''].filter(Boolean).join(' '));
  }
  return [...byForm].map(([form, { place, cut }]) => {
    const [code, printed] = [...cut][0]!;
    return textRelation(book, 'N1', place, {
      about: `${formName(form)} 编码、名称`,
      holds: false,
      left: { label: '印出的', printed, fact_ids: [place.fact_id] },
      right: { label: '完整的编码', printed: code },
      kind: 'cut_off',
      severity: 'info',
      message: {
        zh: `${formName(form)}有 ${cut.size} 个科目的编码或名称印得不全，如 ${code} 印作“${printed}”`,
        en: `Form ${form} cuts off ${cut.size} codes or names, e.g. ${code} as “${printed}”`,
      },
    });
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
