import { isLooseNumber, type ProseLine } from './lines';

/** The parts of a disclosure, by what stands in them. */
export type ZoneKind =
  'overview' | 'forms' | 'narrative' | 'performance' | 'glossary' | 'report' | 'self_evaluation' | 'other';

export interface Zone {
  kind: ZoneKind;
  /** The heading that opened it, e.g. 人大会议项目支出绩效自评表. */
  title: string;
  lines: ProseLine[];
}

const PART = /^第[一二三四五六七八九十]+部分/;
const ATTACHMENT = /^附件?\s*[:：]?\s*\d{0,2}\s*[:：]?$/;
const LISTED = /^(?:附件?|附表)\s*[:：]?\s*\d|[，,。；;、]|见附件/;
const SELF_EVALUATION = /(?:绩效|自评|评价)[^，。；]{0,12}表$/;
const REPORT = /(?:自评|评价|自评\/评价)报告$/;
const FORM = /^(?:公开|财决公开|批复|决公开)?\s*\d{0,2}\s*表$|^公开\s*\d{1,2}\s*表/;
const NARRATIVE = /^[一二][、.．].*(?:收入支出|收支|收、支).*情况说明$/;
const GLOSSARY = /^(?:[一二三四五六七八九十]+[、.．])?名词解释$/;

/** Splits a document into its parts by their headings. A table of contents makes zones without figures. */
export function zonesOf(lines: readonly ProseLine[]): Zone[] {
  const zones: Zone[] = [];
  let zone: Zone = { kind: 'other', title: '', lines: [] };
  const open = (kind: ZoneKind, title: string): void => {
    zones.push(zone);
    zone = { kind, title, lines: [] };
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const text = line.text.replace(/\s+/g, '');
    if (line.cells === null && PART.test(text)) {
      const title = /决算|绩效|解释|概况|预算|附/.test(text.replace(PART, ''))
        ? text
        : text + (lines[i + 1]?.text.replace(/\s+/g, '') ?? '');
      open(partKind(title, zone.kind), title);
      continue;
    }
    if (line.cells !== null || text.length > 45) {
      zone.lines.push(line);
      continue;
    }
    if (ATTACHMENT.test(text)) open('other', text);
    else if (FORM.test(text)) open('forms', text);
    else if (GLOSSARY.test(text)) open('glossary', text);
    else if (NARRATIVE.test(text) && zone.kind !== 'narrative') {
      open('narrative', text);
      zone.lines.push(line);
    } else if (!LISTED.test(text) && SELF_EVALUATION.test(text)) open('self_evaluation', titled(text, zone));
    else if (!LISTED.test(text) && REPORT.test(text)) open('report', titled(text, zone));
    else zone.lines.push(line);
  }
  zones.push(zone);
  return zones.filter((z) => z.lines.length > 0);
}

/** A title that wraps: its first half is the only line since the attachment's number. */
function titled(text: string, zone: Zone): string {
  const before =
    zone.kind === 'other' && zone.lines.length === 1 ? zone.lines[0]!.text.replace(/\s+/g, '') : '';
  return before !== '' && !/[。；：]$/.test(before) ? before + text : text;
}

function partKind(title: string, current: ZoneKind): ZoneKind {
  if (/名词解释/.test(title)) return 'glossary';
  if (/绩效/.test(title)) return 'performance';
  if (/情况|说明/.test(title)) return 'narrative';
  if (/表|报表/.test(title)) return 'forms';
  if (/概况|职责|简介/.test(title)) return 'overview';
  if (/附件|附表/.test(title)) return 'other';
  return current === 'overview' ? 'overview' : 'other';
}

export interface Section {
  /** 五（三）; '' before the first heading. */
  label: string;
  /** Titles from the outer to the inner heading. */
  titles: string[];
  /** Lines of each paragraph. */
  paragraphs: ProseLine[][];
}

const LEVEL_1 = /^([一二三四五六七八九十]{1,3})[、.．]\s*/;
const LEVEL_2 = /^[（(]([一二三四五六七八九十]{1,3})[）)]\s*[、.．]?\s*/;
const LEVEL_3 = /^(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、]|[①-⑳])(?!\d)/;

/**
 * Cuts a zone at its headings 一、 and （一） and joins wrapped lines into paragraphs. Only a number (1. （2） ①) starts a
 * paragraph: a full stop at the end of a line may as well be the end of a wrapped line, with the reason on the next.
 */
export function sectionsOf(zone: Zone): Section[] {
  const sections: Section[] = [];
  const width = Math.max(
    ...zone.lines.filter((line) => line.cells === null).map((line) => line.text.length),
    0,
  );
  let outer = { label: '', title: '' };
  let section: Section = { label: '', titles: [], paragraphs: [] };
  let paragraph: ProseLine[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) section.paragraphs.push(paragraph);
    paragraph = [];
  };
  const open = (label: string, titles: string[]): void => {
    endParagraph();
    sections.push(section);
    section = { label, titles, paragraphs: [] };
  };
  for (const line of zone.lines) {
    if (isLooseNumber(line)) continue;
    if (line.cells !== null) {
      endParagraph();
      continue;
    }
    const text = line.text;
    const one = LEVEL_1.exec(text);
    const two = one ? null : LEVEL_2.exec(text);
    if (one || two) {
      const match = (one ?? two)!;
      const rest = text.slice(match[0].length);
      const heading = headingOf(rest);
      if (one) outer = { label: one[1]!, title: heading.title };
      open(
        one ? one[1]! : `${outer.label}（${two![1]!}）`,
        one ? [heading.title] : [outer.title, heading.title],
      );
      // A heading that runs on into its text keeps it: （一）2023 年度…。
      if (!heading.alone) paragraph = [line];
      continue;
    }
    if (LEVEL_3.test(text)) endParagraph();
    paragraph.push(line);
    if (isShortHeading(text, width)) endParagraph();
  }
  endParagraph();
  sections.push(section);
  return sections.filter((s) => s.paragraphs.length > 0);
}

/** `3.经费来源和使用情况` on a line of its own: much shorter than the text's width, without figures or punctuation. */
function isShortHeading(text: string, width: number): boolean {
  const rest = text.replace(LEVEL_3, '');
  return (
    LEVEL_3.test(text) && text.length <= 20 && text.length * 10 < width * 7 && !/[\d，,。；;：:“]/.test(rest)
  );
}

function headingOf(rest: string): { title: string; alone: boolean } {
  const text = rest.replace(/\s+/g, '');
  const sentence = /[，,。；;]/.exec(text);
  const title = (sentence ? text.slice(0, sentence.index) : text).slice(0, 40);
  const alone =
    (sentence === null || sentence.index === text.length - 1) &&
    text.length <= 45 &&
    !/\d(?:万元|元|%)/.test(text);
  return { title, alone };
}
