import { halfWidth } from '../../domain/money';

/** A name prepared for matching; one element a character. */
export interface IndexedName {
  text: string;
  /** Lower case, half-width digits: as long as `text`. */
  folded: string;
  /** Syllables of Chinese characters; letters and digits stand for themselves, '' is passed over. */
  syllables: readonly string[];
  /** The first letter of each syllable; a blank where there is none. */
  initials: string;
}

/** How well a word fits a name, 0 … 110, and the parts of the name that it fits: [from, to). */
export interface Match {
  score: number;
  ranges: readonly (readonly [from: number, to: number])[];
}

const HAN = /\p{Script=Han}/u;
const LETTERS = /^[a-zü]+$/;

/** Text as it is compared. As long as the given one: what changes its length in lower case stays. */
export function fold(text: string): string {
  return halfWidth(text).replace(/[^\u0000-\u007f]|[A-Z]/g, (c) => {
    const lower = c.toLowerCase();
    return lower.length === c.length ? lower : c;
  });
}

export function indexedName(text: string, syllables: readonly string[]): IndexedName {
  const folded = fold(text);
  const spoken = Array.from({ length: folded.length }, (_, i) => {
    const own = folded[i]!;
    return /[a-z0-9]/.test(own) ? own : (syllables[i] ?? '');
  });
  return { text, folded, syllables: spoken, initials: spoken.map((one) => one[0] ?? ' ').join('') };
}

/** Neighbouring positions → ranges. */
function rangesOf(positions: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const at of positions) {
    const last = ranges.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else ranges.push([at, at + 1]);
  }
  return ranges;
}

/** Shorter names before longer ones that fit as well. */
const shorterFirst = (name: IndexedName, word: string) =>
  Math.min(8, (name.folded.length - word.length) * 0.2);

function literal(word: string, name: IndexedName): Match | null {
  const at = name.folded.indexOf(word);
  if (at < 0) return null;
  const whole = name.folded.length === word.length;
  const atWord = at > 0 && !/[a-z]/.test(name.folded[at - 1]!);
  const base = whole ? 100 : at === 0 ? 90 : !LETTERS.test(word) || atWord ? 72 : 35;
  return { score: base - shorterFirst(name, word), ranges: [[at, at + word.length]] };
}

/** Characters of the word in their order, with others between: 市政务 in 临夏市（…）政务中心. */
function scattered(word: string, text: string): number[] | null {
  const positions: number[] = [];
  let from = 0;
  for (const character of word) {
    const at = text.indexOf(character, from);
    if (at < 0) return null;
    positions.push(at);
    from = at + 1;
  }
  return positions;
}

/** What may be typed for one syllable before the next: all of it, its first letter, or zh ch sh. */
function partsOf(syllable: string): string[] {
  const parts = new Set([syllable, /^[zcs]h/.test(syllable) ? syllable.slice(0, 2) : '', syllable[0]!]);
  return [...parts].filter((part) => part !== '');
}

/** Characters from `at` on whose syllables spell the rest of the word, without leaving one out. */
function spelt(word: string, syllables: readonly string[], at: number): number[] | null {
  if (word === '') return [];
  const syllable = syllables[at];
  if (syllable === undefined) return null;
  // Brackets and quotes between characters are not spoken.
  if (syllable === '') return spelt(word, syllables, at + 1);
  if (syllable.startsWith(word)) return [at];
  for (const part of partsOf(syllable)) {
    if (!word.startsWith(part)) continue;
    const rest = spelt(word.slice(part.length), syllables, at + 1);
    if (rest) return [at, ...rest];
  }
  return null;
}

/** Whole syllables in their order, with other characters between: rendachangwei in 人民代表大会常务委员会. */
function speltApart(word: string, syllables: readonly string[], from = 0): number[] | null {
  if (word === '') return [];
  for (let at = from; at < syllables.length; at++) {
    const syllable = syllables[at]!;
    if (syllable.length < 2 || !word.startsWith(syllable)) continue;
    const rest = speltApart(word.slice(syllable.length), syllables, at + 1);
    if (rest) return [at, ...rest];
  }
  return null;
}

function spoken(word: string, name: IndexedName): Match | null {
  const first = name.initials.search(/\S/);
  // One letter says little: only what begins with it.
  const end = word.length === 1 ? first + 1 : name.initials.length;
  for (let at = Math.max(0, first); at < end; at++) {
    if (name.initials[at] !== word[0]) continue;
    const positions = spelt(word, name.syllables, at);
    if (!positions) continue;
    const all = positions.length === name.syllables.filter((syllable) => syllable !== '').length;
    const base = all ? 85 : at === first ? 78 : 60;
    return { score: base - shorterFirst(name, word), ranges: rangesOf(positions) };
  }
  if (word.length < 3) return null;
  const apart = speltApart(word, name.syllables);
  if (apart) return { score: 38 - shorterFirst(name, word), ranges: rangesOf(apart) };
  const positions = scattered(word, name.initials);
  return positions ? { score: 22 - shorterFirst(name, word), ranges: rangesOf(positions) } : null;
}

/**
 * Fits one word (folded, not empty) to a name: as written, as characters in their order, by full pinyin, by initials or
 * by a mixture of both (xzyx, xingzhengyx). Null where it does not fit.
 */
export function matchName(word: string, name: IndexedName): Match | null {
  const found = literal(word, name);
  if (found && found.score > 60) return found;
  if (LETTERS.test(word)) {
    const heard = spoken(word.replaceAll('ü', 'v'), name);
    return heard && (!found || heard.score > found.score) ? heard : found;
  }
  if (found || word.length < 2 || ![...word].every((c) => HAN.test(c))) return found;
  const positions = scattered(word, name.folded);
  return positions ? { score: 42 - shorterFirst(name, word), ranges: rangesOf(positions) } : null;
}

/** A code by its beginning; the shorter first. */
export function matchCode(word: string, code: string): Match | null {
  const folded = fold(code);
  if (!folded.startsWith(word)) return null;
  const more = folded.length - word.length;
  return { score: more === 0 ? 110 : 96 - more, ranges: [[0, word.length]] };
}
