import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { documentId, documentTitle } from '../domain/document-id';
import type { DocumentRow, Kind, Scope } from '../domain/facts';
import type { Unit } from '../domain/money';
import type { Page } from '../documents/page';
import { departmentOf } from './heads';
import type { PlacedLine } from './lines';

/** Words ending in 区/县/市 that name no place of administration. */
const NOT_A_PLACE = /(社区|城区|小区|园区|景区|校区|地区|辖区|片区|林区|灾区|牧区|库区|城市)$/;

/** How many lines a cover page takes. */
const COVER = 12;

/** What the tables of a document tell of it, before its text is asked. */
export interface Found {
  kind: Kind;
  /** Codes of the forms, in any order. */
  forms: readonly string[];
  /** Titles of all tables and the heads of their columns, known forms or not. */
  titles: readonly string[];
  departments: readonly string[];
  units: readonly Unit[];
}

export interface Identified {
  document: DocumentRow;
  /** True where only the name of the file tells the year. */
  yearFromFileName: boolean;
}

/** Who, when and what a document is about, from its own text. `region` overrides what the name of the body tells. */
export function identify(
  fileName: string,
  bytes: Uint8Array,
  pages: readonly Page[],
  lines: readonly PlacedLine[],
  found: Found,
  region?: string,
): Identified {
  const text = lines.slice(0, 400).map((line) => line.text.replace(/\s+/g, ''));
  const cover = lines.slice(0, COVER).map((line) => line.text);
  const printed =
    found.kind === 'budget' ? (budgetYear(found.titles, text) ?? spokenYear(text)) : spokenYear(text);
  const department =
    mostFrequent(found.departments) ??
    cover.map(departmentOf).find((name) => name !== null) ??
    titleBody(text) ??
    '';
  const identity = {
    region: region ?? regionOf(department) ?? coverRegion(text) ?? '',
    department,
    fiscal_year: printed ?? Number(/(?:19|20)\d{2}/.exec(fileName)?.[0] ?? 0),
    kind: found.kind,
    scope: found.kind === 'budget' ? budgetScope(found.titles, text) : scopeOf(text),
  };
  return {
    document: {
      doc_id: documentId(identity),
      title: documentTitle(identity),
      ...identity,
      unit_printed: mostFrequent(found.units) ?? '万元',
      file_name: fileName,
      sha256: bytesToHex(sha256(bytes)),
      pages: pages.some((page) => page.number !== null) ? pages.length : null,
      forms_present: [...new Set(found.forms)].sort().join(','),
      source_url: null,
      published: null,
      warnings: 0,
    },
    yearFromFileName: printed === null,
  };
}

/** The year that the tables' titles and the cover of a budget name. */
function budgetYear(titles: readonly string[], text: readonly string[]): number | null {
  const cover = text.slice(0, COVER).filter((line) => line.length <= 40 && /预算/.test(line));
  return mostFrequent(
    [...titles, ...cover].flatMap((line) =>
      [...line.replace(/\s+/g, '').matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1])),
    ),
  );
}

/** `2023 年度…决算`: the year named most often next to 决算/预算; null where the document names none. */
function spokenYear(text: readonly string[]): number | null {
  const years = text.flatMap((line) =>
    [...line.matchAll(/((?:19|20)\d{2})年度?(?:部门|单位)?[^年]{0,30}?(?:决算|预算)/g)].map((m) =>
      Number(m[1]),
    ),
  );
  const heads = text.flatMap((line) => [...line.matchAll(/((?:19|20)\d{2})年度/g)].map((m) => Number(m[1])));
  return mostFrequent(years) ?? mostFrequent(heads);
}

/** 单位 where the title says 单位决算; a whole department otherwise. */
function scopeOf(text: readonly string[]): Scope {
  const titles = text.filter((line) => line.length <= 50 && /(19|20)\d{2}年/.test(line));
  const unit = titles.filter((line) => /单位决算/.test(line)).length;
  const department = titles.filter((line) => /部门决算/.test(line)).length;
  return unit > department ? 'unit' : 'department';
}

/** 单位 where the titles of a budget's tables or its cover say 预算单位 or 单位预算. */
function budgetScope(titles: readonly string[], text: readonly string[]): Scope {
  const cover = text.slice(0, COVER).filter((line) => line.length <= 50);
  const spoken = [...titles, ...cover].map((line) =>
    // 部门预算经济分类 is the name of the classification and says nothing of the body.
    line
      .replace(/\s+/g, '')
      .replace(/部门预算(?:支出)?经济分类/g, '')
      .replace(/单位[:：](?:万元|亿元|元)/g, ''),
  );
  const unit = spoken.filter((line) => /预算单位|单位(?:财务|预算|收支|“三公”)/.test(line)).length;
  const department = spoken.filter((line) => /部门/.test(line)).length;
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

/** `上海市普陀区2026年区级部门预算` on the cover → 上海市普陀区. */
function coverRegion(text: readonly string[]): string | null {
  for (const line of text.slice(0, COVER)) {
    const match = /^([^：:]{2,14}?)(?:19|20)\d{2}年/.exec(line);
    const region = match ? regionOf(match[1]!) : null;
    if (region) return region;
  }
  return null;
}

/**
 * The place at the head of a body's name: 省/自治区, 市/州, 区/县/旗, each once and in this order
 * (`安阳市北关区便民服务中心` → 安阳市北关区; `中共江苏省委办公厅` → 江苏省). Null where the name begins with none.
 */
export function regionOf(department: string): string | null {
  let rest = department.replace(/^(?:中共|中国共产党)/, '');
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
