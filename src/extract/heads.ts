import type { Unit } from '../domain/money';

/** `金额单位：万元` → 万元. */
export function unitOf(text: string): Unit | null {
  const match = /单\s*位\s*[:：]?\s*(?:人民币)?\s*(万元|亿元|元)/.exec(text);
  return match ? (match[1] as Unit) : null;
}

const DEPARTMENT =
  /(?:^|\s)(?:编\s*制|填\s*报|预\s*算(?:主管)?|主\s*管)?(?:部\s*门|单\s*位)(?:名\s*称)?\s*[:：]\s*(.+?)(?=\s+(?:19|20)\d{2}\s*年|\s+(?:金额)?单\s*位|\s+公开|$)/;

/** `部门：某局 2024 年度 金额单位：万元` → 某局; also 编制部门, 预算单位, 预算主管部门, 单位名称. */
export function departmentOf(text: string): string | null {
  const name = DEPARTMENT.exec(text)?.[1]?.replace(/\s+/g, '') ?? null;
  return name === null || /^(?:金额)?(?:单位[:：])?(?:万元|元|亿元)$/.test(name) ? null : name;
}
