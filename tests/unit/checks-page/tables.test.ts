import { read, utils, type CellObject } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { yuanToFen as yuan } from '../../../src/domain/money';
import { toXlsx } from '../../../src/export';
import { pointLists } from '../../../src/pages/checks/points';
import { lostMarks } from '../../../src/pages/checks/review';
import { documentsTable, findingsTable, identitiesTable, marksTable } from '../../../src/pages/checks/tables';
import { linesOf } from '../../../src/pages/checks/view';
import { wordsOf } from '../../../src/pages/checks/words';
import { checked, fact, finding, instance, mark, side } from './support';

const reader = { unit: '万元', language: 'zh-CN' } as const;
const t = wordsOf('zh-CN');
const wrong = finding({
  expected: yuan('123456789012.34'),
  instances: [instance(), instance({ rule: 'E9', about: '第二处' })],
});
const rate = finding({
  id: 'T2:x',
  rule: 'T2',
  severity: 'warning',
  kind: 'wrong_rate',
  fact_id: null,
  expected: null,
  instances: [
    instance({
      rule: 'T2',
      relation: 'rate',
      about: '情况说明五 占比',
      left: side('占比', null, [], { printed: '71.73%', page: 21, line: 336, quote: '@占比71.73%' }),
      right: side('按金额计算', null, [], { printed: '71.65%' }),
      difference: null,
    }),
  ],
});
const all = [checked([wrong, rate])];
const marks = [
  mark(wrong, { status: 'explained', note: '=HYPERLINK("x")' }),
  mark(wrong, { finding_id: 'gone' }),
];
const lines = linesOf(all, marks);
const factsOf = (_: string, of: { fact_ids: string[] }) => of.fact_ids.map((id) => fact(id));

describe('the workbook', () => {
  async function workbook() {
    return read(
      await toXlsx(
        findingsTable(lines, factsOf, reader, t),
        identitiesTable(lines, factsOf, reader, t),
        marksTable(marks, lostMarks(marks, all), reader, t),
        documentsTable(all, t),
      ),
      { cellFormula: true },
    );
  }
  type Book = Awaited<ReturnType<typeof workbook>>;
  const rows = (book: Book, name: string) =>
    utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name]!, { defval: null });

  it('has a sheet of findings, of their identities, of marks and of documents', async () => {
    const book = await workbook();
    expect(book.SheetNames).toEqual(['发现的问题', '涉及的关系', '标记', '文件']);
    const [first, second] = rows(book, '发现的问题');
    // 100.00 元 = 0.01 万元; 90.00 元 = 0.009 万元; what is larger than Excel's 15 digits stays text.
    expect(first).toMatchObject({
      序号: 1,
      部门: '某局',
      年度: '2024',
      规则: 'E7',
      '一处 金额（万元）': 0.01,
      '一处 位置': '第 7 页 第 40 行',
      '一处 摘录': '=212 城乡社区支出 0.01',
      '另一处 金额（万元）': 0.009,
      '另一处 位置': '第 7 页 第 40 行 等 2 个数',
      '差额（万元）': 0.001,
      '使各处成立的金额（万元）': 12345678.901234,
      涉及关系数: 2,
      标记: '已说明',
      备注: '=HYPERLINK("x")',
    });
    expect(second).toMatchObject({
      '一处 金额（万元）': null,
      '一处 原文': '71.73%',
      '一处 位置': '第 21 页 第 336 行',
      '另一处 原文': '71.65%',
      '差额（万元）': null,
      标记: '未标记',
    });
    expect(
      rows(book, '涉及的关系').map((row) => [row['问题序号'], row['规则'], row['关系'], row['比较']]),
    ).toEqual([
      [1, 'E7', '公开03表 212 行 基本支出', '≠'],
      [1, 'E9', '第二处', '≠'],
      [2, 'T2', '情况说明五 占比', '≠'],
    ]);
    expect(rows(book, '标记').map((row) => [row['标记'], row['备注'], row['现状']])).toEqual([
      ['已说明', '=HYPERLINK("x")', '仍在'],
      ['待核实', null, '重新核对后不再出现'],
    ]);
    expect(rows(book, '文件')).toMatchObject([{ 核对数: 3, 成立: 0, 不符: 3, E7: '不符 1', T2: '不符 1' }]);
  });

  it('has text as text and no formula, whatever it begins with', async () => {
    const book = await workbook();
    const cells = book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name]!).flatMap(([at, cell]) =>
        at.startsWith('!') ? [] : [cell as CellObject],
      ),
    );
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    const risky = cells.filter(({ v }) => typeof v === 'string' && /^[=@+-]/.test(v));
    expect(risky.length).toBeGreaterThanOrEqual(4);
    expect(risky.every(({ t: type }) => type === 's')).toBe(true);
  });
});

describe('the checklist', () => {
  const lists = pointLists(lines, () => '公开03表 212 城乡社区支出 基本支出', reader, t);

  it('asks of two places, document by document, numbered', () => {
    expect(lists).toHaveLength(1);
    expect(
      lists[0]!.points.map(({ n, question, left, right, difference }) => [
        n,
        question,
        left.figure,
        right.figure,
        difference,
      ]),
    ).toEqual([
      [1, '公开03表 212 行 基本支出：两处数字请核对', '0.01 万元', '0.009 万元', '0.001 万元'],
      [2, '情况说明五 占比：百分比与按金额计算的结果请核对', '71.73%', '71.65%', '–'],
    ]);
  });

  it('names the cell that would make the places agree', () => {
    expect(lists[0]!.points[0]!.hint).toContain('公开03表 212 城乡社区支出 基本支出若为');
    expect(lists[0]!.points[1]!.hint).toBe('');
  });

  it('blames nobody, whatever the relation', () => {
    const kinds = (['equal', 'at_most', 'rate', 'text'] as const).flatMap((relation) =>
      (['conflict', 'unknown'] as const).map((outcome) =>
        finding({ instances: [instance({ relation, outcome })] }),
      ),
    );
    for (const language of ['zh-CN', 'en'] as const) {
      const words = wordsOf(language);
      for (const { points } of pointLists(
        linesOf([checked(kinds)], []),
        () => 'x',
        { ...reader, language },
        words,
      ))
        for (const { question, hint } of points)
          expect(question + hint).not.toMatch(/错|误|不符|矛盾|违|wrong|error|mistake|contradict|false/i);
    }
  });
});
