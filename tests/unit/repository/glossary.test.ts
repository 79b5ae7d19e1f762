import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  CLASSIFICATIONS,
  FLOWS,
  FUNDS,
  KINDS,
  MEASURES,
  SCOPES,
  SOURCES,
  STAGES,
} from '../../../src/domain/facts';
import { TERM_NAMES, terms } from '../../../src/i18n/terms';

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 5);
const codes = new Set(
  rows.flatMap((cells) => [...cells[3]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!)),
);

it('the glossary has every term of the interface, in the same words', () => {
  const listed = new Set(rows.map(([, zh, en, code]) => `${zh}|${en}|${code}`));
  const wanted = TERM_NAMES.map((name) => `${terms[name].zh}|${terms[name].en}|\`${name}\``);
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((row) => !listed.has(row))).toEqual([]);
});

it('the glossary has every word of the extract', () => {
  const words = [KINDS, SCOPES, SOURCES, FLOWS, CLASSIFICATIONS, FUNDS, MEASURES, STAGES].flat();
  expect(words.filter((word) => !codes.has(word))).toEqual([]);
});
