import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evidence, failures, render, shell, terms, type Dictionary } from '../../../src/i18n';
import { data, dataFailures } from '../../../src/i18n/data';

const PAGES = new URL('../../../src/i18n/pages/', import.meta.url);
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const dictionaries: [string, Dictionary][] = [
  ['shell', shell],
  ['evidence', evidence],
  ['failures', failures],
  ['data', data],
  ['dataFailures', dataFailures],
];
for (const file of readdirSync(PAGES).filter((name) => name.endsWith('.ts'))) {
  const module = (await import(new URL(file, PAGES).href)) as Record<string, Dictionary>;
  for (const [name, dictionary] of Object.entries(module)) {
    if (typeof dictionary === 'object') dictionaries.push([`pages/${name}`, dictionary]);
  }
}

describe.each(dictionaries)('%s', (_, dictionary) => {
  test.each(Object.entries(dictionary))('%s asks for the same values in both languages', (_key, message) => {
    expect(slots(message.en)).toEqual(slots(message.zh));
    expect(message.zh).not.toBe('');
    expect(message.en).not.toBe('');
  });

  test('English has no Chinese characters', () => {
    const mixed = Object.entries(dictionary).filter(([, { en }]) => /\p{Script=Han}/u.test(en));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });
});

test('every term has a definition in both languages', () => {
  for (const [name, { zh, en, zhMeans, enMeans }] of Object.entries(terms)) {
    for (const text of [zh, en, zhMeans, enMeans]) expect(text, name).not.toBe('');
    expect(enMeans, name).not.toMatch(/\p{Script=Han}/u);
  }
});

describe('render', () => {
  const rows = { zh: '{n} 行', en: '{n} rows', one: '{n} row' };
  test('fills in values', () => {
    expect(render(rows, 'zh-CN', { n: 3 })).toBe('3 行');
    expect(render(rows, 'en', { n: 3 })).toBe('3 rows');
  });
  test('English has a singular', () => {
    expect(render(rows, 'en', { n: 1 })).toBe('1 row');
    expect(render(rows, 'en', { n: '1' })).toBe('1 row');
  });
  test('a missing value stays visible', () => {
    expect(render(rows, 'zh-CN')).toBe('{n} 行');
  });
});
