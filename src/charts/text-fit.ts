/** Width of a text in pixels, near enough to place it: CJK characters one em, others about half. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const c of text) width += (c.codePointAt(0)! > 0x2e7f ? 1 : 0.56) * size;
  return width;
}

/** Cuts a text to a width, with … at its end. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}

/** A heading in at most two lines of a width. */
export function twoLines(text: string, width: number, size: number): string[] {
  if (textWidth(text, size) <= width) return [text];
  const words = text.includes(' ') ? text.split(/(?<= )/) : [...text];
  let first = '';
  while (words.length > 0 && textWidth(first + words[0]!, size) <= width) first += words.shift()!;
  return first === '' ? [fitted(text, width, size)] : [first, fitted(words.join(''), width, size)];
}
