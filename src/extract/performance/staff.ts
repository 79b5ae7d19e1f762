import type { Output } from '../prose/output';
import { quoteOf, type Passage } from '../prose/passage';

const PATTERNS: readonly { code: 'staff_established' | 'staff_present'; pattern: RegExp }[] = [
  {
    code: 'staff_established',
    pattern:
      /(?:核定|批准)?((?:行政|事业|工勤|参公|机关)?)编制(?:数|人数|总数)?(?:为|共|：)?(\d+)(?:名|人|个)/g,
  },
  {
    code: 'staff_present',
    pattern:
      /()(?:在职(?:在编)?(?:人员|人数|职工)|在编(?:在职)?(?:人员|人数)|(?:实际)?在岗(?:人员|人数)|现有(?:在职)?(?:干部)?(?:职工|人员))(?:共|为|：)?(\d+)(?:名|人)/g,
  },
];

/** 编制 and people in post: `核定编制数为 53 人（行政编制 34 人…），在职人数 57 人`; the kind of 编制 is the subject. */
export function readStaff(passage: Passage, output: Output): void {
  for (const { code, pattern } of PATTERNS) {
    for (const match of passage.text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      output.indicator({
        code,
        subject_name: match[1] ? `${match[1]}编制` : null,
        value: match[2]!,
        unit: '人',
        quote: quoteOf(passage, match.index, end),
        ...passage.placeAt(end - 2),
      });
      if (!match[1]) readParts(passage, end, code, output);
    }
  }
}

/** `，其中：行政人员 34 人、工勤人员 10 人、…`: people by kind behind a total; ends with the sentence. */
function readParts(
  passage: Passage,
  from: number,
  code: 'staff_established' | 'staff_present',
  output: Output,
): void {
  const rest = passage.text.slice(from);
  const lead = /^[，,]?(?:其中)[：:]?/.exec(rest);
  if (!lead) return;
  let at = from + lead[0].length;
  for (;;) {
    const part = /^[，,、]?(?:和|及)?([\u4e00-\u9fff]{2,14}?)(\d+)(?:名|人)/.exec(passage.text.slice(at));
    if (!part) return;
    output.indicator({
      code,
      subject_name: part[1]!,
      value: part[2]!,
      unit: '人',
      quote: quoteOf(passage, at, at + part[0].length),
      ...passage.placeAt(at + part[0].length - 2),
    });
    at += part[0].length;
  }
}
