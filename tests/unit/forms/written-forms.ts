/** Forms written for tests: a consistent random disclosure, printed in the layouts that departments use. */

export interface WrittenSubject {
  code: string;
  name: string;
  basic: bigint | null;
  project: bigint | null;
}

/** 分 → text in 万元 with two decimals (the amounts of these tests are whole hundreds of 元) or in 元. */
export function printed(amount: bigint, unit: '元' | '万元'): string {
  const divisor = unit === '万元' ? 10_000n : 1n;
  const scaled = amount / divisor;
  const digits = scaled.toString().padStart(3, '0');
  const whole = digits.slice(0, -2);
  return `${unit === '元' ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${digits.slice(-2)}`;
}

/** Form 05 as rows: 合计, 类, 款, 项, each with 小计, 基本, 项目; blank where there is none. */
export function formFiveRows(items: readonly WrittenSubject[]): WrittenSubject[] {
  const sum = (values: (bigint | null)[]) => {
    const present = values.filter((value): value is bigint => value !== null);
    return present.length > 0 ? present.reduce((a, b) => a + b, 0n) : null;
  };
  const total = (code: string, name: string): WrittenSubject => {
    const under = items.filter((item) => item.code.startsWith(code));
    return {
      code,
      name,
      basic: sum(under.map((item) => item.basic)),
      project: sum(under.map((item) => item.project)),
    };
  };
  const rows: WrittenSubject[] = [total('', '合计')];
  for (const item of items) {
    for (const length of [3, 5]) {
      const code = item.code.slice(0, length);
      if (!rows.some((row) => row.code === code))
        rows.push(total(code, length === 3 ? `类${code}支出` : `款${code}事务`));
    }
    rows.push(item);
  }
  return rows;
}

/** Tab-separated, every column shown. */
export function asGrid(rows: readonly WrittenSubject[], unit: '元' | '万元'): string {
  const cell = (amount: bigint | null) => (amount === null ? '' : printed(amount, unit));
  return [
    '附件5',
    '## 一般公共预算财政拨款支出决算表',
    `公开05表  金额单位：${unit}`,
    '部门：测试市某某局',
    '项目\t\t本年支出\t\t',
    '科目代码\t科目名称\t小计\t基本支出\t项目支出',
    '栏次\t\t1\t2\t3',
    ...rows.map((row) =>
      [
        row.code || '合计',
        row.code ? row.name : '',
        cell((row.basic ?? 0n) + (row.project ?? 0n)),
        cell(row.basic),
        cell(row.project),
      ].join('\t'),
    ),
    '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
  ].join('\n');
}

/** Text of a PDF: blanks vanish, names wrap at `width`, a page number falls between rows after every `perPage`. */
export function asWrappedText(
  rows: readonly WrittenSubject[],
  unit: '元' | '万元',
  width: number,
  perPage: number,
): string {
  const lines = [
    '一般公共预算财政拨款支出决算表',
    '公开 05 表',
    `部门：测试市某某局 2023 年度 金额单位：${unit}`,
    '项目 本年支出',
    '科目代',
    '码',
    '科目名称 小计 基本支出 项目支出',
    '栏次 1 2 3',
  ];
  rows.forEach((row, index) => {
    if (index > 0 && index % perPage === 0) lines.push('', `- ${index} -`, '');
    const amounts = [(row.basic ?? 0n) + (row.project ?? 0n), row.basic, row.project]
      .filter((amount): amount is bigint => amount !== null)
      .map((amount) => printed(amount, unit));
    if (row.code === '') lines.push(['合计', ...amounts].join(' '));
    else if (row.name.length <= width) lines.push([row.code, row.name, ...amounts].join(' '));
    else {
      lines.push(row.code);
      for (let at = 0; at < row.name.length; at += width) lines.push(row.name.slice(at, at + width), '');
      lines.push(amounts.join(' '));
    }
  });
  return [...lines, '注：本表反映部门本年度一般公共预算财政拨款支出情况。'].join('\n');
}
