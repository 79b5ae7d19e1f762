import type { Segment } from './clauses';
import { isGeneric, subjectWords } from './labels';
import type { Lead } from './lead';
import type { Output } from './output';
import { quoteOf, type Passage } from './passage';
import { tidyReason } from './reasons';
import type { Target } from './target';

/** An amount inside an explanation. */
export interface Detail {
  item: string;
  code: string | null;
  name: string | null;
  change: bigint | null;
  budget: bigint | null;
  rate?: string;
  passage: Passage;
  from: number;
  figure: number;
  end: number;
  /** Where its own reason begins and ends. */
  reasonFrom?: number;
  to: number;
}

export const DETAIL_ITEM = '增减明细';

interface Reading {
  segment: Segment;
  lead: Lead;
  label: string;
  /** The clause before. */
  before: string;
  passage: Passage;
  /** What stands behind the figure. */
  tail: string;
  subject: Target | null;
  resolve(name: string): Target | null;
}

/** `行政运行费用减少 93.76 万元` → a change; `25 万元为因公出国境预算数` → a budget; anything else → null. */
export function readDetail(reading: Reading): Detail | null {
  const { segment, lead, passage } = reading;
  const { figure } = segment;
  if (!figure.amount) return null;
  const base = { passage, from: segment.start, figure: figure.start, end: figure.end, to: figure.end };
  if (lead.role === 'change') {
    const words = nameOf(reading.label, reading.before);
    const target = reading.subject ?? (words ? resolveLoosely(words, reading.resolve) : null);
    const signed =
      lead.direction < 0 && figure.amount.amount > 0n ? -figure.amount.amount : figure.amount.amount;
    return {
      ...base,
      item: DETAIL_ITEM,
      code: target?.code ?? null,
      name: words ?? target?.name ?? target?.item ?? null,
      change: signed,
      budget: null,
    };
  }
  const budget = /^(?:为|是)(.+?)(?:的)?(?:全年|年初)?预算(?:数|金额|资金)?$/.exec(reading.tail);
  if (budget && isGeneric(lead.label.replace(/^其中/, ''))) {
    const target = reading.resolve(budget[1]!);
    return {
      ...base,
      item: DETAIL_ITEM,
      code: target?.code ?? null,
      name: target?.name ?? budget[1]!,
      change: null,
      budget: figure.amount.amount,
      end: figure.end + reading.tail.length,
    };
  }
  return null;
}

/** The name before 减少: without 费用支出 and 中包括…; where it is only 费用, the clause before names it. */
function nameOf(label: string, before: string): string | null {
  const words = trimmed(label);
  if (words !== '' && !isGeneric(words)) return words;
  const previous = trimmed(subjectWords(before, ''));
  return previous === '' || isGeneric(previous) ? null : previous;
}

function trimmed(label: string): string {
  return label
    .replace(/^(?:相比|相对|相较|比)?(?:去年|上年)(?:度)?/, '')
    .replace(/^(?:本年度|本年|当年)/, '')
    .replace(/^(?:无|没有|取消了?)/, '')
    .replace(/(?:支出)?中?(?:主要)?包括.*$/, '')
    .replace(/^.*(?:原因(?:是|为)?|由于)/, '')
    .replace(/(?<=费)费用支出$|(?<=费用?)支出$/, '');
}

function resolveLoosely(words: string, resolve: (name: string) => Target | null): Target | null {
  for (const name of [
    words,
    words.replace(/费用$/, ''),
    words.replace(/费用支出$|支出费用$/, ''),
    words.replace(/支出费用$/, '支出'),
  ]) {
    const found = resolve(name);
    if (found) return found;
  }
  return null;
}

/** The amount that is being explained within an explanation, until the next one or the end of its sentence. */
export class Details {
  private detail: Detail | null = null;

  constructor(
    private readonly section: string,
    private readonly output: Output,
  ) {}

  open(detail: Detail): void {
    this.end();
    this.detail = detail;
  }

  reasonFrom(position: number): void {
    if (this.detail) this.detail.reasonFrom = position;
  }

  extend(to: number): void {
    if (this.detail) this.detail.to = to;
  }

  rate(value: string): void {
    if (this.detail) this.detail.rate ??= value;
  }

  /** Writes it as a statement: it has no base in the document, so it is no fact. */
  end(): void {
    const detail = this.detail;
    if (!detail) return;
    this.detail = null;
    const { passage, reasonFrom } = detail;
    this.output.statement({
      section: this.section,
      item: detail.item,
      subject_code: detail.code,
      subject_name: detail.name,
      initial_budget: null,
      adjusted_budget: detail.budget,
      final: null,
      change: detail.change,
      prior_final: null,
      change_rate: detail.rate ?? null,
      execution_rate: null,
      share: null,
      reason: reasonFrom === undefined ? null : tidyReason(passage.rawSlice(reasonFrom, detail.to)),
      quote: quoteOf(passage, detail.from, detail.end),
      ...passage.placeAt(detail.figure),
    });
  }
}
