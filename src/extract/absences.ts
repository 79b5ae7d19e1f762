import type { AbsenceState, DocumentRow, Fact, FormAbsence, Warning } from '../domain/facts';
import type { PlacedLine } from './lines';

/** A form that the document has, told by its title's line. */
export interface StandingForm {
  form: string;
  title: PlacedLine;
}

interface Note {
  quote: string;
  page: number | null;
  line: number;
}

/** How far below its title a form and its notes may reach, in lines. */
const REACH = 90;
/** Lines that one sentence of a note may wrap over. */
const WRAPS = 4;
/** A line that goes on in the next one is at least this long. */
const WRAPPED = 16;
const LONGEST = 120;
/** Instructions of the form's template that a document left in. */
const TEMPLATE = /下述说明|仍保留/;

const PART = /^#*\s*第[一二三四五六七八九十]+部分/;
const MARKED = /^[\s*]*((注|说明|备注)\s*[:：]|[（(]\s*(无|没有|本(部门|单位)))/;
const THIS_FORM = /本表|此表|该表|空表/;
/** Words that say there is nothing to publish. */
const NOTHING =
  /(没有|无|未|不涉及|不存在)[^。；]*(基金|数据|收入|支出|收支|预算|安排|资金|经费|内容|项目|公开|发生)|空表|(本|此|该)表为空|为空表/;
/** The same of this form, told outright: nothing else can be meant. */
const EMPTY_FORM = /((本|此|该)表)[^。；]{0,6}(无数据|没有数据|为空|空表|无内容)|故[^。；]{0,6}(无数据|为空)/;

/** Words of the narrative about what a form would hold. */
const SUBJECTS: Readonly<Record<string, string>> = {
  '07': '政府性基金',
  B07: '政府性基金',
  '08': '国有资本经营',
  B08: '国有资本经营',
  '09': '“?三公”?经费',
  B09: '“?三公”?经费',
};

/**
 * Forms of the document without amounts, and whether a note says that there is nothing to publish; also forms with
 * amounts whose note says that they are empty. `stops` are titles of other tables, where a form's own lines end.
 */
export function formAbsences(
  document: DocumentRow,
  lines: readonly PlacedLine[],
  standing: readonly StandingForm[],
  stops: readonly PlacedLine[],
  facts: readonly Fact[],
  warnings: readonly Warning[],
): FormAbsence[] {
  const titles = new Set([...standing.map(({ title }) => title), ...stops]);
  const inForm = (form: string) => facts.filter((fact) => fact.form === form);
  return [...new Set(standing.map(({ form }) => form))].flatMap((form): FormAbsence[] => {
    const own = inForm(form);
    const note =
      standing
        .filter((one) => one.form === form)
        .map(({ title }) => noteUnder(lines, title, titles))
        .find((found) => found !== null) ?? null;
    const absence = (state: AbsenceState, from: Note | null): FormAbsence[] => [
      {
        doc_id: document.doc_id,
        form,
        state,
        quote: from?.quote ?? null,
        page: from?.page ?? null,
        line: from?.line ?? null,
      },
    ];
    if (own.length > 0) {
      const contradicted = note && EMPTY_FORM.test(note.quote) && own.some(({ amount }) => amount !== 0n);
      return contradicted ? absence('noted_with_data', note) : [];
    }
    if (note) return absence('empty_noted', note);
    if (warnings.some((warning) => warning.form === form && UNREAD.test(warning.code)))
      return absence('unread', null);
    return absence('empty', told(lines, form));
  });
}

const UNREAD = /^(amount_|row_unrecognised|code_unrestored|column_missing|line_unread)/;

/** The sentence under a form that says there is nothing to publish. */
function noteUnder(
  lines: readonly PlacedLine[],
  title: PlacedLine,
  titles: ReadonlySet<PlacedLine>,
): Note | null {
  const from = lines.indexOf(title) + 1;
  for (let at = from; at < Math.min(lines.length, from + REACH); at++) {
    const line = lines[at]!;
    if (titles.has(line) || PART.test(line.text)) return null;
    if (!MARKED.test(line.text) && !THIS_FORM.test(line.text)) continue;
    const sentence = sentenceAt(lines, at, (text) => NOTHING.test(text));
    if (sentence) return { quote: sentence, page: line.page, line: line.number };
  }
  return null;
}

function sentenceAt(
  lines: readonly PlacedLine[],
  at: number,
  wanted: (text: string) => boolean,
): string | null {
  let text = lines[at]!.text.trim();
  for (let next = at + 1; next < Math.min(at + WRAPS, lines.length); next++) {
    // A short line does not wrap, nor does one that ends its sentence.
    const last = lines[next - 1]!.text.trim();
    if (last.length < WRAPPED || /[。）)]$/.test(last) || MARKED.test(lines[next]!.text)) break;
    text += lines[next]!.text.trim();
  }
  const sentences = text.split(/(?<=[。；])/);
  // What follows the first sentence may be of another line; only sentences that begin on this one count.
  let begins = 0;
  for (const sentence of sentences) {
    if (begins >= lines[at]!.text.trim().length) return null;
    begins += sentence.length;
    if (wanted(sentence) && !TEMPLATE.test(sentence)) return sentence.trim().slice(0, LONGEST);
  }
  return null;
}

/** What the narrative says of a form that stands empty without a note of its own. */
function told(lines: readonly PlacedLine[], form: string): Note | null {
  const subject = SUBJECTS[form];
  if (!subject) return null;
  const none = '(?:没有|无|未|不涉及)';
  const pattern = new RegExp(
    `${none}[^。；：]{0,12}${subject}|${subject}[^。；：]{0,24}(?:${none}|[为是]\\s*(?:0|零))`,
  );
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    // A heading without a stop is no sentence.
    if (/说明$/.test(line.text.trim())) continue;
    const sentence = sentenceAt(lines, at, (text) => /[。；]$/.test(text) && pattern.test(text));
    if (sentence && !THIS_FORM.test(sentence)) return { quote: sentence, page: line.page, line: line.number };
  }
  return null;
}
