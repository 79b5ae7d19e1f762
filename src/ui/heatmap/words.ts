/** Where a Chinese heading may break: `社会保障和就业` → 社会 保障 和 就业. Whole where the browser cannot tell. */
export function words(text: string): string[] {
  if (!('Segmenter' in Intl)) return [text];
  const segmenter = new Intl.Segmenter('zh-Hans-CN', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
