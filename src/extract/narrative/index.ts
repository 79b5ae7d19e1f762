import type { Page } from '../../documents/page';
import type { ExtractContext, Findings } from '../context';
import { NARRATIVE_ROLES } from '../prose/lead';
import { proseLines } from '../prose/lines';
import { Output } from '../prose/output';
import { passageOf } from '../prose/passage';
import type { Grammar } from '../prose/grammar';
import { ClauseReader } from '../prose/reader';
import { targetKey, type Target } from '../prose/target';
import { sectionsOf, zonesOf, type Section } from '../prose/zones';
import { isThreshold, readAssets } from './assets';
import { CountReader } from './counts';
import { labelTarget } from './labels';
import { openingOf, partTarget } from './parts';
import { functionTarget } from './subjects';
import { topicOf, type Topic } from './topics';

/**
 * Reads 决算情况说明: every amount with what it says (年初预算, 支出决算, change against last year and the last-year
 * figure that it implies), rates, shares and reasons as statements, counts as indicators. Amounts in 分. Figures stand
 * as the narrative prints them, also where the forms say otherwise. An amount that no rule takes is a warning
 * `narrative_amount_unread` with its line; 名词解释 and the performance part are not read here, and nothing of a budget.
 */
export function extractNarrative(pages: Page[], context: ExtractContext): Findings {
  const output = new Output(context, 'narrative');
  // 预算情况说明 compares budgets with budgets in the same words: read by these rules it would be taken for an account.
  if (context.document.kind !== 'final_account') return output.findings;
  for (const zone of zonesOf(proseLines(pages))) {
    if (zone.kind !== 'narrative') continue;
    for (const section of sectionsOf(zone)) {
      const topic = topicOf(section.titles);
      if (topic !== 'performance') readSection(section, topic, context, output);
    }
  }
  return output.findings;
}

function readSection(section: Section, topic: Topic, context: ExtractContext, output: Output): void {
  const { department, fiscal_year } = context.document;
  const reader = new ClauseReader(
    section.label,
    grammarOf(topic, context, output),
    output,
    fiscal_year,
    department,
  );
  for (const paragraph of section.paragraphs) reader.read(passageOf(paragraph));
}

function grammarOf(topic: Topic, context: ExtractContext, output: Output): Grammar {
  const counts = new CountReader(output);
  const resolve = (label: string, parts: Target | null): Target | null => {
    if (parts) {
      // The list may run on into a clause about its own subject: …等，机关运行经费较上年决算数增加….
      const own = labelTarget(label, topic);
      return own && targetKey(own) === targetKey(parts) ? own : partTarget(parts, label);
    }
    return functionOf(label, topic, context) ?? labelTarget(label, topic);
  };
  return {
    roles: NARRATIVE_ROLES,
    unreadCode: 'narrative_amount_unread',
    resolve,
    announce: (clause) => {
      const found =
        /（[类款项]）/.test(clause) || topic === 'general' ? functionOf(clause, topic, context) : null;
      return found ?? (topic === 'three_public' ? labelTarget(clause, topic) : null);
    },
    openParts: (label, current) => {
      if (topic !== 'basic' && topic !== 'operating') return null;
      const opening = openingOf(label);
      if (!opening) return null;
      const parent = opening.subject === '' ? current : labelTarget(opening.subject, topic);
      return { parts: parent, label: opening.rest };
    },
    amount: (segment, _clause, passage) => isThreshold(segment, passage),
    other: (clause, passage) => {
      if (topic === 'three_public') counts.read(clause, passage);
      if (topic === 'assets') readAssets(clause, passage, output);
    },
  };
}

/** Functional subjects are named in 五, and in the reasons that 四 gives for its changes. */
function functionOf(label: string, topic: Topic, context: ExtractContext): Target | null {
  const named = topic === 'general' || topic === 'fiscal_totals' || /（[类款项]）/.test(label);
  return named ? functionTarget(label, context.subjects) : null;
}

export { labelTarget } from './labels';
export { topicOf } from './topics';
