import type { DocumentRow } from '../../domain/facts';
import { formLabel, formTitle, type Language } from '../../i18n';
import type { DrawnEdge, DrawnNode, GraphState } from '../../ui/forms-graph';
import {
  NARRATIVE,
  otherDocument,
  PERFORMANCE,
  type FormsGraph,
  type Place,
  type Tally,
} from './graph-model';
import { documentName, type Words } from './words';

const holding = ({ exact, rounding }: Tally) => exact + rounding;
export const asked = (tally: Tally) => holding(tally) + tally.conflict + tally.remark + tally.unknown;

export function stateOf(tally: Tally): GraphState {
  if (tally.conflict > 0) return 'broken';
  if (tally.remark > 0) return 'remark';
  if (tally.unknown > 0) return 'unknown';
  return holding(tally) > 0 ? 'holds' : 'none';
}

/** `✗ 2` where something contradicts, `! 1` where it may, `? 1` where nothing could be told, else how many hold. */
export function badgeOf(tally: Tally): string {
  switch (stateOf(tally)) {
    case 'broken':
      return `✗ ${tally.conflict + tally.remark}`;
    case 'remark':
      return `! ${tally.remark}`;
    case 'unknown':
      return `? ${tally.unknown}`;
    case 'holds':
      return `✓ ${holding(tally)}`;
    case 'none':
      return '';
  }
}

/** A tally in words. */
export function tallyText(tally: Tally, t: Words): string {
  const parts = (['exact', 'rounding', 'conflict', 'remark', 'unknown'] as const)
    .filter((outcome) => tally[outcome] > 0)
    .map((outcome) => t(`outcome_${outcome}`, { n: tally[outcome] }));
  return parts.length > 0 ? parts.join(' · ') : t('outcome_none');
}

/** What a place is called: short, and in full. */
export function placeName(
  place: Place,
  documents: readonly DocumentRow[],
  language: Language,
  t: Words,
): { label: string; title: string } {
  if (place === NARRATIVE) return { label: t('place_narrative'), title: t('place_narrative_title') };
  if (place === PERFORMANCE) return { label: t('place_performance'), title: t('place_performance_title') };
  const other = otherDocument(place);
  if (other === null) return { label: formLabel(place, language), title: formTitle(place, language) };
  const document = documents.find(({ doc_id }) => doc_id === other);
  if (!document) return { label: other, title: '' };
  return {
    label: `${document.fiscal_year} ${t(`kind_${document.kind}`)}`,
    title: documentName(document, t),
  };
}

/** The graph as it is drawn. */
export function drawnGraph(
  { nodes, edges }: FormsGraph,
  documents: readonly DocumentRow[],
  language: Language,
  t: Words,
): { nodes: DrawnNode[]; edges: DrawnEdge[] } {
  const nameOf = (place: Place) => placeName(place, documents, language, t);
  return {
    nodes: nodes.map(({ place, tally }) => {
      const name = nameOf(place);
      return {
        id: place,
        ...name,
        badge: badgeOf(tally),
        state: stateOf(tally),
        name: t('node_name', { label: name.label, title: name.title, tally: tallyText(tally, t) }),
      };
    }),
    edges: edges.map(({ id, from, to, tally }) => ({
      id,
      from,
      to,
      badge: badgeOf(tally),
      state: stateOf(tally),
      name: t('edge_name', { from: nameOf(from).label, to: nameOf(to).label, tally: tallyText(tally, t) }),
    })),
  };
}
