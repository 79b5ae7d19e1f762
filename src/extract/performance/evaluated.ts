import type { ProseLine } from '../prose/lines';
import type { Output } from '../prose/output';

const COUNTED = /((?:[一二]级)?项目(\d+)个[，,、]?(?:其中)?(?:二级项目(\d+)个[，,]?)?(?:共)?涉及资金)/;
/** Lines that the sentence may wrap over. */
const WRAPS = 3;

/** How many projects the self-evaluation covers: `一级项目 0 个，二级项目 3 个，共涉及资金 44.88 万元`. */
export function readEvaluated(lines: readonly ProseLine[], output: Output): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.cells || !/项目/.test(line.text)) continue;
    const own = line.text.replace(/\s+/g, '').length;
    const text = lines
      .slice(at, at + WRAPS)
      .map((one) => one.text)
      .join('')
      .replace(/\s+/g, '');
    const match = COUNTED.exec(text);
    if (!match || match.index >= own) continue;
    output.indicator({
      code: 'projects_evaluated',
      subject_name: null,
      value: String(Number(match[2]) + Number(match[3] ?? 0)),
      unit: '个',
      quote: match[1]!,
      page: line.page,
      line: line.number,
    });
    return;
  }
}
