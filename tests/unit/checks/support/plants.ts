import type { CheckInput } from '../../../../src/checks';
import type { Fact } from '../../../../src/domain/facts';
import { blanked, columnsExchanged, copied, exchanged, item, missing, movedColumn } from './plant-rows';
import {
  cells,
  changed,
  dropped,
  extra,
  negative,
  replaced,
  stale,
  statement,
  swapped,
  times,
  withStatement,
  wrongDigit,
  type Plant,
} from './planted';

const level = (wanted: number, measure: string) => (fact: Fact) =>
  fact.classification === 'function' && fact.subject_level === wanted && fact.measure === measure;
const totalLine = (measure: string) => (fact: Fact) =>
  fact.subject_name === '合计' && fact.measure === measure;
const named = (name: string, fund?: string) => (fact: Fact) =>
  fact.subject_name === name && (fund === undefined || fact.fund === fund);
const three = (code: string) => (fact: Fact) => fact.subject_code === code;

const one =
  (role: string, where: (fact: Fact) => boolean, to: (fact: Fact) => bigint) => (input: CheckInput) =>
    changed(input, cells(input, role, where)[0], to);

const told = (source: string, id: RegExp, to: (fact: Fact) => bigint) => (input: CheckInput) =>
  changed(
    input,
    input.facts.find((fact) => fact.source === source && id.test(fact.fact_id)),
    to,
  );

