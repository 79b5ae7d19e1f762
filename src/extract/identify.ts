import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DocumentRow, Kind, Scope } from '../domain/facts';
import type { Unit } from '../domain/money';
import type { Page } from '../documents/page';
import type { PlacedLine } from './lines';
import type { FormBlock } from './forms/locate';

/** Words ending in 区/县/市 that name no place of administration. */
const NOT_A_PLACE = /(社区|城区|小区|园区|景区|校区|地区|辖区|片区|林区|灾区|牧区|库区|城市)$/;

/** Who, when and what a document is about, from its own text. `region` overrides what the name of the body tells. */
export function identify(
  fileName: string,
  bytes: Uint8Array,
  pages: readonly Page[],
  lines: readonly PlacedLine[],
  blocks: readonly FormBlock[],
  region?: string,
): DocumentRow {
  const text = lines.slice(0, 400).map((line) => line.text.replace(/\s+/g, ''));
  const fiscal_year = fiscalYear(text, fileName);
  const kind = kindOf(text);
  const department =
    mostFrequent(blocks.flatMap((block) => (block.department ? [block.department] : []))) ??
    titleBody(text) ??
    '';
  const scope = scopeOf(text, kind);
  const place = region ?? regionOf(department) ?? '';
  const word = kind === 'final_account' ? '决算' : '预算';
  return {
    doc_id: [place, department, fiscal_year, kind, ...(scope === 'unit' ? ['unit'] : [])].join('-'),
    title: `${department}${fiscal_year}年度${scope === 'unit' ? '单位' : '部门'}${word}公开`,
    region: place,
    department,
    fiscal_year,
    kind,
    scope,
    unit_printed: mostFrequent<Unit>(blocks.flatMap((block) => (block.unit ? [block.unit] : []))) ?? '万元',
    file_name: fileName,
    sha256: bytesToHex(sha256(bytes)),
    pages: pages.some((page) => page.number !== null) ? pages.length : null,
    forms_present: [...new Set(blocks.map((block) => block.spec.id))].sort().join(','),
    source_url: null,
    published: null,
    warnings: 0,
  };
}

/** `2023 年度…决算`: the year named most often next to 决算/预算; 0 where the document names none. */
function fiscalYear(text: readonly string[], fileName: string): number {
  const years = text.flatMap((line) =>
    [...line.matchAll(/((?:19|20)\d{2})年度?(?:部门|单位)?[^年]{0,30}?(?:决算|预算)/g)].map((m) =>
      Number(m[1]),
    ),
  );
  const heads = text.flatMap((line) => [...line.matchAll(/((?:19|20)\d{2})年度/g)].map((m) => Number(m[1])));
  return mostFrequent(years) ?? mostFrequent(heads) ?? Number(/(?:19|20)\d{2}/.exec(fileName)?.[0] ?? 0);
}

function kindOf(text: readonly string[]): Kind {
  const count = (word: string) => text.filter((line) => line.includes(word)).length;
  return count('决算') >= count('预算表') ? 'final_account' : 'budget';
}

/** 单位 where the title says 单位决算/单位预算; a whole department otherwise. */
function scopeOf(text: readonly string[], kind: Kind): Scope {
  const word = kind === 'final_account' ? '决算' : '预算';
  const titles = text.filter((line) => line.length <= 50 && /(19|20)\d{2}年/.test(line));
  const unit = titles.filter((line) => new RegExp(`单位${word}`).test(line)).length;
  const department = titles.filter((line) => new RegExp(`部门${word}`).test(line)).length;
  return unit > department ? 'unit' : 'department';
}

function titleBody(text: readonly string[]): string | null {
  for (const line of text.slice(0, 30)) {
    const match =
      /^(?:第[一二三四五六]部分)?(?:(?:19|20)\d{2}年度?)?(.{4,40}?)(?:(?:19|20)\d{2}年度?)?(?:部门|单位)(?:决算|预算)/.exec(
        line,
      );
    if (match && !/\d/.test(match[1]!)) return match[1]!;
  }
  return null;
}

/**
 * The place at the head of a body's name: 省/自治区, 市/州, 区/县/旗, each once and in this order
 * (`安阳市北关区便民服务中心` → 安阳市北关区; `临夏市智慧城市服务中心` → 临夏市). Null where the name begins with none.
 */
export function regionOf(department: string): string | null {
  let rest = department;
  let found = '';
  for (const ending of [
    /^[^省市县区]{2,6}?(?:省|自治区)/,
    /^[^省县]{2,7}?(?:市|自治州|州|盟)/,
    /^[^省市]{1,6}?(?:区|县|旗)/,
  ]) {
    const part = ending.exec(rest)?.[0];
    if (!part || NOT_A_PLACE.test(part)) continue;
    found += part;
    rest = rest.slice(part.length);
  }
  return found || null;
}

function mostFrequent<T>(items: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  let best: T | null = null;
  for (const [item, count] of counts) if (best === null || count > counts.get(best)!) best = item;
  return best;
}
