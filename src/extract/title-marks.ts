import { standardName } from '../domain/names';

/** What stands before a title: 附件3, 公开01表：, 表一, list marks. */
const MARKS: readonly RegExp[] = [
  /^附[件表]\s*[\d一二三四五六七八九十]*(?:-\d+)?\s*[:：]?/,
  /^第[一二三四五六七八九十]+部分/,
  /^(?:预算)?公开\s*\d+\s*表\s*[:：]?/,
  /^(?:预算)?公开\s*表\s*(?:\d+|[一二三四五六七八九十]+)\s*[:：]?/,
  /^表\s*(?:\d+(?:-\d+)?|[一二三四五六七八九十]+)\s*[:：]?/,
  /^[（(]?[一二三四五六七八九十]+[）)]?\s*[、.．]/,
  /^[（(]?\d{1,2}[）)]?\s*[、.．]/,
];

/** A title without list marks, `公开01表：`, and what stands in brackets at its end. */
export function bareTitle(text: string): string {
  let bare = standardName(text);
  for (let before = ''; before !== bare;) {
    before = bare;
    for (const mark of MARKS) bare = bare.replace(mark, '');
  }
  return bare.replace(/（[^（）]*）$/, '').replace(/(表)(?:样|样式)$/, '$1');
}

/** A line that reads as the title of some table: short, ends with 表. */
export function looksLikeTitle(text: string): boolean {
  const bare = bareTitle(text);
  return bare.length >= 3 && bare.length <= 50 && /表$/.test(bare) && !/[。；，,;]/.test(bare);
}

/** `公开01表`, `表一`: a number that stands where a title could. */
export function isFormNumber(text: string): boolean {
  return bareTitle(text) === '' && /表/.test(text);
}
