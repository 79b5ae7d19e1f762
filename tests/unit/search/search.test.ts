import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  grouped,
  search,
  searchIndex,
  subjectEntries,
  type SearchEntry,
  type SearchIndex,
  type SubjectLine,
} from '../../../src/analysis/search';
import { loadRomanize } from '../../../src/state/pinyin';

const DEPARTMENTS = [
  '临夏市人民政府办公室',
  '临夏市人民代表大会常务委员会办公室',
  '临夏市政务中心',
  '临夏市智慧城市服务中心',
  '安阳市北关区便民服务中心',
  '上海市普陀区财政局',
  '上海市普陀区司法局',
  '上海市财政局',
  '中共江苏省委办公厅',
  '江苏省人民检察院',
];
const line = (classification: 'function' | 'economy', code: string, name: string): SubjectLine => ({
  classification,
  code,
  name,
  first_year: 2017,
  last_year: 2024,
  facts: 3n,
  of_accounts: 3n,
});
const ENTRIES: SearchEntry[] = [
  { id: 'page:execution', kind: 'page', label: '预决算执行', others: [{ name: 'Execution', until: null }] },
  { id: 'page:change', kind: 'page', label: '同比变动', others: [{ name: 'Year on year', until: null }] },
  ...DEPARTMENTS.map((label): SearchEntry => ({ id: `department:${label}`, kind: 'department', label })),
  ...subjectEntries([
    line('function', '2010301', '行政运行'),
    line('function', '20805', '行政事业单位离退休'),
    line('economy', '30217', '公务招待费'),
    line('function', '2999901', '某项新支出'),
  ]),
];

let index: SearchIndex;
beforeAll(async () => {
  index = searchIndex(ENTRIES, await loadRomanize());
});
const labels = (question: string, most = 3) =>
  search(index, question)
    .slice(0, most)
    .map(({ entry }) => (entry.code ? `${entry.code} ${entry.label}` : entry.label));
const first = (question: string) => labels(question, 1)[0];

describe('subjects by code', () => {
  it('exactly, then by the beginning, the shorter first', () => {
    expect(labels('20805')).toEqual([
      '20805 行政事业单位养老支出',
      '2080501 行政单位离退休',
      '2080502 事业单位离退休',
    ]);
    expect(first('201')).toBe('201 一般公共服务支出');
    expect(first('３０１')).toBe('301 工资福利支出');
    expect(search(index, '0805').filter(({ entry }) => entry.code === '20805')).toEqual([]);
  });
});

describe('by Chinese', () => {
  it('finds parts of names, and characters in their order', () => {
    expect(first('住房公积金')).toMatch(/住房公积金$/);
    expect(first('政务中心')).toBe('临夏市政务中心');
    expect(labels('海市财政局', 2)).toEqual(['上海市财政局', '上海市普陀区财政局']);
    expect(first('江苏检察')).toBe('江苏省人民检察院');
  });

  it('takes several words in any order', () => {
    expect(first('财政 普陀')).toBe('上海市普陀区财政局');
    expect(search(index, '财政 安阳')).toEqual([]);
  });
});

describe('by pinyin', () => {
  it.each([
    ['lxszwzx', '临夏市政务中心'],
    ['linxiashizhengwu', '临夏市政务中心'],
    ['ptqczj', '上海市普陀区财政局'],
    ['jssrmjcy', '江苏省人民检察院'],
    ['ybggfwzc', '201 一般公共服务支出'],
    ['yibangonggongfuwu', '201 一般公共服务支出'],
    ['yujuesuan', '预决算执行'],
    ['yjszx', '预决算执行'],
    ['gwjdf', '30217 公务接待费'],
    ['rendachangweihui', '临夏市人民代表大会常务委员会办公室'],
    ['rdcwh', '临夏市人民代表大会常务委员会办公室'],
  ])('%s finds %s', (question, label) => {
    expect(first(question)).toBe(label);
  });

  it('reads characters of several readings by their words', () => {
    // 行政运行 is xing, 银行 would be hang; 离退休 li tui xiu
    expect(labels('xingzhengyunxing', 40).every((label) => label.includes('行政运行'))).toBe(true);
    expect(labels('xzyx', 1)[0]).toContain('行政运行');
    expect(first('xzsydwltx')).toBe('20805 行政事业单位养老支出');
  });

  it('takes initials and full syllables together, and an unfinished last one', () => {
    expect(first('zhufanggjj')).toMatch(/住房公积金$/);
    expect(first('zhufanggongj')).toMatch(/住房公积金/);
    expect(first('lxzhcs')).toBe('临夏市智慧城市服务中心');
  });

  it('leaves out what fits by chance where something fits well', () => {
    // 智慧城市服务中心 has z w z x in its initials too, with others between.
    expect(labels('zwzx', 9)).toEqual(['临夏市政务中心']);
    expect(labels('zcwzx', 1)).toEqual(['临夏市智慧城市服务中心']);
  });

  it('passes over brackets', () => {
    expect(first('yingongchuguojing')).toBe('30212 因公出国（境）费用');
  });

  it('finds by characters and codes alone until the readings are there', () => {
    const plain = searchIndex(ENTRIES);
    expect(search(plain, '政务中心')[0]?.entry.label).toBe('临夏市政务中心');
    expect(search(plain, 'lxszwzx')).toEqual([]);
  });
});

