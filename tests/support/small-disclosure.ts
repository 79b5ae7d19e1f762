/** What a made-up disclosure says of itself. */
export interface SmallDisclosure {
  department: string;
  year: number;
  /** 一般公共服务支出, 基本支出 and 项目支出 in 万元 with two decimals; the class is their sum in a sound document. */
  expenditure: string;
  basic: string;
  project: string;
}

export const SMALL: SmallDisclosure = {
  department: '青山省白水市档案馆',
  year: 2023,
  expenditure: '10.00',
  basic: '6.00',
  project: '4.00',
};

/**
 * Forms 01 and 03 of a made-up disclosure in the layout of PDF text, in 万元: six amounts in form 01, two rows of six
 * in form 03. `SMALL` holds every identity; other figures may not.
 */
export function smallDisclosure(over: Partial<SmallDisclosure> = {}): string[] {
  const { department, year, expenditure, basic, project } = { ...SMALL, ...over };
  return [
    `${department}${year}年度部门决算公开`,
    '收入支出决算总表',
    '公开 01 表',
    `部门：${department} ${year} 年度 金额单位：万元`,
    '项目 行次 金额 项目 行次 金额',
    '栏次 1 栏次 2',
    `一、一般公共预算财政拨款收入 1 ${expenditure} 一、一般公共服务支出 31 ${expenditure}`,
    `本年收入合计 2 ${expenditure} 本年支出合计 32 ${expenditure}`,
    `总计 3 ${expenditure} 总计 33 ${expenditure}`,
    '注：本表反映部门本年度的总收支。',
    '支出决算表',
    '公开 03 表',
    `部门：${department} ${year} 年度 金额单位：万元`,
    '栏次 1 2 3 4 5 6',
    `合计 ${expenditure} ${basic} ${project} 0.00 0.00 0.00`,
    `201 一般公共服务支出 ${expenditure} ${basic} ${project} 0.00 0.00 0.00`,
    '注：本表反映部门本年度各项支出情况。',
  ];
}
