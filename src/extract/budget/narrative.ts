import type { DocumentRow, Fact, Indicator, Statement } from '../../domain/facts';
import { functionalClassByName } from '../../domain/functional';
import { parseAmount, type Fen } from '../../domain/money';
import { comparable } from '../../domain/names';
import type { FormSubject } from '../context';
import type { PlacedLine } from '../lines';
import { paragraphs, type Paragraph } from './paragraphs';
import { TOPICS, type Topic } from './topics';

const AMOUNT = '([-−]?\\d[\\d,]*(?:\\.\\d+)?)万元';

const PROCUREMENT = /政府采购/;

/** Statements, counts and the figures of procurement from the narrative of a budget; sentences of no known form are left. */
export function budgetNarrative(
  lines: readonly PlacedLine[],
  document: DocumentRow,
  subjects: readonly FormSubject[],
): { facts: Fact[]; statements: Statement[]; indicators: Indicator[] } {
  const statements: Statement[] = [];
  const indicators: Indicator[] = [];
  const told = new Set<string>();
  let classCode: string | null = null;
  for (const paragraph of paragraphs(lines)) {
    const heading = /^（[一二三四五六七八九十]+）(.+?)（类）$/.exec(paragraph.text);
    if (heading) classCode = functionalClassByName(heading[1]!)?.code ?? null;
    for (const statement of read(paragraph, document, subjects, classCode)) {
      // Pages printed twice say the same sentence twice.
      const key = [statement.item, statement.subject_code, statement.initial_budget, statement.section].join(
        '/',
      );
      if (!told.has(key)) statements.push(statement);
      told.add(key);
    }
    for (const indicator of counts(paragraph, document)) {
      if (
        !indicators.some(
          (other) => other.code === indicator.code && other.subject_name === indicator.subject_name,
        )
      )
        indicators.push(indicator);
    }
  }
  return { facts: procurement(statements, document), statements, indicators };
}

function read(
  paragraph: Paragraph,
  document: DocumentRow,
  subjects: readonly FormSubject[],
  classCode: string | null,
): Statement[] {
  const item = subjectSentence(paragraph.text, subjects, classCode);
  if (item) {
    const whole = statement(paragraph, document, item.topic, paragraph.text, item.amount, paragraph.text);
    return whole ? [whole] : [];
  }
  const clauses = clausesOf(paragraph.text);
  return clauses.flatMap((clause) => {
    const first = new RegExp(AMOUNT).exec(clause);
    if (!first) return [];
    const found: Statement[] = [];
    // 、 lists several amounts: 货物预算 3 万元、工程预算 2 万元.
    for (const match of clause.matchAll(new RegExp(AMOUNT, 'g'))) {
      const before = clause.slice(0, match.index);
      const topic = TOPICS.find(([pattern]) => pattern.test(before))?.[1];
      if (!topic || (match.index !== first.index && !PROCUREMENT.test(topic.item))) continue;
      const alone = match.index === first.index && !/、[^，]*万元/.test(clause);
      const one = statement(paragraph, document, topic, alone ? clause : '', match[1]!, clause);
      if (one) found.push(one);
    }
    return found;
  });
}

/** Clauses between full stops; one that goes on comparing or gives the reason belongs to the one before. */
function clausesOf(text: string): string[] {
  const found: string[] = [];
  for (const part of text.split(/。|；|其中[:：]/).filter(Boolean)) {
    if (found.length > 0 && /^(?:与|比|较|主要原因)/.test(part)) found.push(`${found.pop()!}，${part}`);
    else found.push(part);
  }
  return found;
}

/** 公共安全支出（204类）司法（06款）行政运行（01项）X万元 and X（类）Y（款）Z（项）支出 X万元. */
function subjectSentence(
  text: string,
  subjects: readonly FormSubject[],
  classCode: string | null,
): { topic: Topic; amount: string } | null {
  const coded = new RegExp(
    `^(?:\\d{1,2}[、.．])?“?[^，。（]+（(\\d{3})类）[^，。]+?（(\\d{2})款）[^，。]+?（(\\d{2})项）”?(?:支出)?${AMOUNT}`,
  ).exec(text);
  const worded = new RegExp(
    `^(?:\\d{1,2}[、.．])?“?(?:([^，。（]+)（类）)?([^，。]+?)（款）([^，。]+?)（项）”?(?:支出)?${AMOUNT}`,
  ).exec(text);
  const subject = coded
    ? subjects.find(({ code }) => code === coded[1]! + coded[2]! + coded[3]!)
    : worded
      ? byNames(
          subjects,
          worded[1] ? (functionalClassByName(worded[1])?.code ?? null) : classCode,
          worded[2]!,
          worded[3]!,
        )
      : undefined;
  if (!subject) return null;
  return {
    topic: { item: '年初预算', code: subject.code, name: subject.name },
    amount: coded ? coded[4]! : worded![4]!,
  };
}

