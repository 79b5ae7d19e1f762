/** What a figure says of its subject. `received` 拨入/到位; `plain`: nothing but the subject stands before it. */
export type Role =
  'initial_budget' | 'adjusted_budget' | 'final' | 'prior_final' | 'change' | 'received' | 'plain';

/** With what a change compares: last year, the budget, or another year. */
export type Versus = 'last_year' | 'budget' | 'other';

/** The words before a figure, read. */
export interface Lead {
  role: Role;
  /** The subject's words; '' where the sentence goes on about the subject before. */
  label: string;
  /** +1 增加, −1 减少, 0 otherwise. */
  direction: 1 | -1 | 0;
  versus: Versus | null;
  /** The words that named the role, e.g. 年初预算数为. */
  marker: string;
}

const UP = '增加|增长|上升|提高|增幅|增';
const DOWN = '减少|下降|降低|压减|节约|缩减|减支|降幅|减幅|减';
const DIRECTION = `${UP}|${DOWN}`;
const DOWN_WORDS = new RegExp(`^(?:${DOWN})`);

/** 与上年度相比, 较上年决算数, 比 2023 年度, 相比去年, 同比 … */
const LAST_YEAR =
  /(?:(?:与|较|比|同|和|相比|相较|相对|对比)(?:于)?(?:上年度|上一年度|上一年|上年|去年|前一年|(\d{4})年度?)(?:同期|决算数?|支出决算|数)*(?:相比较|相比|相较|比较|对比|比)?)|同比/;
const BUDGET_BASE =
  /(?:与|较|比)(?:本年|当年)?(?:年初|全年|调整后?|部门)?预算(?:安排)?(?:数)?(?:相比较|相比|比)?/;

export function versusIn(text: string, fiscalYear: number): { versus: Versus; rest: string } | null {
  const year = LAST_YEAR.exec(text);
  if (year) {
    const named = year[1] ? Number(year[1]) : fiscalYear - 1;
    return { versus: named === fiscalYear - 1 ? 'last_year' : 'other', rest: text.replace(year[0], '') };
  }
  const budget = BUDGET_BASE.exec(text);
  return budget ? { versus: 'budget', rest: text.replace(budget[0], '') } : null;
}

export interface RoleRule {
  role: Role;
  /** Matches the whole lead; group 1 is the subject. */
  pattern: RegExp;
}

const TO_BE = '(?:均|共计|共)?(?:为|是|达到|达)?[：]?';

/** How 决算情况说明 names its figures, most specific first. */
export const NARRATIVE_ROLES: readonly RoleRule[] = [
  {
    role: 'initial_budget',
    pattern: new RegExp(`^(.*?)(?:部门)?年初(?:部门)?预算(?:安排|批复)?(?:数|总额|金额)?(?:支出)?${TO_BE}$`),
  },
  {
    role: 'prior_final',
    pattern: new RegExp(`^(.*?)(?:上年度?|去年|上一年度?)(?:支出)?(?:决算)?(?:数|总额)?${TO_BE}$`),
  },
  {
    role: 'adjusted_budget',
    pattern: new RegExp(
      `^(.*?)(?:全年|调整后?|年度)?(?:支出)?(?<!公共|基金|经营)预算(?:安排)?(?:数|总额|金额)?${TO_BE}$`,
    ),
  },
  { role: 'final', pattern: new RegExp(`^(.*?)决算(?:支出)?(?:数|总额|金额)?${TO_BE}$`) },
];

const CHANGE_AFTER = new RegExp(
  `^(.*?)(?:各|均|共|分别|合计|总额|相应)?(${DIRECTION})(?:了|额为|金额为?|幅度为)?$`,
);
const CHANGE_BEFORE = new RegExp(`^(.*?)(?:共|各)?(${DIRECTION})了?(?!的)(.{2,})$`);
const PLAIN = new RegExp(`^(.*?)${TO_BE}$`);

/** Reads the words before an amount. */
export function readLead(words: string, rules: readonly RoleRule[], fiscalYear: number): Lead {
  const base = versusIn(words, fiscalYear);
  const body = base ? base.rest : words;
  const versus = base?.versus ?? null;
  const after = CHANGE_AFTER.exec(body);
  if (after)
    return { role: 'change', label: after[1]!, direction: sense(after[2]!), versus, marker: after[2]! };
  for (const { role, pattern } of rules) {
    const match = pattern.exec(versus === 'budget' ? words : body);
    if (match)
      return {
        role,
        label: match[1] ?? '',
        direction: 0,
        versus: versus === 'budget' ? null : versus,
        marker: words.slice((match[1] ?? '').length),
      };
  }
  const before = CHANGE_BEFORE.exec(body);
  if (before && /费|支出|经费|资金|收入|补助/.test(before[3]!)) {
    return { role: 'change', label: before[3]!, direction: sense(before[2]!), versus, marker: before[2]! };
  }
  return { role: 'plain', label: PLAIN.exec(body)?.[1] ?? body, direction: 0, versus, marker: '' };
}

function sense(word: string): 1 | -1 {
  return DOWN_WORDS.test(word) ? -1 : 1;
}

export type PercentRole = 'share' | 'execution' | 'change' | 'other';

/** What a percentage says, and the words before it that may name a subject of its own. */
export interface PercentLead {
  role: PercentRole;
  direction: 1 | -1 | 0;
  label: string;
}

const EXECUTION =
  /^(.*?)(?:完成[^，。；]*预算(?:数)?的?(?:比例为)?|(?:年度|全年)?(?:预算)?(?:资金)?(?:执行率|完成率)(?:为|是|达到?)?|项目完成(?:率)?(?:为)?|完成)$/;
const PERCENT_CHANGE = new RegExp(`^(.*?)(${DIRECTION})(?:了|率为?|幅度?为?|比例为?|约)?$`);

/** Reads the words before a percentage: 占…, 完成预算的…, 下降…. */
export function readPercentLead(words: string, fiscalYear: number): PercentLead {
  if (/^(?:分别|所)?占/.test(words)) return { role: 'share', direction: 0, label: '' };
  const execution = EXECUTION.exec(words);
  if (execution) return { role: 'execution', direction: 0, label: execution[1]! };
  const change = PERCENT_CHANGE.exec(versusIn(words, fiscalYear)?.rest ?? words);
  if (change) return { role: 'change', direction: sense(change[2]!), label: change[1]! };
  return { role: 'other', direction: 0, label: words };
}

/** 持平, unless hedged (基本持平) or about the budget. */
export function isFlat(text: string): boolean {
  return /(?<!基本|大致|大体)持平|无增减(?:变化)?|没有变化|无变化/.test(text) && !/预算/.test(text);
}
