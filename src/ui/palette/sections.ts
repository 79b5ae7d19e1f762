import { grouped, search, type Hit, type SearchEntry } from '../../state/palette';

type SearchIndex = Parameters<typeof search>[0];

/** A heading with its options. */
export interface Section {
  kind: SearchEntry['kind'] | 'recent';
  hits: readonly Hit[];
  /** Found beside those shown. */
  more: number;
}

const MOST_OF_A_KIND = 7;
const FEW = 5;

const asHit = (entry: SearchEntry): Hit => ({ entry, score: 0, label: [], code: [], via: null });

/** What the palette shows for a question; for none: what was last chosen, views, pages and actions. */
export function sectionsOf(
  index: SearchIndex,
  question: string,
  recent: readonly string[],
): { sections: Section[]; found: number } {
  if (question.trim() !== '') {
    const hits = search(index, question);
    return { sections: grouped(hits, MOST_OF_A_KIND), found: hits.length };
  }
  const entries = index.map(({ entry }) => entry);
  const last = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []).slice(0, FEW);
  const shown = new Set(last.map(({ id }) => id));
  const of = (kind: SearchEntry['kind'], most: number): Section => {
    const all = entries.filter((entry) => entry.kind === kind && !shown.has(entry.id));
    return { kind, hits: all.slice(0, most).map(asHit), more: Math.max(0, all.length - most) };
  };
  const sections: Section[] = [
    { kind: 'recent', hits: last.map(asHit), more: 0 },
    of('view', FEW),
    of('page', 12),
    { ...of('action', FEW), more: 0 },
  ];
  const filled = sections.filter(({ hits }) => hits.length > 0);
  return { sections: filled, found: filled.reduce((sum, { hits }) => sum + hits.length, 0) };
}