/** The one 项 of the document's forms that the names of 款 and 项 mean. */
function byNames(
  subjects: readonly FormSubject[],
  classCode: string | null,
  section: string,
  item: string,
): FormSubject | undefined {
  const same = (full: string, said: string) => {
    const core = (name: string) => comparable(name).replace(/支出$/, '').replace(/其它/g, '其他');
    return core(full) === core(said);
  };
  const found = subjects.filter(
    ({ code, name, level }) =>
      level === 3 &&
      (classCode === null || code.startsWith(classCode)) &&
      same(name, item) &&
      subjects.some((parent) => parent.code === code.slice(0, 5) && same(parent.name, section)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The statement of a sentence; null where its amount is none. `words` tell the change and the reason, '' where unsure. */
function statement(
  paragraph: Paragraph,
  document: DocumentRow,
  topic: Topic,
  words: string,
  amount: string,
  quote: string,
): Statement | null {
  const budget = fen(amount);
  if (budget === null) return null;
  const change = changeIn(words);
  return {
    doc_id: document.doc_id,
    section: paragraph.section,
    item: topic.item,
    subject_code: topic.code,
    subject_name: topic.name,
    initial_budget: budget,
    adjusted_budget: null,
    final: null,
    change: change.amount,
    // 预算执行数 of the year before is an estimate made in winter, no final account.
    prior_final: null,
    change_rate: change.rate,
    execution_rate: null,
    share: null,
    reason: reasonIn(words),
    quote: quote.slice(0, 200),
    page: paragraph.page,
    line: paragraph.line,
  };
}

/** 与上年相比增加 X 万元，增长 Y% · 比2025年预算执行数减少 Y% · 与2025年预算持平. */
function changeIn(words: string): { amount: Fen | null; rate: string | null } {
  const compared = /(?:与|比|较)[^，。]{0,20}?(?:上年|去年|\d{4}年)[^。]*/.exec(words)?.[0];
  if (!compared) return { amount: null, rate: null };
  const head = compared.replace(/主要原因.*$/, '');
  const moved = new RegExp(`(增加|减少|增长|下降)${AMOUNT}`).exec(head);
  const rate = /(增加|减少|增长|下降)(\d+(?:\.\d+)?)[%％]/.exec(head);
  const negative = (word: string) => word === '减少' || word === '下降';
  const amount = moved ? fen(moved[2]!) : null;
  const level = /^[^，]*(?:持平|一致|相等|相同|无变化|无增减)/.test(head);
  return {
    amount: amount === null ? (level ? 0n : null) : negative(moved![1]!) ? -amount : amount,
    rate: rate ? `${negative(rate[1]!) ? '-' : ''}${rate[2]!}` : null,
  };
}

function reasonIn(words: string): string | null {
  const found = /主要原因(?:是|为|：|:)*(.+)$/.exec(words)?.[1]?.replace(/[。；，\s]+$/, '') ?? '';
  return found === '' ? null : found;
}

function fen(text: string): Fen | null {
  return parseAmount(text, '万元')?.amount ?? null;
}

/** 政府采购 stands in no form that is read: its amounts become facts of the narrative. */
function procurement(statements: readonly Statement[], document: DocumentRow): Fact[] {
  const { doc_id, region, department, scope, fiscal_year } = document;
  return statements.flatMap((told): Fact[] => {
    const printed = new RegExp(AMOUNT).exec(told.quote);
    if (!PROCUREMENT.test(told.item) || told.initial_budget === null || !printed) return [];
    const amounts = [...told.quote.matchAll(new RegExp(AMOUNT, 'g'))].map((match) => match[1]!);
    const own = amounts.find((text) => fen(text) === told.initial_budget);
    const value = own === undefined ? null : parseAmount(own, '万元');
    if (!value) return [];
    return [
      {
        fact_id: `narrative-${told.item}-initial_budget`,
        doc_id,
        region,
        department,
        scope,
        fiscal_year,
        source: 'narrative',
        form: null,
        flow: 'expenditure',
        classification: 'summary',
        subject_code: null,
        subject_name: told.item,
        subject_level: 0,
        fund: 'all',
        measure: 'total',
        stage: 'initial_budget',
        amount: value.amount,
        resolution: value.resolution,
        derived: false,
        printed_code: null,
        printed_name: told.item,
        printed_value: own!,
        printed_unit: '万元',
        page: told.page,
        line: told.line,
        quote: told.quote,
        note: null,
      },
    ];
  });
}

/** 截至…共有车辆 3 辆，其中：… · 单价 100 万元（含）以上设备 0 台（套）. */
function counts(paragraph: Paragraph, document: DocumentRow): Indicator[] {
  const { text, page, line } = paragraph;
  const base = { doc_id: document.doc_id, page, line };
  const found: Indicator[] = [];
  const owned = /(共有车辆(\d+)辆)(?:[，,]其中[:：]?([^；。]*))?/.exec(text);
  if (owned) {
    found.push({
      ...base,
      code: 'vehicles_owned',
      subject_name: null,
      value: owned[2]!,
      unit: '辆',
      quote: owned[1]!,
    });
    for (const [quote, use, value] of (owned[3] ?? '').matchAll(/([^、，\d]{2,16}用车)(\d+)辆/g))
      found.push({ ...base, code: 'vehicles_owned', subject_name: use!, value: value!, unit: '辆', quote });
    const dear = /单价100万元（含）以上(?:的)?(?:专用|通用)?设备(?:（不含车辆）)?(\d+)台/.exec(
      text.slice(owned.index),
    );
    if (dear)
      found.push({
        ...base,
        code: 'equipment_over_1m',
        subject_name: null,
        value: dear[1]!,
        unit: '台（套）',
        quote: dear[0],
      });
  }
  return found;
}
