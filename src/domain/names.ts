const PAIRS: Record<string, string> = {
  '(': '（',
  ')': '）',
  '﹙': '（',
  '﹚': '）',
  ',': '，',
  ':': '：',
  ';': '；',
};

/** A name as it should stand: no blanks inside, full-width brackets, one kind of quotes. */
export function standardName(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000]+/g, '')
    .replace(/[()﹙﹚,:;]/g, (c) => PAIRS[c] ?? c)
    .replace(/["＂„‟]/g, '”')
    .replace(/[“”]([^“”]*)[“”]/g, '“$1”');
}

/** Text for comparing titles and names: no blanks, brackets, quotes or separators. */
export function comparable(text: string): string {
  return text.replace(/[\s\u00a0\u3000()（）﹙﹚"“”'‘’＂、，,:：;；.．·《》<>]/g, '');
}
