export interface Part {
  text: string;
  marked: boolean;
}

/** A text cut at its ranges [from, to), which may overlap. */
export function markedParts(text: string, ranges: readonly (readonly [from: number, to: number])[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < text.length; at++) {
    const marked = ranges.some(([from, to]) => at >= from && at < to);
    const last = parts.at(-1);
    if (last?.marked === marked) last.text += text[at]!;
    else parts.push({ text: text[at]!, marked });
  }
  return parts;
}
