import { comparable } from './names';

/** Ways to write one and the same word in the name of a body, longest first. */
const SHORT: readonly [RegExp, string][] = [
  [/^(中国共产党|中共)/, ''],
  [/人民代表大会/g, '人大'],
  // The place stands inside the name of this body, and what is left of it would read as the Party's committee.
  [/^(?:中国人民政治协商会议|政治协商会议|政协)(.+?)委员会/, '$1政协'],
  [/中国人民政治协商会议|政治协商会议/g, '政协'],
  [/常务委员会|常务委员/g, '常委会'],
  [/人民政府/g, '政府'],
  [/人民检察院/g, '检察院'],
  [/人民法院/g, '法院'],
  [/纪律检查委员会/g, '纪委'],
  [/监察委员会/g, '监委'],
  [/(省|市|区|县|旗|州|乡|镇)委员会/g, '$1委'],
  [/办公[室厅]/g, '办'],
  [/(?:街道)?办事处$/g, '街道'],
];

/** 省, 市 and 区 at the head of a name, each as printed (上海市普陀区…, 江苏省…). */
const PLACE =
  /^(?:[^省市县区]{2,6}?(?:省|自治区))?(?:[^省县]{2,7}?(?:市|自治州|州|盟))?(?:[^省市]{1,6}?(?:区|县|旗))?/;

/** A body's name with its words in one form and without brackets; with the place at its head left out on demand. */
function canonical(name: string, withPlace: boolean): string {
  let text = comparable(name);
  for (const [pattern, short] of SHORT) text = text.replace(pattern, short);
  return withPlace ? text : text.replace(PLACE, '') || text;
}

/** Shared pairs of neighbouring characters, 0 … 1 (Dice). */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / (left.length + right.length);
}

export interface NearName {
  name: string;
  /** `same`: the same words written in another way; `near`: alike, the reader decides. */
  match: 'same' | 'near';
}

const NEAR = 0.8;
const MOST = 3;

/**
 * Names of `known` under which the body `name` may already be loaded, the likeliest first, at most three. Empty where
 * `name` itself is known. A likeness is only a proposal: 省委办公厅 and 省政府办公厅 are two bodies.
 */
export function nearDepartments(name: string, known: readonly string[]): NearName[] {
  if (name === '' || known.includes(name)) return [];
  const full = canonical(name, true);
  const bare = canonical(name, false);
  return known
    .flatMap((other): (NearName & { score: number })[] => {
      const otherFull = canonical(other, true);
      const otherBare = canonical(other, false);
      const placed = full !== bare && otherFull !== otherBare;
      // One of the two prints no place: the words alone decide. Both print one: it must be the same.
      if (full === otherFull || (!placed && bare === otherBare && bare.length > 2))
        return [{ name: other, match: 'same', score: 2 }];
      const score = placed ? likeness(full, otherFull) : likeness(bare, otherBare);
      return score >= NEAR ? [{ name: other, match: 'near', score }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name: near, match }) => ({ name: near, match }));
}
