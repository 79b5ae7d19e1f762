import type { Clause } from './clauses';
import { readLead, versusIn } from './lead';
import type { Grammar } from './grammar';

// 原因分析 and 问题及原因 open a list of shortcomings, not the reason of a figure.
const MARKER =
  /(?:存在差异|有差异)?的?(?<!问题[、及和与])(?:主要)?原因(?:主要)?(?:是由于|是因为|是因|是|为|系|在于|有|[：]|$)[：]?|主要(?:是由于|是因为|系|由于|因为)|主要是(?=\D)/;

/** Where a clause begins to give a reason: positions of the marker within the clause. */
export function reasonIn(text: string): { start: number; end: number } | null {
  const match = MARKER.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** True where a clause no longer belongs to the reason before it. */
export function stopsReason(
  clause: Clause,
  grammar: Grammar,
  fiscalYear: number,
  changeKnown: boolean,
): boolean {
  const { text } = clause;
  if (/^其中$/.test(text)) return true;
  if (/用途主要?包括|主要包括|主要用于/.test(text)) return true;
  if (/^决算数(?:大于|小于|等于|与|较|比)/.test(text)) return true;
  if (grammar.announce?.(text)) return true;
  const base = /^(?:与|较|比|同)/.test(text) ? versusIn(text, fiscalYear) : null;
  if (base?.versus === 'last_year') return !changeKnown || clause.segments.length === 0;
  const first = clause.segments.find((segment) => segment.figure.kind === 'money');
  if (!first || reasonIn(text)) return false;
  const role = readLead(first.lead, grammar.roles, fiscalYear).role;
  return role === 'initial_budget' || role === 'adjusted_budget' || role === 'final';
}

/** A reason's own words, without the punctuation around them; null where nothing is said. */
export function tidyReason(words: string): string | null {
  const text = words.replace(/^[\s，,：:；;。.、]+|[\s，,：:；;。、]+$/g, '');
  return text === '' ? null : text;
}