/** Planted errors, thirty and more, each for every form set that has the place for it. */
export const PLANTS: readonly Plant[] = [
  { name: '03 项 合计 一位数字', rules: ['E6', 'E7'], plant: one('expenditure', item('total'), wrongDigit) },
  {
    name: '03 项 项目支出 数字颠倒',
    rules: ['E6', 'E7'],
    plant: one('expenditure', item('project'), swapped),
  },
  { name: '03 项 基本支出 少一位', rules: ['E6', 'E7'], plant: one('expenditure', item('basic'), dropped) },
  {
    name: '03 项 基本支出 负号',
    rules: ['E6', 'E7'],
    kinds: ['sign'],
    plant: one('expenditure', item('basic'), negative),
  },
  {
    name: '03 类 合计 ×10⁴',
    rules: ['E6', 'E7', 'E9'],
    kinds: ['unit_slip'],
    plant: one('expenditure', level(1, 'total'), times(10_000n)),
  },
  {
    name: '03 类 基本支出 数字颠倒',
    rules: ['E6', 'E7'],
    plant: one('expenditure', level(1, 'basic'), swapped),
  },
  {
    name: '03 合计行 未更新',
    rules: ['E6', 'E7', 'E9'],
    plant: one('expenditure', totalLine('total'), stale),
  },
  {
    name: '03 合计行 基本支出 多一位',
    rules: ['E6', 'E7', 'E9'],
    plant: one('expenditure', totalLine('basic'), extra),
  },
  {
    name: '02 项 财政拨款 少一位',
    rules: ['E5', 'E7'],
    plant: one('revenue', item('fiscal_appropriation'), dropped),
  },
  { name: '02 类 合计 数字颠倒', rules: ['E5', 'E7'], plant: one('revenue', level(1, 'total'), swapped) },
  {
    name: '02 合计行 财政拨款 ×10',
    rules: ['E5', 'E7', 'E8', 'E12'],
    kinds: ['unit_slip'],
    plant: one('revenue', totalLine('fiscal_appropriation'), times(10n)),
  },
  { name: '05 项 基本支出 多一位', rules: ['E7', 'E14'], plant: one('general', item('basic'), extra) },
  {
    name: '05 项 合计 ×10',
    rules: ['E7', 'E14', 'E21'],
    kinds: ['unit_slip'],
    plant: one('general', item('total'), times(10n)),
  },
  { name: '05 款 合计 一位数字', rules: ['E7', 'E14'], plant: one('general', level(2, 'total'), wrongDigit) },
  {
    name: '05 合计行 项目支出 未更新',
    rules: ['E7', 'E14'],
    plant: one('general', totalLine('project'), stale),
  },
  {
    name: '01 类 一位数字',
    rules: ['E4', 'E9'],
    among: ['江苏预算'],
    plant: one('summary', level(1, 'total'), wrongDigit),
  },
  {
    name: '01 本年收入合计 未更新',
    rules: ['E2', 'E4', 'E8'],
    plant: one('summary', named('本年收入合计'), stale),
  },
  {
    name: '01 收入总计 数字颠倒',
    rules: ['E1', 'E2', 'E4', 'E8'],
    plant: one('summary', named('收入总计'), swapped),
  },
  {
    name: '01 支出总计 少一位',
    rules: ['E1', 'E3', 'E4', 'E9'],
    plant: one('summary', named('支出总计'), dropped),
  },
  {
    name: '01 一般公共预算收入 一位数字',
    rules: ['E4', 'E8', 'E12'],
    plant: one('summary', (fact) => fact.classification === 'origin' && fact.fund === 'general', wrongDigit),
  },
  {
    name: '04 类 一般公共预算 数字颠倒',
    rules: ['E10', 'E11', 'E13'],
    plant: one('fiscal', (fact) => level(1, 'total')(fact) && fact.fund === 'general', swapped),
  },
  {
    name: '04 类 合计 少一位',
    rules: ['E10', 'E11', 'E21'],
    plant: one('fiscal', (fact) => level(1, 'total')(fact) && fact.fund === 'fiscal', dropped),
  },
  { name: '04 支出总计 未更新', rules: ['E11'], plant: one('fiscal', named('支出总计', 'fiscal'), stale) },
  {
    name: '04 政府性基金 ×10',
    rules: ['E10', 'E11', 'E17'],
    kinds: ['unit_slip'],
    plant: one(
      'fiscal',
      (fact) =>
        fact.flow === 'expenditure' && fact.fund === 'government_fund' && fact.classification === 'function',
      times(10n),
    ),
  },
  {
    name: '07 项 支出 一位数字',
    rules: ['E7', 'E17', 'E18', 'E14'],
    plant: one('fund', item('total'), wrongDigit),
  },
  {
    name: '06 类 数字颠倒',
    rules: ['E16'],
    plant: one(
      'basic',
      (fact) => fact.classification === 'economy' && fact.subject_level === 1 && fact.measure === 'total',
      swapped,
    ),
  },
  {
    name: '06 款 数字颠倒',
    rules: ['E16'],
    among: 'all',
    plant: one(
      'basic',
      (fact) => fact.classification === 'economy' && fact.subject_level === 2 && fact.measure === 'total',
      swapped,
    ),
  },
  {
    name: '06 人员经费合计 未更新',
    rules: ['E15', 'E16'],
    plant: one('basic', named('人员经费合计'), stale),
  },
  {
    name: '09 合计 一位数字',
    rules: ['E19'],
    among: ['上海预算', '江苏预算'],
    plant: one('threePublic', three('SG'), wrongDigit),
  },
  { name: '09 用车小计 数字颠倒', rules: ['E19'], plant: one('threePublic', three('SG2'), swapped) },
  {
    name: '09 合计 ×10⁴',
    rules: ['E19', 'U1'],
    kinds: ['unit_slip'],
    plant: one('threePublic', three('SG'), times(10_000n)),
  },
  { name: '05 两行错行', rules: ['E7', 'E21'], kinds: ['shifted_row'], plant: exchanged },
  {
    name: '03 两栏互换',
    rules: ['E7'],
    kinds: ['shifted_column', 'shifted_row'],
    plant: columnsExchanged,
  },
  {
    name: '02 金额错栏',
    rules: ['E5', 'E7'],
    untold: ['上海决算', '四川决算'],
    kinds: ['shifted_column'],
    plant: movedColumn,
  },
  { name: '03 缺一行', rules: ['E7'], kinds: ['missing_row'], plant: missing },
  {
    name: '03 抄上一行',
    rules: ['E7'],
    untold: ['上海决算', '云南决算', '上海预算'],
    kinds: ['copied_line'],
    among: 'all',
    plant: copied,
  },
  { name: '03 项 合计 漏印', rules: ['E6', 'E7'], kinds: ['not_printed'], among: 'all', plant: blanked },
  {
    name: '说明 类 一位数字',
    rules: ['T1'],
    plant: told('narrative', /^narrative-五（二）-201/, wrongDigit),
  },
  {
    name: '说明 人员经费 ×10',
    rules: ['U1'],
    kinds: ['unit_slip'],
    plant: told('narrative', /六-人员经费/, times(10n)),
  },
  {
    name: '说明 接待费 ×10⁴',
    rules: ['U1'],
    kinds: ['unit_slip'],
    plant: told('narrative', /SG3-final/, times(10_000n)),
  },
  {
    name: '说明 基本支出用总额',
    rules: ['T4'],
    plant: (input) => {
      const whole = input.facts.find((fact) => /五（一）-合计/.test(fact.fact_id));
      return whole ? told('narrative', /六-合计-basic/, () => whole.amount)(input) : null;
    },
  },
  { name: '自评 整体支出 少一位', rules: ['P1'], plant: told('performance', /部门整体支出/, dropped) },
  {
    name: '自评 人员经费 ×10⁴',
    rules: ['U1'],
    kinds: ['unit_slip'],
    plant: told('performance', /人员经费/, times(10_000n)),
  },
  {
    name: '占比 错误',
    rules: ['T2'],
    plant: statement('支出结构', (input, at) => {
      const share = input.statements[at]?.share;
      const wrong = share ? (Number(share) + 3.17).toFixed(2) : '';
      return withStatement(input, at, {
        share: wrong,
        quote: replaced(input.statements[at]?.quote ?? '', share ?? '', wrong),
      });
    }),
  },
  {
    name: '完成率 错误',
    rules: ['T2'],
    plant: statement('年初预算', (input, at) => {
      const rate = input.statements[at]?.execution_rate;
      const wrong = rate ? (Number(rate) + 11.4).toFixed(2) : '';
      return withStatement(input, at, {
        execution_rate: wrong,
        quote: replaced(input.statements[at]?.quote ?? '', rate ?? '', wrong),
      });
    }),
  },
  {
    name: '增减率 错误',
    rules: ['T2'],
    plant: statement('一般公共预算财政拨款支出', (input, at) => {
      const rate = input.statements[at]?.change_rate;
      return withStatement(input, at, {
        change_rate: rate ? (Number(rate) * 1.5 + (rate.startsWith('-') ? -1 : 1)).toFixed(2) : null,
      });
    }),
  },
  {
    name: '增减方向 相反',
    rules: ['T3'],
    plant: statement('一般公共预算财政拨款支出', (input, at) => {
      const rate = input.statements[at]?.change_rate;
      return rate
        ? withStatement(input, at, { change_rate: rate.startsWith('-') ? rate.slice(1) : `-${rate}` })
        : null;
    }),
  },
  {
    name: '大于小于 相反',
    rules: ['T3'],
    plant: statement('年初预算', (input, at) => {
      const quote = input.statements[at]?.quote;
      const turned = quote?.replace(/大于|小于/, (word) => (word === '大于' ? '小于' : '大于'));
      return turned && turned !== quote ? withStatement(input, at, { quote: turned }) : null;
    }),
  },
];
