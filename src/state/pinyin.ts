import type { Romanize } from '../analysis/search';

let loading: Promise<Romanize> | null = null;

/**
 * Pinyin of Chinese text, a syllable for each character, without tones (ü as v); 行政 is xing zheng, 银行 yin hang. Its
 * dictionary is loaded when it is first asked for.
 */
export function loadRomanize(): Promise<Romanize> {
  loading ??= import('pinyin-pro').then(({ pinyin }): Romanize => {
    const known = new Map<string, string[]>();
    return (text) => {
      let syllables = known.get(text);
      if (!syllables) {
        const all = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
        syllables = all.map((syllable) => (/^[a-z]+$/.test(syllable) ? syllable : ''));
        known.set(text, syllables);
      }
      return syllables;
    };
  });
  return loading;
}