describe('former and other names', () => {
  it('finds a subject by the name that it had, and says until when', () => {
    const [hit] = search(index, '医疗卫生与计划生育支出');
    expect(hit?.entry).toMatchObject({ code: '210', label: '卫生健康支出' });
    expect(hit?.via).toEqual({ name: '医疗卫生与计划生育支出', until: 2018 });
    const [pension] = search(index, '行政事业单位离退休');
    expect(pension?.entry.code).toBe('20805');
    expect(pension?.via?.until).toBe(2019);
  });

  it('finds economic subjects by the codes and names before the reform of 2018', () => {
    expect(first('对企事业单位的补贴')).toBe('304 对企事业单位的补贴');
    // One code, another subject since the reform: found by both names, and told until when it was the other.
    expect(labels('30311')).toEqual(['30311 代缴社会保险费']);
    const moved = search(index, '住房公积金').find(({ entry }) => entry.code === '30311');
    expect(moved?.via).toEqual({ name: '住房公积金', until: 2017 });
    expect(labels('住房公积金', 5)).toEqual(
      expect.arrayContaining(['30113 住房公积金', '2210201 住房公积金']),
    );
    const [printed] = search(index, '公务招待费');
    expect(printed?.entry).toMatchObject({ code: '30217', label: '公务接待费' });
  });

  it('finds subjects that the data alone have', () => expect(first('2999901')).toBe('2999901 某项新支出'));

  it('tells subjects that only budgets have', () => {
    const [entry] = subjectEntries([{ ...line('function', '2999902', '只在预算'), of_accounts: 0n }]).filter(
      ({ code }) => code === '2999902',
    );
    expect(entry).toMatchObject({ label: '只在预算', budgets_alone: true });
    expect(ENTRIES.find(({ code }) => code === '2999901')?.budgets_alone).toBe(false);
  });

  it('finds pages in the other language', () => {
    expect(first('exec')).toBe('预决算执行');
    expect(first('year on')).toBe('同比变动');
  });
});

describe('what is shown', () => {
  it('marks the characters that were asked for', () => {
    const [hit] = search(index, 'zwzx');
    expect(hit?.entry.label).toBe('临夏市政务中心');
    expect(hit?.label).toEqual([[3, 7]]);
    const [trip] = search(index, 'chuguojing');
    expect(trip?.label.map(([from, to]) => trip.entry.label.slice(from, to))).toEqual(['出国', '境']);
  });

  it('groups by kind, the best first, and counts the rest', () => {
    const [best, ...rest] = grouped(search(index, '财政局'), 1);
    expect(best).toMatchObject({ kind: 'department', more: 1 });
    expect(best?.hits).toHaveLength(1);
    expect(rest.every(({ kind }) => kind !== 'department')).toBe(true);
  });
});

describe('any question', () => {
  it('never fails, and finds every entry by its whole label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (question) => {
        for (const { label, entry } of search(index, question)) {
          for (const [from, to] of label) expect(from < to && to <= entry.label.length).toBe(true);
        }
      }),
    );
    for (const { label, id } of ENTRIES) {
      expect(
        search(index, label).map(({ entry }) => entry.id),
        label,
      ).toContain(id);
    }
  });

  it('is empty for an empty one', () => expect(search(index, '  ')).toEqual([]));
});
