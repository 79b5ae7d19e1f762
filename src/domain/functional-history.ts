/** A name that a functional subject had in earlier years; `until` is the last year of it. */
export interface FormerName {
  until: number;
  name: string;
}

/** Code, last year, name: the names that 支出功能分类 gave up since 2017, as its yearly revisions and documents tell. */
const FORMER = `
207 2018 文化体育与传媒支出
20701 2018 文化
2070110 2018 文化交流与合作
2070111 2018 文化创作与保护
2070112 2018 文化市场管理
2070199 2018 其他文化支出
20799 2018 其他文化体育与传媒支出
2079999 2018 其他文化体育与传媒支出
20805 2019 行政事业单位离退休
2080501 2019 归口管理的行政单位离退休
2080599 2019 其他行政事业单位离退休支出
210 2018 医疗卫生与计划生育支出
21001 2018 医疗卫生与计划生育管理事务
21099 2018 其他医疗卫生与计划生育支出
215 2019 资源勘探信息等支出
220 2018 国土海洋气象等支出
22001 2018 国土资源事务
22002 2018 海洋管理事务
`;

/** Code and last year of subjects that ended; documents of later years that print them use an old catalogue. */
const ENDED: Readonly<Record<string, number>> = {
  '2040404': 2018,
  '2040405': 2018,
  '2040406': 2018,
  '2080504': 2019,
};

/** Code of an ended subject → the one that took its place. */
const SUCCESSOR: Readonly<Record<string, string>> = {
  '2040404': '2040410',
  '2040405': '2040410',
  '2040406': '2040410',
  '2080504': '2080501',
};

const NAMES = new Map<string, FormerName[]>();
for (const line of FORMER.trim().split('\n')) {
  const [code = '', until = '', name = ''] = line.split(' ');
  NAMES.set(code, [...(NAMES.get(code) ?? []), { until: Number(until), name }]);
}

/** Names that a subject had before the one in force now, the oldest first. */
export function formerNames(code: string): readonly FormerName[] {
  return NAMES.get(code) ?? [];
}

/** Last year of a subject that ended; null where it goes on. */
export function endedIn(code: string): number | null {
  return ENDED[code] ?? null;
}

/** The code that a functional subject of one year goes by in another: its own, or that of its successor. */
export function functionalCodeIn(code: string, year: number): string {
  const end = ENDED[code];
  return end !== undefined && year > end ? (SUCCESSOR[code] ?? code) : code;
}
