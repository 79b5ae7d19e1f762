import type { Statement } from '../../domain/facts';
import type { Book } from '../book';
import type { Judged } from '../relate';
import type { Rule } from '../rule';
import { textRelation, yuan } from '../text-relation';

/** T3, the words of a sentence against its own amounts. */
export const t03: Rule = {
  id: 'T3',
  name: { zh: '增减方向', en: 'Direction words' },
  severity: 'error',
  right: {
    zh: '增加、减少、持平，大于、小于、等于，与金额的方向一致。',
    en: 'Words of direction agree with the amounts.',
  },
  check: (book) =>
    book.statements.flatMap((statement) => [...change(book, statement), ...budget(book, statement)]),
};

function change(book: Book, statement: Statement): Judged[] {
  const { change: amount, change_rate: rate, section, item } = statement;
  if (amount === null || rate === null || amount === 0n || /^-?0+(\.0+)?$/.test(rate)) return [];
  const agrees = amount > 0n === !rate.startsWith('-');
  return [
    textRelation(book, 'T3', statement, {
      about: `情况说明${section} ${item} 增减`,
      holds: agrees,
      left: { label: '增减额', amount },
      right: { label: '增减率', printed: `${rate}%` },
      kind: 'wrong_direction',
      message: {
        zh: `情况说明${section}“${statement.quote}”：增减额与增减率方向相反`,
        en: `Narrative ${section} “${statement.quote}”: amount and rate point in opposite directions`,
      },
    }),
  ];
}

const COMPARED = /决算数?(大于|高于|小于|低于|等于|持平于)(?:年初|全年)?预算/;

function budget(book: Book, statement: Statement): Judged[] {
  const word = COMPARED.exec(statement.quote.replace(/\s+/g, ''))?.[1];
  const base = statement.adjusted_budget ?? statement.initial_budget;
  if (!word || base === null || statement.final === null) return [];
  const difference = statement.final - base;
  const holds = /大|高/.test(word)
    ? difference > 0n
    : /小|低/.test(word)
      ? difference < 0n
      : difference === 0n;
  return [
    textRelation(book, 'T3', statement, {
      about: `情况说明${statement.section} ${statement.item} 决算与预算`,
      holds,
      left: { label: '决算数', amount: statement.final },
      right: { label: '预算数', amount: base },
      kind: 'wrong_direction',
      message: {
        zh: `情况说明${statement.section}称决算数${word}预算数，印出的是 ${yuan(statement.final)} 元与 ${yuan(base)} 元`,
        en: `Narrative ${statement.section} says the final account is ${word} the budget; it prints ${yuan(statement.final)} 元 and ${yuan(base)} 元`,
      },
    }),
  ];
}
