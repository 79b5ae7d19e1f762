import { comparable } from './names';

/** A class (类) of the functional classification 支出功能分类: its code, name, and the names it had or is given. */
export interface FunctionalClass {
  code: string;
  name: string;
  aliases: readonly string[];
}

const CLASSES: readonly [code: string, name: string, ...aliases: string[]][] = [
  ['201', '一般公共服务支出'],
  ['202', '外交支出'],
  ['203', '国防支出'],
  ['204', '公共安全支出'],
  ['205', '教育支出'],
  ['206', '科学技术支出'],
  ['207', '文化旅游体育与传媒支出', '文化体育与传媒支出'],
  ['208', '社会保障和就业支出'],
  ['209', '社会保险基金支出'],
  ['210', '卫生健康支出', '医疗卫生与计划生育支出', '医疗卫生支出'],
  ['211', '节能环保支出', '环境保护支出'],
  ['212', '城乡社区支出', '城乡社区事务支出'],
  ['213', '农林水支出', '农林水事务支出'],
  ['214', '交通运输支出'],
  ['215', '资源勘探工业信息等支出', '资源勘探信息等支出', '资源勘探电力信息等支出'],
  ['216', '商业服务业等支出'],
  ['217', '金融支出', '金融监管等事务支出'],
  ['219', '援助其他地区支出'],
  ['220', '自然资源海洋气象等支出', '国土海洋气象等支出', '国土资源气象等支出'],
  ['221', '住房保障支出'],
  ['222', '粮油物资储备支出', '粮油物资管理支出'],
  ['223', '国有资本经营预算支出'],
  ['224', '灾害防治及应急管理支出'],
  ['227', '预备费'],
  ['229', '其他支出'],
  ['230', '转移性支出'],
  ['231', '债务还本支出'],
  ['232', '债务付息支出'],
  ['233', '债务发行费用支出'],
  ['234', '抗疫特别国债安排的支出'],
];

export const FUNCTIONAL_CLASSES: readonly FunctionalClass[] = CLASSES.map(([code, name, ...aliases]) => ({
  code,
  name,
  aliases,
}));

const BY_NAME = new Map<string, FunctionalClass>();
for (const entry of FUNCTIONAL_CLASSES) {
  for (const name of [entry.name, ...entry.aliases]) {
    BY_NAME.set(comparable(name), entry);
    BY_NAME.set(comparable(name.replace(/支出$/, '')), entry);
  }
}

/** The class that a printed name means (with or without 支出, a list number before it); null where none does. */
export function functionalClassByName(printed: string): FunctionalClass | null {
  return BY_NAME.get(comparable(withoutOrdinal(printed))) ?? null;
}

export function functionalClassByCode(code: string): FunctionalClass | null {
  return FUNCTIONAL_CLASSES.find((entry) => entry.code === code) ?? null;
}

/** `十九、住房保障支出` → `住房保障支出`; also 1. （1） (一). */
export function withoutOrdinal(text: string): string {
  return text
    .replace(/^\s*[（(]?[一二三四五六七八九十百]+[）)]?\s*[、.．]\s*/, '')
    .replace(/^\s*[（(][一二三四五六七八九十\d]+[）)]\s*/, '')
    .replace(/^\s*\d{1,2}\s*[、.．]\s*/, '')
    .trim();
}

/** Level of a functional code by its length: 3 → 1 类, 5 → 2 款, 7 → 3 项; null for any other length. */
export function functionalLevel(code: string): 1 | 2 | 3 | null {
  return code.length === 3 ? 1 : code.length === 5 ? 2 : code.length === 7 ? 3 : null;
}
