import type { Fact, Stage } from '../domain/facts';
import { absolute, fenToYuan } from '../domain/money';
import { Book, type Cell } from './book';
import { findCauses } from './cause';
import { BUDGET, FINAL_ACCOUNT } from './forms';
import { sideOf, sum, type Judged, type Part } from './relate';
import { classLines, line, subjectRow, totalRow } from './rows';
import { countOutcomes } from './run';
import { subjectThree } from './three-public';
import type { CheckInput, CheckReport, RuleId, Severity, Words } from './types';

/** X1–X4: what two documents say of the same thing. Severity: publishers restate and re-plan, so these are warnings. */
export const CROSS_RULES: readonly { id: RuleId; name: Words; severity: Severity; right: Words }[] = [
  {
    id: 'X1',
    name: { zh: '上年年末结转与本年年初结转', en: 'Closing and next opening balance' },
    severity: 'warning',
    right: {
      zh: '上年决算的年末结转和结余等于本年决算的年初结转和结余；不等即已调整。',
      en: 'Last year’s closing balance is this year’s opening one; a break means it was restated.',
    },
  },
  {
    id: 'X2',
    name: { zh: '预算公开与决算中的年初预算', en: 'Budget document and initial budget' },
    severity: 'warning',
    right: {
      zh: '当年预算公开的数字等于决算公开中的年初预算。',
      en: 'The year’s budget document equals the initial budget of the final account.',
    },
  },
  {
    id: 'X3',
    name: { zh: '上年决算与“较上年”', en: 'Last year and “compared with last year”' },
    severity: 'warning',
    right: {
      zh: '“较上年”句子推得的上年数等于上年决算公开的数字。',
      en: 'What the sentences imply of last year equals last year’s document.',
    },
  },
  {
    id: 'X4',
    name: { zh: '部门与其单位之和', en: 'Department and its units' },
    severity: 'warning',
    right: {
      zh: '部门的支出合计和各类支出不小于已有单位之和；差额是没有载入的单位。',
      en: 'A department’s total and classes are at least the sums of its units at hand; the residual is that of units not loaded.',
    },
  },
];

/** Cross-document rules over all documents at hand; each pair of documents of one body and scope is compared. */
export function checkDocuments(inputs: readonly CheckInput[]): CheckReport {
  const books = inputs.map((input) => new Book(input));
  const judged: Judged[] = [];
  const bodies = new Map<string, Book[]>();
  for (const book of books) {
    const { region, department } = book.input.document;
    const body = `${region}|${department}`;
    bodies.set(body, [...(bodies.get(body) ?? []), book]);
  }
  for (const [book, own] of [...bodies.values()].flatMap((own) => own.map((book) => [book, own] as const))) {
    judged.push(...units(book, own));
    for (const other of own) {
      if (book === other || book.input.document.scope !== other.input.document.scope) continue;
      if (isFinal(book) && isFinal(other) && year(book) === year(other) + 1)
        judged.push(...balances(book, other), ...implied(book, other));
      if (isFinal(book) && !isFinal(other) && year(book) === year(other))
        judged.push(...initialBudget(book, other));
    }
  }
  const instances = judged.map(({ instance }) => instance);
  const byDocument = new Map<string, Judged[]>();
  for (const one of judged) {
    const id = one.instance.doc_id;
    byDocument.set(id, [...(byDocument.get(id) ?? []), one]);
  }
  // No cell is named: either document may be the one that is off.
  const findings = books.flatMap((book) => findCauses(book, byDocument.get(book.docId) ?? []));
  return { instances, findings, counts: countOutcomes(instances) };
}

const isFinal = (book: Book) => book.input.document.kind === 'final_account';
const year = (book: Book) => book.input.document.fiscal_year;

/** left of `book` against right of `other`; null where either is not printed. */
function across(
  rule: RuleId,
  book: Book,
  other: Book,
  about: string,
  left: Part,
  right: Part,
  most = false,
): Judged | null {
  const l = left.cells.filter((cell) => cell.fact);
  const r = right.cells.filter((cell) => cell.fact);
  if (l.length === 0 || r.length === 0) return null;
  const difference = sum(l) - sum(r);
  const one = l.length === 1 && r.length === 1 && l[0]!.unit === r[0]!.unit;
  const twice = one ? 0n : [...l, ...r].reduce((total, cell) => total + cell.unit, 0n);
  const holds = most ? 2n * difference <= twice : 2n * absolute(difference) <= twice;
  return {
    instance: {
      rule,
      doc_id: book.docId,
      outcome: difference === 0n || (most && difference < 0n) ? 'exact' : holds ? 'rounding' : 'conflict',
      relation: most ? 'at_most' : 'equal',
      about,
      left: sideOf(left),
      right: { ...sideOf(right), doc_id: other.docId },
      difference,
      tolerance: twice / 2n,
    },
    terms: [],
    severity: 'warning',
  };
}

const of = (cell: Cell | null | undefined, label: string): Part => ({ label, cells: cell ? [cell] : [] });
const present = (judged: readonly (Judged | null)[]) => judged.filter((one) => one !== null);

