import { describe, expect, it } from 'vitest';
import { economicCodeIn, economicSubject } from '../../../src/domain/economic';
import { functionalCodeIn } from '../../../src/domain/functional-history';
import {
  economicDisagreement,
  functionalDisagreement,
  functionalNameIn,
} from '../../../src/domain/subject-names';

describe('names of the year', () => {
  it.each([
    ['20805', 2019, '行政事业单位离退休'],
    ['20805', 2020, '行政事业单位养老支出'],
    ['210', 2018, '医疗卫生与计划生育支出'],
    ['210', 2019, '卫生健康支出'],
    ['207', 2017, '文化体育与传媒支出'],
    ['207', 2026, '文化旅游体育与传媒支出'],
    ['2080501', 2018, '归口管理的行政单位离退休'],
    ['2080501', 2024, '行政单位离退休'],
    ['9999999', 2024, null],
  ])('%s in %i is %s', (code, year, name) => expect(functionalNameIn(code, year)).toBe(name));

  it.each([
    ['30311', 2017, '住房公积金'],
    ['30311', 2018, '代缴社会保险费'],
    ['30104', 2017, '其他社会保障缴费'],
    ['310', 2017, '其他资本性支出'],
    ['310', 2019, '资本性支出'],
  ])('economic %s in %i is %s', (code, year, name) => expect(economicSubject(code, year)?.name).toBe(name));

  it('a code that the year did not have is none', () => {
    expect(economicSubject('30104', 2018)).toBeNull();
    expect(economicSubject('30113', 2017)).toBeNull();
  });
});

describe('the same subject in another year', () => {
  it.each([
    ['30104', 2017, 2019, '30112'],
    ['30112', 2019, 2017, '30104'],
    ['30311', 2017, 2018, '30113'],
    ['30113', 2018, 2017, '30311'],
    ['30311', 2018, 2017, null],
    ['30312', 2017, 2018, null],
    ['30110', 2018, 2017, null],
    ['30201', 2017, 2026, '30201'],
    ['30201', 2023, 2024, '30201'],
    ['30113', 2015, 2017, null],
  ])('%s of %i is in %i %s', (code, from, to, found) => expect(economicCodeIn(code, from, to)).toBe(found));

  it('a functional subject that ended goes on as its successor', () => {
    expect(functionalCodeIn('2080504', 2019)).toBe('2080504');
    expect(functionalCodeIn('2080504', 2020)).toBe('2080501');
    expect(functionalCodeIn('2010301', 2024)).toBe('2010301');
  });
});

describe('a printed name against the year', () => {
  it.each([
    ['20805', '行政事业单位离退休', 2023, 'other_year'],
    ['20805', '行政事业单位养老支出', 2018, 'other_year'],
    ['2080504', '未归口管理的行政单位离退休', 2023, 'ended'],
    ['2080501', '行政运行', 2023, 'other_name'],
  ])('%s %s in %i: %s', (code, printed, year, kind) =>
    expect(functionalDisagreement(code, printed, year)?.kind).toBe(kind),
  );

  it.each([
    ['20805', '行政事业单位离退休', 2019],
    ['2080505', '机关事业单位基本养老保险缴', 2023],
    ['2010399', '其他政府办公厅(室)及相关机构事务支', 2023],
    ['208', '社会保障和就业', 2023],
    ['9999999', '什么都行', 2023],
  ])('%s %s in %i agrees', (code, printed, year) =>
    expect(functionalDisagreement(code, printed, year)).toBeNull(),
  );

  it('economic names: brackets and variants agree, those of before the reform do not', () => {
    expect(economicDisagreement('30213', '维修(护)费', 2023)).toBeNull();
    expect(economicDisagreement('30108', '机关事业单位基本养老保险费', 2023)).toBeNull();
    expect(economicDisagreement('30311', '住房公积金', 2023)).toEqual({
      standard: '代缴社会保险费',
      kind: 'other_year',
    });
    expect(economicDisagreement('30201', '电费', 2023)?.kind).toBe('other_name');
  });
});
