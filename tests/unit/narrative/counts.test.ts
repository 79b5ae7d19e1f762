import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../../src/domain/facts';
import { narrate } from './support';

const pairs = (indicators: readonly Indicator[]) =>
  indicators.map((i) => `${i.code} ${i.subject_name ?? ''} ${i.value}${i.unit}`.replace('  ', ' '));

describe('“三公”经费实物量', () => {
  const section = '九、“三公”经费支出决算情况说明';

  test('a missing number is no zero: no indicator, but a warning with its line', () => {
    const { indicators, warnings } = narrate(
      section,
      '2023 年度本部门因公出国(境)共计 0 个团组,人;公务用车购置 0 辆,公务用车保有量为 2 辆;国内公务接待 8 批次 146 人,其中:外事接待 0 批次,0 人;国(境)外公务接待 0 批次,0\n人。\n国内公务接待 3 批次人。',
    );
    expect(pairs(indicators)).toEqual([
      'trips_abroad 0个',
      'vehicles_bought 0辆',
      'vehicles_kept 2辆',
      'receptions 8批次',
      'guests 146人',
      'foreign_receptions 0批次',
      'foreign_guests 0人',
      'overseas_receptions 0批次',
      'overseas_guests 0人',
      'receptions 3批次',
    ]);
    expect(warnings.map((w) => [w.code, w.line])).toEqual([
      ['indicator_count_missing', 3],
      ['indicator_count_missing', 5],
    ]);
    expect(indicators[8]!.line).toBe(3);
  });

  test('the other wording: 团组 0 个, 人次, 台', () => {
    const { indicators, warnings } = narrate(
      section,
      '1.因公出国（境）费支出决算为0.00万元。全年因公出国（境）团组2个，累计5人次。\n公务用车购置支出为 0.00 万元，购置车辆 1 台。2023 年期末，单位开支财政拨款的公务用车保有量为 4 辆。\n外宾接待支出 0.00 万元。2023 年共接待国（境）外来访团组 3 个、来访外宾 6 人次（不包括陪同人员）。\n其他国内公务接待支出 0.00 万元。2023 年共接待国内来访团组 7 个、来宾 8 人次。',
    );
    expect(pairs(indicators)).toEqual([
      'trips_abroad 2个',
      'persons_abroad 5人',
      'vehicles_bought 1辆',
      'vehicles_kept 4辆',
      'foreign_receptions 3批次',
      'foreign_guests 6人',
      'receptions 7批次',
      'guests 8人',
    ]);
    expect(warnings).toEqual([]);
  });

  test('vehicles in a reason are no count of the year', () => {
    const { indicators } = narrate(
      section,
      '公务用车运行维护费支出决算为1.00万元，决算数等于预算数的主要原因是我单位共有 3 辆公务用车，购置 1 辆。',
    );
    expect(indicators).toEqual([]);
  });
});

describe('十二、国有资产', () => {
  test('vehicles by use, equipment by price; the price is no amount of the account', () => {
    const { facts, indicators, warnings } = narrate(
      '十二、国有资产占用情况说明',
      '截至 2023 年 12 月 31 日,本部门共有车辆 3 辆,其中,副部(省)级及以上领导用车 0 辆、主要领导干部用车 1 辆、应急保障\n用车 2 辆,其他用车 0 辆。单价 100 万元(含)以上设备（不含车辆） 2 台(套)。单位价值50万元以上通用设备1台（套）。',
    );
    expect(pairs(indicators)).toEqual([
      'vehicles_owned 3辆',
      'vehicles_owned 副部（省）级及以上领导用车 0辆',
      'vehicles_owned 主要领导干部用车 1辆',
      'vehicles_owned 应急保障用车 2辆',
      'vehicles_owned 其他用车 0辆',
      'equipment_over_1m 2台（套）',
      'equipment_over_500k 1台（套）',
    ]);
    expect(facts).toEqual([]);
    expect(warnings).toEqual([]);
  });
});