/** X1, forms 01 and 04. */
function balances(book: Book, last: Book): Judged[] {
  return present(
    (
      [
        [FINAL_ACCOUNT.summary, '年初结转和结余', '年末结转和结余', 'all'],
        [FINAL_ACCOUNT.fiscal, '年初财政拨款结转和结余', '年末财政拨款结转和结余', 'fiscal'],
      ] as const
    ).map(([form, opening, closing, column]) => {
      const now = line(book, form, 'final', opening)?.cells.get(column);
      const then = line(last, form, 'final', closing)?.cells.get(column);
      return across(
        'X1',
        book,
        last,
        opening,
        of(now, `${year(book)} 年 ${opening}`),
        of(then, `${year(last)} 年 ${closing}`),
      );
    }),
  );
}

/** X2: the narrative's 年初预算 by subject, and “三公” where 09 prints an initial budget. */
function initialBudget(book: Book, budget: Book): Judged[] {
  const stage: Stage = 'initial_budget';
  const found = book.facts
    .filter(
      (fact) =>
        fact.stage === stage &&
        fact.source !== 'performance' &&
        fact.fund === 'general' &&
        fact.measure === 'total',
    )
    .map((fact) => {
      const row =
        fact.classification === 'function' && fact.subject_code
          ? subjectRow(budget, BUDGET.general, stage, fact.subject_code)
          : fact.subject_name === '合计'
            ? totalRow(budget, BUDGET.general, stage)
            : null;
      const about = `年初预算 ${fact.subject_code ?? ''} ${fact.subject_name}`;
      return across(
        'X2',
        book,
        budget,
        about,
        of(book.loose(fact), '决算公开 年初预算'),
        of(row?.cells.get('total'), '预算公开'),
      );
    });
  return present(found);
}

/** X3: last year's figures implied by this year's sentences, against last year's forms. */
function implied(book: Book, last: Book): Judged[] {
  return present(
    book.input.facts
      .filter((fact) => fact.stage === 'prior_final' && fact.derived)
      .map((fact) => {
        const then = priorCell(last, fact);
        const about = `上年 ${fact.subject_name}`;
        return across(
          'X3',
          book,
          last,
          about,
          of(book.loose(fact), '“较上年”推得'),
          of(then, `${year(last)} 年决算`),
        );
      }),
  );
}

function priorCell(last: Book, fact: Fact): Cell | null {
  const column = fact.measure;
  if (fact.classification === 'three_public')
    return fact.subject_code
      ? subjectThree(last, FINAL_ACCOUNT.threePublic, 'final', fact.subject_code)
      : null;
  if (fact.flow === 'balance') {
    const form = fact.fund === 'all' ? FINAL_ACCOUNT.summary : FINAL_ACCOUNT.fiscal;
    return line(last, form, 'final', fact.subject_name)?.cells.get(fact.fund) ?? null;
  }
  if (fact.subject_name === '人员经费' || fact.subject_name === '公用经费')
    return line(last, FINAL_ACCOUNT.basic, 'final', `${fact.subject_name}合计`)?.cells.get('total') ?? null;
  if (fact.subject_name !== '合计' || fact.flow !== 'expenditure') return null;
  const form =
    fact.fund === 'general' ? FINAL_ACCOUNT.general : fact.fund === 'all' ? FINAL_ACCOUNT.expenditure : null;
  return form ? (totalRow(last, form, 'final')?.cells.get(column) ?? null) : null;
}

/** X4: the units of a department that are at hand may be some of them only, so they may be less, never more. */
function units(book: Book, books: readonly Book[]): Judged[] {
  const { document } = book.input;
  if (document.scope !== 'department') return [];
  const set = isFinal(book) ? FINAL_ACCOUNT : BUDGET;
  const stage: Stage = isFinal(book) ? 'final' : 'initial_budget';
  const below = books.filter(({ input: { document: other } }) => {
    const same = other.kind === document.kind && other.fiscal_year === document.fiscal_year;
    return (
      same &&
      other.scope === 'unit' &&
      other.region === document.region &&
      other.department === document.department
    );
  });
  if (below.length === 0) return [];
  const rowOf = (one: Book, code: string | null) =>
    code === null
      ? totalRow(one, set.expenditure, stage)
      : one.subject(set.expenditure, stage, 'function', code);
  const codes = new Set(
    below.flatMap((one) => classLines(one, set.expenditure, stage).flatMap(({ code }) => code ?? [])),
  );
  return present(
    [null, ...codes].map((code) => {
      const cell = (one: Book) => rowOf(one, code)?.cells.get('total');
      const cells = below.flatMap((one) => cell(one) ?? []).filter(({ fact }) => fact !== null);
      const whole = cell(book);
      if (!whole?.fact || cells.length === 0) return null;
      const residual = whole.fact.amount - sum(cells);
      const subject = code === null ? '支出合计' : `${code} ${whole.row.name}`;
      const about = `${document.department} 部门与单位 ${subject}（差额 ${fenToYuan(residual)} 元）`;
      const parts: Part = { label: `${cells.length} 个单位${subject}之和`, cells };
      return across('X4', below[0]!, book, about, parts, of(whole, `部门 ${subject}`), true);
    }),
  );
}
