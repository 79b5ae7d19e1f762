import { comparable } from '../../domain/names';
import { labelTarget } from '../narrative';
import type { Clause } from '../prose/clauses';
import type { Lead, RoleRule } from '../prose/lead';
import type { Output } from '../prose/output';
import { quoteOf, type Passage } from '../prose/passage';
import type { Grammar } from '../prose/grammar';
import type { Slot } from '../prose/record';
import type { Target } from '../prose/target';
import { departmentLine, knownProject, projectName, projectTarget, WHOLE_TARGET } from './names';

const TO_BE = '(?:共|均)?(?:为|是)?[：]?';
const rule = (role: RoleRule['role'], words: string): RoleRule => ({
  role,
  pattern: new RegExp(`^(.*?)(?:${words})${TO_BE}$`),
});

/** How self-evaluations name their figures. A total over several years (预算总金额) is none of them. */
export const PERFORMANCE_ROLES: readonly RoleRule[] = [
  rule('initial_budget', '年初预算(?:数|安排)?|年初安排(?:数|资金)?'),
  rule(
    'adjusted_budget',
    '(?:全年|调整后)?预算(?:安排)?(?:资金|金额|总额|数)?|预算内(?:已编制)?(?:项目)?资金|(?:资金)?预算到位|绩效目标',
  ),
  rule('final', '(?:全年|实际)?执行(?:数|金额)?|决算(?:数|总额|资金)?|实际支出(?:数|金额)?'),
  rule('received', '(?:本年度)?拨入(?:资金)?|(?:资金|实际)到位(?:资金)?|(?:财政)?已?拨付'),
  { role: 'final', pattern: /^()(?:和|及)?支出(?:为)?$/ },
];

const INVOLVED = /^(?:绩效自评的?.*项目\d*个?)?(?:共|合计)?涉及(?:资金)?(?:预算金额)?(.*?)(?:支出)?$/;
const FUNDS = /^(一般公共预算|政府性基金预算|国有资本经营预算)(?:支出)?$/;

/** What the grammar knows of the document. */
export interface PerformanceKnowledge {
  /** Projects by their names in tables and titles. */
  projects: string[];
  /** True where the tables give this project (or WHOLE) this 年初预算数 and another 全年预算数. */
  isInitial(subject: string, amount: bigint): boolean;
  /** The subject of the report that the text belongs to. */
  report: Target | null;
}

/** The grammar of the prose about performance: projects, the department's parts, scores. */
export function performanceGrammar(output: Output, knowledge: PerformanceKnowledge): Grammar {
  let listing = false;
  let involved = false;
  const resolve = (words: string, _parts: Target | null, lead?: Lead): Target | null => {
    const money = INVOLVED.exec(words) ?? (involved ? FUNDS.exec(words) : null);
    if (money) {
      involved = true;
      return { item: '绩效自评涉及资金', places: [], code: null, name: money[1] || null, note: null };
    }
    if (/^(?:本|该|此)?项目(?:市?财政)?$/.test(words))
      return isProject(knowledge.report) ? knowledge.report : null;
    const line = departmentLine(words) ?? labelTarget(words, 'three_public');
    if (line) {
      listing = line.name === '项目支出';
      return line.places.some((p) => p.classification === 'project' || p.classification === 'three_public')
        ? line
        : null;
    }
    const project = knownProject(words, knowledge.projects);
    if (project) return projectTarget(project);
    const explicit =
      lead !== undefined && lead.role !== 'plain' && lead.role !== 'change' && /项目$/.test(words);
    if ((explicit || listing) && isName(words)) return remember(knowledge, words.replace(/支出$/, ''));
    return null;
  };
  return {
    roles: PERFORMANCE_ROLES,
    unreadCode: 'performance_amount_unread',
    tidy: cleaned,
    resolve,
    announce: (clause) => announced(clause, knowledge),
    // An amount without a unit is decided by the document's total (prose.ts), not by its neighbours.
    amount: (segment) => segment.figure.assumed === true && departmentLine(segment.lead) !== null,
    home: knowledge.report,
    role: (lead, slot, subject) => {
      if (lead.role !== 'adjusted_budget' || /全年|调整/.test(lead.marker)) return lead.role;
      if (knowledge.isInitial(subject.name ?? '', slot.amount)) return 'initial_budget';
      slot.note ??= `printed ${lead.marker.replace(/[为是：]+$/, '')}`;
      return lead.role;
    },
    adjust: (slot, passage) => withoutSlip(slot, passage),
    rate: (value, segment, passage, subject) =>
      output.indicator({
        code: 'execution_rate',
        subject_name: subject.name,
        value,
        unit: '%',
        quote: quoteOf(passage, segment.start, segment.figure.end),
        ...passage.placeAt(segment.figure.start),
      }),
    other: (clause, passage, current) => {
      if (clause.terminator === '。') {
        listing = false;
        involved = false;
      }
      readScore(clause, passage, current, knowledge, output);
    },
  };
}

