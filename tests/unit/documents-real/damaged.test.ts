import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/domain/facts';
import { extractDocument } from '../../../src/extract';

/**
 * A real document damaged the way narrow columns and PDF text damage others: what is left must read the same, or be
 * told. The document prints every zero and every code in full, so its own reading is what the damaged one must give.
 */
const folder = new URL('../../../../shared/disclosures/', import.meta.url);
const present = existsSync(folder);
const file = present ? readdirSync(folder).find((name) => name.startsWith('001_')) : undefined;

const read = (text: string) => extractDocument('damaged.txt', new TextEncoder().encode(text));
const key = (fact: Fact) =>
  [fact.form, fact.flow, fact.subject_code, fact.subject_name, fact.fund, fact.measure, fact.stage].join('/');
const forms = (facts: readonly Fact[]) =>
  new Map(facts.filter((f) => f.source === 'form').map((f) => [key(f), f]));

describe.skipIf(!file)('a real document, damaged (skipped where ../shared/disclosures is absent)', () => {
  const whole = file ? readFileSync(new URL(file, folder), 'utf8') : '';
  const tables = whole.slice(0, whole.indexOf('部门整体支出绩效自评情况表'));
  const rest = whole.slice(tables.length);

  it('with every zero cell vanished gives the other amounts in the same cells, or tells of them', async () => {
    const isEconomic = (line: string) => /(^|\s)(30[1-7]|31\d|399)\d\d\s/.test(line);
    const damaged = tables
      .split('\n')
      .map((line) => (isEconomic(line) ? line : line.replace(/ 0\.00(?=( |$))/g, '')))
      .join('\n');
    const expected = forms((await read(whole)).facts);
    const { facts, warnings } = await read(damaged + rest);
    const got = forms(facts);
    for (const [cell, fact] of got) expect([cell, fact.amount]).toEqual([cell, expected.get(cell)?.amount]);
    const lost = [...expected]
      .filter(([cell, fact]) => fact.amount !== 0n && !got.has(cell))
      .map(([, fact]) => fact);
    const told = warnings
      .filter((warning) => warning.code === 'amount_unplaced')
      .map((warning) => warning.message);
    for (const fact of lost) expect(told.some((message) => message.includes(fact.printed_value!))).toBe(true);
    // 公开09 prints 0.39 and 0.05 three times over two components: without the zeros nothing tells which.
    expect(lost.map((fact) => fact.subject_code)).toEqual(['SG3', 'SG3']);
  });

  it('with the last digit of every 项 cut off in 02 and 03 gives the same codes', async () => {
    const at = (title: string) => tables.indexOf(`\n ${title}\n`);
    const from = at('收入决算表');
    const to = at('财政拨款收入支出决算总表');
    expect(from > 0 && to > from).toBe(true);
    const cut = tables.slice(from, to).replace(/^( ?\d{6})\d(?=\s|$)/gm, '$1');
    const expected = forms((await read(whole)).facts);
    const got = forms((await read(tables.slice(0, from) + cut + tables.slice(to) + rest)).facts);
    expect([...got.keys()].sort()).toEqual([...expected.keys()].sort());
    const restored = [...got.values()].filter((fact) => fact.note?.includes('code restored'));
    // Seven 项, each with seven amounts in 02 and six in 03.
    expect(restored.length).toBe(7 * 7 + 7 * 6);
  });
});
