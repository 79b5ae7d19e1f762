import { ECONOMIC_CLASS_CODES, economicSubject } from '../../domain/economic';
import { isAmount } from '../../domain/money';
import { standardName } from '../../domain/names';
import type { PlacedLine, Printed } from '../lines';
import { readGridHeader } from './grid-header';
import { isBlankMark } from './rows';

/** One subject of form 06 as printed; `block` is 0, 1 or 2 from the left where the document shows blocks. */
export interface EconomicRow {
  printedCode: string | null;
  printedName: string;
  cell: Printed | null;
  line: number;
  page: number | null;
}

export interface EconomicRead {
  rows: EconomicRow[];
  unread: PlacedLine[];
}

/** Rows of form 06: blocks of code, name and amount side by side, ending with 人员经费合计 and 公用经费合计. */
export function readEconomicRows(body: readonly PlacedLine[]): EconomicRead {
  const header = readGridHeader(body);
  return header ? fromGrid(body, header.paths, header.bodyStart) : fromText(body);
}

function fromGrid(body: readonly PlacedLine[], paths: readonly string[], start: number): EconomicRead {
  const blocks = findBlocks(paths);
  const rows: EconomicRow[] = [];
  const unread: PlacedLine[] = [];
  for (const line of body.slice(start)) {
    if (!line.cells) {
      unread.push(line);
      continue;
    }
    const place = { page: line.page, line: line.number };
    const texts = line.cells.map((cell) => cell.text);
    if (texts.some((text) => isTotalName(text))) {
      texts.forEach((text, index) => {
        if (!isTotalName(text)) return;
        const rest = texts.slice(index + 1);
        const until = rest.findIndex((other) => isTotalName(other));
        const value = (until < 0 ? rest : rest.slice(0, until)).find(
          (other) => other !== '' && !isBlankMark(other),
        );
        rows.push({
          printedCode: null,
          printedName: standardName(text),
          cell: value ? { text: value, ...place } : null,
          ...place,
        });
      });
      continue;
    }
    for (const { codes, name, value } of blocks) {
      const code = codes.map((column) => texts[column] ?? '').join('');
      const printedName = standardName(texts[name] ?? '');
      const text = texts[value] ?? '';
      if (code === '' && printedName === '' && text === '') continue;
      if (/^\d{3,5}$/.test(code)) {
        const cell = text === '' || isBlankMark(text) ? null : { text, ...place };
        rows.push({ printedCode: code, printedName, cell, ...place });
      } else if (isAmount(text)) unread.push(line);
    }
  }
  return { rows, unread };
}

interface Block {
  codes: number[];
  name: number;
  value: number;
}

/** Blocks of code (in one cell or two), name and amount, from left to right. */
function findBlocks(paths: readonly string[]): Block[] {
  const isCodeColumn = (path: string) => /(代码|编码)(\/[类款])?$/.test(path);
  const blocks: Block[] = [];
  paths.forEach((path, index) => {
    if (!isCodeColumn(path)) return;
    if (index > 0 && isCodeColumn(paths[index - 1]!)) {
      blocks.at(-1)!.codes.push(index);
      return;
    }
    const after = (pattern: RegExp) => paths.findIndex((other, at) => at > index && pattern.test(other));
    blocks.push({ codes: [index], name: after(/名称$/), value: after(/(决算数|金额|合计)$/) });
  });
  return blocks.filter(({ name, value }) => name >= 0 && value >= 0);
}

/**
 * In running text the blocks of a line follow each other. Names wrap below their code, or around it where the cell is
 * centred: then the code is followed by its amount at once, and the name lines above and below are its own.
 */
function fromText(body: readonly PlacedLine[]): EconomicRead {
  const rows: EconomicRow[] = [];
  const unread: PlacedLine[] = [];
  let row: EconomicRow | null = null;
  let complete = true;
  let named = false;
  let above = '';
  let nameless: EconomicRow | null = null;
  for (const line of body) {
    const place = { page: line.page, line: line.number };
    const words = line.text.split(/\s+/).filter(Boolean);
    if (
      (complete || named) &&
      row &&
      !words.some((word) => isCode(word) || isTotalName(word) || isAmount(word))
    ) {
      // A line of names only, after a complete row: the tail of a centred name, or the head of the next one.
      if (nameless) nameless.printedName += standardName(words.join(''));
      else above = standardName(words.join(''));
      nameless = null;
      continue;
    }
    nameless = null;
    for (const word of words) {
      const startsRow: boolean =
        isCode(word) && (complete || named || (row !== null && row.printedName !== ''));
      if (startsRow || isTotalName(word)) {
        row = startsRow
          ? { printedCode: word, printedName: '', cell: null, ...place }
          : { printedCode: null, printedName: standardName(word), cell: null, ...place };
        rows.push(row);
        complete = false;
      } else if (row && !complete && (isAmount(word) || isBlankMark(word))) {
        if (row.printedName === '') {
          row.printedName = above;
          nameless = row;
          above = '';
        }
        row.cell = isBlankMark(word) ? null : { text: word, ...place };
        complete = true;
      } else if (row && !complete) {
        row.printedName += standardName(word);
      } else if (rows.length > 0 && isAmount(word)) {
        unread.push(line);
      }
    }
    // A whole name at the end of a line is a blank cell unless an amount comes next; a part of a name goes on below.
    named =
      !complete && row?.printedCode != null && economicSubject(row.printedCode)?.name === row.printedName;
  }
  return { rows, unread };
}

function isCode(word: string): boolean {
  return /^\d{3}(\d{2})?$/.test(word) && ECONOMIC_CLASS_CODES.includes(word.slice(0, 3));
}

function isTotalName(text: string): boolean {
  return /^(人员经费|公用经费)?合计$/.test(text.replace(/\s+/g, ''));
}
