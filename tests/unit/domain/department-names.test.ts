import { describe, expect, it } from 'vitest';
import { nearDepartments } from '../../../src/domain/department-names';

describe('bodies that may be loaded under another name', () => {
  it.each([
    ['临夏市人大常委会办公室', '临夏市人民代表大会常务委员会办公室'],
    ['江苏省委办公厅', '中共江苏省委办公厅'],
    ['江苏省政协办公厅', '中国人民政治协商会议江苏省委员会办公厅'],
    ['便民服务中心', '安阳市北关区便民服务中心'],
    ['上海市普陀区人民政府万里街道办事处', '上海市普陀区万里街道办事处'],
  ])('%s is proposed as %s', (printed, loaded) => {
    expect(nearDepartments(printed, ['上海市财政局', loaded]).map(({ name }) => name)).toEqual([loaded]);
  });

  it('says which names are the same words written in another way', () => {
    expect(nearDepartments('临夏市人大常委会办公室', ['临夏市人民代表大会常务委员会办公室'])).toEqual([
      { name: '临夏市人民代表大会常务委员会办公室', match: 'same' },
    ]);
  });

  it.each([
    ['上海市普陀区财政局', '上海市普陀区司法局'],
    ['江苏省政府办公厅', '中共江苏省委办公厅'],
    ['上海市普陀区财政局', '上海市静安区财政局'],
    ['上海市财政局', '江苏省财政厅'],
    ['临夏市政务中心', '临夏市智慧城市服务中心'],
  ])('%s is not taken for %s', (printed, loaded) => {
    expect(nearDepartments(printed, [loaded])).toEqual([]);
  });

  it('proposes nothing for a name that is loaded as it is', () => {
    expect(nearDepartments('上海市财政局', ['上海市财政局', '上海市财政局（本级）'])).toEqual([]);
  });
});
