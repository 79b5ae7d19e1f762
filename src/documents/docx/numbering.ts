import { Parser } from 'htmlparser2';

interface Level {
  format: string;
  text: string;
  start: number;
}

/** Writes the marks of numbered paragraphs (一、 （二） 3.), which Word keeps apart from the text. */
export interface Numbering {
  /** The mark of the next paragraph; '' for none. `numId` and `level` as the paragraph or its style has them. */
  next(style: string | null, numId: string | null, level: number | null): string;
}

interface StyleNumber {
  numId: string | null;
  level: number;
  basedOn: string | null;
}

/** From word/numbering.xml and word/styles.xml; a document may have neither. */
export function readNumbering(numbering: string | null, styles: string | null): Numbering {
  const lists = numbering ? readLists(numbering) : new Map<string, { list: string; levels: Level[] }>();
  const byStyle = styles ? readStyles(styles) : new Map<string, StyleNumber>();
  const counts = new Map<string, number[]>();

  const ofStyle = (style: string | null, depth = 0): StyleNumber | null => {
    const own = style === null ? undefined : byStyle.get(style);
    if (!own || depth > 10) return null;
    return own.numId !== null ? own : ofStyle(own.basedOn, depth + 1);
  };

  return {
    next(style, numId, level) {
      const inherited = ofStyle(style);
      const list = lists.get(numId ?? inherited?.numId ?? '');
      const at = level ?? (numId === null ? (inherited?.level ?? 0) : 0);
      const own = list?.levels[at];
      if (!list || !own) return '';
      const count = counts.get(list.list) ?? [];
      counts.set(list.list, count);
      count[at] = (count[at] ?? own.start - 1) + 1;
      count.length = at + 1;
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const of = list.levels[index];
        return of ? written(count[index] ?? of.start, of.format) : '';
      });
    },
  };
}

function readLists(xml: string) {
  const abstract = new Map<string, Level[]>();
  const lists = new Map<string, { list: string; levels: Level[] }>();
  let levels: Level[] = [];
  let level: Level | null = null;
  let num: string | null = null;
  new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:abstractNum') abstract.set(attributes['w:abstractNumId'] ?? '', (levels = []));
        else if (name === 'w:lvl' && num === null)
          levels[Number(attributes['w:ilvl'])] = level = { format: 'decimal', text: '', start: 1 };
        else if (name === 'w:num') num = attributes['w:numId'] ?? '';
        else if (name === 'w:abstractNumId' && num !== null)
          lists.set(num, { list: value, levels: abstract.get(value) ?? [] });
        else if (level && name === 'w:start') level.start = Number(value);
        else if (level && name === 'w:numFmt') level.format = value;
        else if (level && name === 'w:lvlText') level.text = value;
      },
      onclosetag(name) {
        if (name === 'w:lvl') level = null;
        if (name === 'w:num') num = null;
      },
    },
    { xmlMode: true },
  ).end(xml);
  return lists;
}

function readStyles(xml: string): Map<string, StyleNumber> {
  const styles = new Map<string, StyleNumber>();
  let style: StyleNumber | null = null;
  new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style')
          styles.set(attributes['w:styleId'] ?? '', (style = { numId: null, level: 0, basedOn: null }));
        else if (style && name === 'w:basedOn') style.basedOn = value;
        else if (style && name === 'w:numId') style.numId = value;
        else if (style && name === 'w:ilvl') style.level = Number(value);
      },
      onclosetag(name) {
        if (name === 'w:style') style = null;
      },
    },
    { xmlMode: true },
  ).end(xml);
  return styles;
}

const DIGITS = '〇一二三四五六七八九';

/** A number as a format of Word writes it; bullets and formats that no list of a disclosure has give nothing. */
function written(value: number, format: string): string {
  switch (format) {
    case 'decimal':
    case 'decimalFullWidth':
      return String(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'ideographTraditional':
      return chinese(value);
    case 'upperLetter':
      return String.fromCharCode(64 + value);
    case 'lowerLetter':
      return String.fromCharCode(96 + value);
    default:
      return '';
  }
}

function chinese(value: number): string {
  if (value < 10) return DIGITS[value]!;
  if (value >= 100) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}十${ones > 0 ? DIGITS[ones] : ''}`;
}
