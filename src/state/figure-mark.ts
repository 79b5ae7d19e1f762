import type { EvidenceRequest } from '../analysis/evidence';
import type { Fact } from '../domain/facts';
import { reconciliation, render } from '../i18n';
import type { AppState } from './app.svelte';
import type { FigureState } from './reconciliation.svelte';

/** A quiet mark at a figure: its shape, a short name for who does not see it, and the reason for its hint. */
export interface FigureMark {
  state: FigureState['state'];
  name: string;
  text: string;
}

type Reader = Pick<AppState, 'reconciliation' | 'language'>;

/**
 * The mark of a figure, from the state of the amounts under its evidence; null where there is nothing to tell. Reads
 * reactive state: call it where the figure is drawn.
 */
export function figureMark(
  { reconciliation: states, language }: Reader,
  evidence: EvidenceRequest | null | undefined,
): FigureMark | null {
  const found = states.stateOf(evidence);
  if (!found) return null;
  const { state, facts, findings } = found;
  const say = (name: keyof typeof reconciliation, values: Record<string, string | number> = {}) =>
    render(reconciliation[name], language, values);
  if (state === 'implied') return { state, name: say('implied'), text: say('implied') };
  const [first, ...more] = findings;
  const message = first ? (language === 'zh-CN' ? first.message.zh : first.message.en) : '';
  const because =
    state === 'conflict'
      ? say('conflict_because', { message })
      : say('left_out_because', { n: facts.length, message });
  const others = more.length > 0 ? [say('conflict_more', { n: more.length })] : [];
  return { state, name: say(state), text: [because, ...others].join('\n') };
}

/** The evidence of one fact by its name: for its state where the fact itself is shown. */
export const factEvidence = ({ doc_id, fact_id, stage }: Pick<Fact, 'doc_id' | 'fact_id' | 'stage'>) =>
  ({
    title: '',
    show: 'amount',
    parts: [{ term: stage, at: { doc_ids: [doc_id], fact_ids: [fact_id] } }],
  }) satisfies EvidenceRequest;
