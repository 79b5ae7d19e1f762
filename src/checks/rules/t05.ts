import type { Book, Cell } from '../book';
import { atMost, equal, part, type Judged } from '../relate';
import type { Rule } from '../rule';

/** T5, 政府采购 and its parts; 机关运行经费 is defined by regions and is not compared with 公用经费. */
export const t05: Rule = {
  id: 'T5',
  name: { zh: '政府采购各项', en: 'Parts of government procurement' },
  severity: 'error',
  right: {
    zh: '政府采购支出 = 货物 + 工程 + 服务；授予小微企业 ≤ 授予中小企业 ≤ 政府采购支出。',
    en: 'Procurement = goods + works + services; micro enterprises ≤ small and medium ones ≤ procurement.',
  },
  check: (book): Judged[] => {
    const one = (name: string): Cell[] => named(book, name).slice(0, 1);
    const total = one('政府采购支出');
    const parts = ['政府采购货物支出', '政府采购工程支出', '政府采购服务支出'].flatMap(one);
    const medium = one('授予中小企业合同金额');
    const micro = one('授予小微企业合同金额');
    return [
      total.length > 0 && parts.length > 0
        ? equal(book, 'T5', '政府采购支出', part(total), part(parts))
        : null,
      medium.length > 0 && total.length > 0
        ? atMost(book, 'T5', '授予中小企业合同金额', part(medium), part(total))
        : null,
      micro.length > 0 && medium.length > 0
        ? atMost(book, 'T5', '授予小微企业合同金额', part(micro), part(medium))
        : null,
    ].filter((judged) => judged !== null);
  },
};

const named = (book: Book, name: string): Cell[] =>
  book.facts
    .filter((fact) => fact.source === 'narrative' && fact.subject_name === name && fact.stage === 'final')
    .map((fact) => book.loose(fact));