function cleaned(label: string): string {
  return label
    .replace(/^(?:其中|包括|和|及|以及)/, '')
    .replace(/^[一二三四五六七八九十]+是/, '')
    .replace(/^项目[一二三四五六七八九十]+(?=.)/, '')
    .replace(/^项(?=[“"])/, '')
    .replace(/^.*、$/, '')
    .replace(/共\d+个$/, '')
    .replace(/的$/, '');
}

function isProject(subject: Target | null): boolean {
  return subject?.places[0]?.measure === 'project';
}

/** Words that can be a project's name: no sentence, no pronoun, no total. */
function isName(words: string): boolean {
  return (
    words.length >= 4 &&
    words.length <= 40 &&
    !/^(?:本|该|此|每|各|上述|以下)|总(?:金|投资)|资金$|[，。；、]|支付|发放|需要|共有|情况|来源|科目|计划/.test(
      words,
    )
  );
}

function remember(knowledge: PerformanceKnowledge, words: string): Target {
  const name = projectName(words);
  if (!knowledge.projects.some((known) => comparable(known) === comparable(name)))
    knowledge.projects.push(name);
  return projectTarget(name);
}

/** `“X”项目绩效自评情况`, `1.X项目`, or a clause about the evaluation of a known project. */
function announced(clause: string, knowledge: PerformanceKnowledge): Target | null {
  const quoted = /^[“"](.+)[”"](?:项目)?(?:的)?绩效自评(?:情况|结果)/.exec(clause);
  if (quoted) return remember(knowledge, quoted[1]!);
  const named = /^([^“”"，。；]{4,40}?)项目$/.exec(clause);
  if (named && isName(named[1]!) && !/\d+个$|等$/.test(named[1]!)) return remember(knowledge, named[1]!);
  if (/整体绩效自评结果|整体支出预算/.test(clause)) return WHOLE_TARGET;
  const about = /(?:对|针对)(?:以上)?(?:项目中的)?(.+?项目)(?:进行|开展)/.exec(clause);
  const known = about
    ? knowledge.projects.find((name) => comparable(about[1]!).includes(comparable(name)))
    : undefined;
  return known ? projectTarget(known) : null;
}

/** 57.18 元 next to 57.18 万元 in one passage is the same amount with 万 left out. */
function withoutSlip(slot: Slot, passage: Passage): Slot {
  const { figure } = slot;
  const twin = new RegExp(`(?<![\\d.])${figure.value.replace('.', '\\.')}万元`);
  if (figure.unit !== '元' || Number(figure.value) >= 10_000 || !twin.test(passage.text)) return slot;
  return {
    ...slot,
    amount: slot.amount * 10_000n,
    resolution: slot.resolution * 10_000n,
    note: 'unit read as 万元; text prints 元',
  };
}

const SCORE = /(?:得分|自评分数?|评价分数?|评分)(?:为|是)?[：]?(\d+(?:\.\d+)?)(?:分|(?![\d.%]))/g;

function readScore(
  clause: Clause,
  passage: Passage,
  current: Target | null,
  knowledge: PerformanceKnowledge,
  output: Output,
): void {
  // 评价得分：87.88 — the colon ends the clause, the figure stands behind it.
  const text = passage.text.slice(clause.start, clause.terminator === '：' ? clause.end + 8 : clause.end);
  for (const match of text.matchAll(SCORE)) {
    const before = text.slice(0, match.index);
    const start = clause.start;
    const end = start + match.index + match[0].length;
    output.indicator({
      code: /平均/.test(before) ? 'score_average' : 'score',
      subject_name: scored(before, current, knowledge),
      value: match[1]!,
      unit: '分',
      quote: quoteOf(passage, start, end),
      ...passage.placeAt(end - 1),
    });
  }
}

/** What a score is of: the words before it where they say so, else the subject that the text is about. */
function scored(before: string, current: Target | null, knowledge: PerformanceKnowledge): string | null {
  if (/(?:自评|预算)项目(?:综合|平均)/.test(before)) return '自评项目综合';
  if (/(?:部门|单位)(?:整体)?(?:支出)?绩效|整体(?:支出)?绩效/.test(before)) return WHOLE_TARGET.name;
  return current?.name ?? knowledge.report?.name ?? null;
}
