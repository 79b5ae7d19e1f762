import type { Fact } from '../../domain/facts';
import { cellName, type Book } from '../book';
import { equal, part, type Judged } from '../relate';
import type { Rule } from '../rule';
import { textRelation } from '../text-relation';

/** P2, 年初预算 that looks copied from the final account, or differs from the self-evaluation's. */
export const p02: Rule = {
  id: 'P2',
  name: { zh: '年初预算可信', en: 'Initial budget' },
  severity: 'warning',
  right: {
    zh: '年初预算不在每一类都与决算分毫不差，且与绩效自评的年初预算一致。',
    en: 'The initial budget is not equal to the final account in every class, and equals that of the self-evaluation.',
  },
  check: (book) => [...copied(book), ...againstPerformance(book)],
};

const narrative = (book: Book, stage: Fact['stage']) =>
  book.facts.filter(
    (fact) =>
      fact.source === 'narrative' &&
      fact.stage === stage &&
      fact.fund === 'general' &&
      fact.measure === 'total',
  );

/** Every class has initial budget = final account: at least two of them, none zero. */
function copied(book: Book): Judged[] {
  const finals = narrative(book, 'final');
  const pairs = narrative(book, 'initial_budget')
    .filter((fact) => fact.classification === 'function')
    .flatMap((fact) => {
      const final = finals.find((other) => other.subject_code === fact.subject_code);
      return final ? [{ fact, final }] : [];
    });
  if (pairs.length < 2 || pairs.every(({ fact }) => fact.amount === 0n)) return [];
  const same = pairs.every(({ fact, final }) => fact.amount === final.amount);
  const [first] = pairs;
  const total = pairs.reduce((sum, { fact }) => sum + fact.amount, 0n);
  return [
    textRelation(book, 'P2', first!.fact, {
      about: '情况说明 年初预算与决算',
      holds: !same,
      left: { label: '年初预算', amount: total, fact_ids: pairs.map(({ fact }) => fact.fact_id) },
      right: {
        label: '决算',
        fact_ids: pairs.map(({ final }) => final.fact_id),
        printed: same ? '各类都相同' : '',
      },
      kind: 'copied_final',
      message: {
        zh: `${pairs.length} 个功能分类的年初预算都与决算分毫不差，可能以决算数充作年初预算`,
        en: `The initial budget of all ${pairs.length} classes equals the final account to the cent`,
      },
    }),
  ];
}

function againstPerformance(book: Book): Judged[] {
  const told = narrative(book, 'initial_budget').find((fact) => fact.subject_name === '合计');
  const own = book.facts.find(
    (fact) =>
      fact.source === 'performance' &&
      fact.stage === 'initial_budget' &&
      fact.subject_name === '部门整体支出',
  );
  if (!told || !own) return [];
  const cells = [book.loose(told), book.loose(own)] as const;
  const judged = equal(book, 'P2', `${cellName(cells[0])}与绩效自评`, part(cells[0]), part(cells[1]));
  // Either may be right: no cell is named.
  return judged ? [{ ...judged, terms: [] }] : [];
}
