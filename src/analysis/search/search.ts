import type { OtherName, Romanize, SearchEntry } from './entry';
import { fold, indexedName, matchCode, matchName, type IndexedName, type Match } from './match';

interface IndexedEntry {
  entry: SearchEntry;
  label: IndexedName;
  others: readonly { name: OtherName; indexed: IndexedName }[];
  detail: IndexedName | null;
}

export type SearchIndex = readonly IndexedEntry[];

/** One entry found. */
export interface Hit {
  entry: SearchEntry;
  score: number;
  /** The parts of the label, and of the code, that were asked for: [from, to). */
  label: Match['ranges'];
  code: Match['ranges'];
  /** The other name that fits where the label does not. */
  via: OtherName | null;
}

const NO_SYLLABLES: Romanize = () => [];

/** Prepares entries; without `romanize` they are found by characters and codes alone. */
export function searchIndex(entries: readonly SearchEntry[], romanize: Romanize = NO_SYLLABLES): SearchIndex {
  const indexed = (text: string) => indexedName(text, romanize(text));
  return entries.map((entry) => ({
    entry,
    label: indexed(entry.label),
    others: (entry.others ?? []).map((name) => ({ name, indexed: indexed(name.name) })),
    detail: entry.detail ? indexed(entry.detail) : null,
  }));
}

/** Weaker than the same fit of the label. */
const OTHER_NAME = 0.9;
const DETAIL = 0.5;

function hitOf(words: readonly string[], indexed: IndexedEntry): Hit | null {
  const hit: Hit = { entry: indexed.entry, score: 0, label: [], code: [], via: null };
  for (const word of words) {
    const code = indexed.entry.code ? matchCode(word, indexed.entry.code) : null;
    const label = matchName(word, indexed.label);
    const other = indexed.others
      .map(({ name, indexed: own }) => ({ name, match: matchName(word, own) }))
      .reduce<{ name: OtherName; score: number } | null>((best, { name, match }) => {
        const score = match ? match.score * OTHER_NAME : -1;
        return match && score > (best?.score ?? -1) ? { name, score } : best;
      }, null);
    const detail = indexed.detail ? matchName(word, indexed.detail) : null;
    const best = Math.max(
      code?.score ?? -1,
      label?.score ?? -1,
      other?.score ?? -1,
      detail ? detail.score * DETAIL : -1,
    );
    if (best < 0) return null;
    hit.score += best / words.length;
    if (code) hit.code = code.ranges;
    if (label) hit.label = [...hit.label, ...label.ranges];
    if (other && other.score === best) hit.via = other.name;
  }
  hit.label = hit.label.toSorted((a, b) => a[0] - b[0]);
  hit.score += indexed.entry.weight ?? 0;
  return hit;
}

/** Hits that fit so much worse than the best one are left out: initials strewn over a long name fit by chance. */
const LEAST_OF_BEST = 0.45;

/**
 * The entries that fit every word of the question, the best first. An empty question finds nothing. Entries that fit
 * equally well stay in their order.
 */
export function search(index: SearchIndex, question: string): Hit[] {
  const words = fold(question.trim())
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const hits = index.flatMap((indexed) => hitOf(words, indexed) ?? []).sort((a, b) => b.score - a.score);
  const least = (hits[0]?.score ?? 0) * LEAST_OF_BEST;
  return hits.filter(({ score }) => score >= least);
}

/** Hits by kind, the kind with the best hit first, at most `most` of each and how many there are beside them. */
export function grouped(
  hits: readonly Hit[],
  most: number,
): { kind: SearchEntry['kind']; hits: Hit[]; more: number }[] {
  const groups = new Map<SearchEntry['kind'], Hit[]>();
  for (const hit of hits) {
    const { kind } = hit.entry;
    const known = groups.get(kind);
    if (known) known.push(hit);
    else groups.set(kind, [hit]);
  }
  return [...groups].map(([kind, all]) => ({
    kind,
    hits: all.slice(0, most),
    more: Math.max(0, all.length - most),
  }));
}
