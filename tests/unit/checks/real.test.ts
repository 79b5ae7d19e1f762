import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PDF_RESOURCES } from '../../../cli/pdf-resources';
import { checkDocument, type Finding } from '../../../src/checks';
import { extractDocument } from '../../../src/extract';
import { documentsPresent, extractionOf, PRESENT, type DocumentNumber } from '../../fixtures/expected/read';

/**
 * The contradictions that a careful reader finds (tests/fixtures/expected/contradictions.tsv), as far as a rule asks
 * for them, amounts as printed: rule, severity, and what the message must say.
 */
const FIVE: Record<DocumentNumber, readonly [rule: string, severity: string, says: string][]> = {
  0: [
    ['T2', 'error', '机关运行经费 增减率印 -0.89%，按印出的金额为 -7.41%'],
    ['P1', 'error', '人员经费 决算印 153.92 万元，按 1 处勾稽关系应为 147.050024 万元'],
    ['N2', 'warning', '因公出国（境）人数没有印数字'],
    ['N2', 'warning', '国内公务接待人数没有印数字'],
    ['P1', 'warning', '项目综合得分印 95，各项目得分为 98、100、99'],
    ['N1', 'info', '公开06表有 2 个科目的编码或名称印得不全'],
  ],
  1: [
    ['P1', 'error', '“部门整体支出”总得分印 96.56，各项得分合计 97.95'],
    ['P1', 'error', '“采购政务服务自动化设备”总得分印 85.87，各项得分合计 90.87'],
    ['P1', 'warning', '“部门整体支出”有 4 项得分高于分值'],
    ['P1', 'warning', '“采购政务服务自动化设备”各项分值合计 105 分'],
    ['T4', 'error', '一般公共预算基本支出合计 决算印 162.25 万元，按 2 处勾稽关系应为 157.25 万元'],
    ['T4', 'error', '事业运行 决算印 136.53 万元，按 2 处勾稽关系应为 131.53 万元'],
    ['E16', 'error', '302 商品和服务支出 合计 7.25 万元'],
    ['T1', 'error', '“三公”经费合计 全年预算印 0.00 万元，按 2 处勾稽关系应为 0.39 万元'],
    ['T1', 'error', '“三公”经费合计 决算印 0.00 万元，按 3 处勾稽关系应为 0.05 万元'],
    ['T2', 'warning', '“三公”经费合计 完成率印 100%，基数为零'],
    ['T2', 'warning', '公务接待费 完成率印 100%，基数为零'],
    ['T2', 'warning', '公务接待费 占比印 100%，基数为零'],
    ['T2', 'warning', '授予中小企业合同金额 占比印 100%，基数为零'],
    ['T2', 'warning', '授予小微企业合同金额 占比印 100%，基数为零'],
    ['N1', 'warning', '215 印作“资源勘探信息等支出”'],
    ['N1', 'info', '30108 印作“机关事业单位基本养老保险费”'],
    ['N1', 'info', '30217 印作“公务招待费”'],
    ['N1', 'info', '30399 印作“对其他个人和家庭的补助支出”'],
    ['N1', 'warning', '20805 印作“行政事业单位离退休”'],
    ['N1', 'warning', '20805 印作“行政事业单位离退休”'],
    ['N2', 'warning', '公务接待费有支出，接待批次为 0'],
    ['N2', 'warning', '公务接待费有支出，接待人数为 0'],
    ['T2', 'info', '政府性基金支出 完成率印 0%'],
    ['T2', 'info', '国有资本经营支出 完成率印 0%'],
    ['T2', 'info', '因公出国（境）费 占比印 0%'],
    ['T2', 'info', '因公出国（境）费 完成率印 0%'],
    ['T2', 'info', '公务用车购置及运行维护费 占比印 0%'],
    ['T2', 'info', '公务用车购置及运行维护费 完成率印 0%'],
  ],
  2: [
    ['T2', 'error', '占比印 18.7%，按印出的金额为 132.87%'],
    ['P1', 'error', '涉及资金印 1630000.00 元，4 个项目执行数合计 1226700.00 元'],
    ['P1', 'error', '项目支出 执行率印 100%，按印出的金额为 94.36%'],
    ['P1', 'info', '基本支出 执行率印 100%，按印出的金额为 99.40%'],
    ['U1', 'error', '政务信息公开专区建设及运行 57.18”文字印“元”'],
    ['N1', 'info', '公开02表有 6 个'],
    ['N1', 'info', '公开03表有 6 个'],
    ['N1', 'info', '公开06表有 74 个'],
    ['U1', 'error', '政务公开新媒体产品制作”表头印“元”'],
    ['U1', 'error', '视频会议建设维护费”表头印“元”'],
    ['P2', 'warning', '年初预算 887.29 万元与绩效自评 部门整体支出 年初预算 1,002.19 万元不符'],
    ['P2', 'warning', '年初预算都与决算分毫不差'],
    ['P1', 'warning', '部门整体支出 全年预算印 887.29 万元，按 1 处勾稽关系应为 962.47 万元'],
    ['P1', 'warning', '53.25 万元与'],
    ['P1', 'warning', '部门整体支出 决算印 887.28 万元'],
    ['P1', 'warning', '基本支出 决算印 764.60 万元'],
    ['P1', 'warning', '公用经费 决算印 187.56 万元'],
    ['P1', 'warning', '项目支出 决算印 122.67 万元'],
    ['P1', 'info', '部门整体支出 执行率印 92.18%，按印出的金额为 92.19%'],
    ['P1', 'info', '基本支出 执行率印 91.84%，按印出的金额为 91.85%'],
  ],
  3: [
    ['U1', 'error', '人员经费 全年预算印 21.79 万元，按 2 处勾稽关系应为 217.85 万元'],
    ['U1', 'error', '人员经费 决算印 20.41 万元，按 4 处勾稽关系应为 204.14 万元'],
    ['U1', 'error', '部门整体支出”表头印“元”'],
    ['P1', 'error', '基本支出 执行率印 100%，按印出的金额为 97.92%'],
    ['N1', 'info', '公开02表有 5 个'],
    ['N1', 'info', '公开03表有 5 个'],
    ['N1', 'info', '公开06表有 74 个'],
    ['P1', 'error', '项目支出 执行率印 100%，按印出的金额为 0.00%'],
  ],
  4: [
    ['P1', 'error', '涉及资金印 2151700.00 元，4 个项目执行数合计 1796100.00 元'],
    ['N2', 'warning', '在职人员总数印 57，各类之和 61'],
    ['T2', 'error', '会议费 增减率印 395.65%，按印出的金额为 400.88%'],
    ['P1', 'error', '人员经费 决算印 6729879.52 元，按 1 处勾稽关系应为 6,771,599.52 元'],
    ['P1', 'error', '人员经费 决算印 672.99 万元，按 1 处勾稽关系应为 677.159952 万元'],
    ['P1', 'error', '项目支出 决算印 2162795.5 元，按 1 处勾稽关系应为 2,151,675.50 元'],
    ['P1', 'error', '项目支出 决算印 219.34 万元，按 1 处勾稽关系应为 215.16755 万元'],
    ['P1', 'error', '人大会议 执行率印 77%'],
    ['P1', 'error', '代表工作 执行率印 93%，按印出的金额为 97.70%'],
    ['P1', 'info', '代表工作 执行率印 97%，按印出的金额为 97.70%'],
    ['N2', 'warning', '因公出国（境）人数没有印数字'],
    ['N2', 'warning', '外事接待人数没有印数字'],
  ],
};

/** Expectations that nothing meets, and findings that nothing expects; each finding meets one expectation. */
function compare(expected: readonly [string, string, string][], found: readonly Finding[]) {
  const left = [...found];
  const missing = expected.filter(([rule, severity, says]) => {
    const at = left.findIndex(
      (one) => one.rule === rule && one.severity === severity && one.message.zh.includes(says),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { missing, beyond: left.map(({ rule, severity, message }) => `${rule} ${severity} ${message.zh}`) };
}

if (!documentsPresent) it.skip('the documents are not at hand: nothing to check', () => undefined);

describe.runIf(documentsPresent)('the five texts', () => {
  it.each(PRESENT)('document %i: what a careful reader finds, and nothing else', async (number) => {
    const { findings } = checkDocument(await extractionOf(number));
    expect(compare(FIVE[number], findings)).toEqual({ missing: [], beyond: [] });
  });
});

const PDFS = join(import.meta.dirname, '../../../../shared/disclosures/pdf');

/** Each traced to its page: 财政局 prints 0.3万元 in 四, 71.73% of 2106.66 ÷ 2940.05, and 326.71 in 01 and 04 for 326.72. */
const OF_PDFS: Record<string, readonly [string, string, string][]> = {
  'SH-putuo_财政局_2024_决算_部门.pdf': [
    ['T1', 'error', '收入总计 决算印 0.3 万元，按 2 处勾稽关系应为 2,961.68 万元'],
    ['T2', 'error', '一般公共服务支出 占比印 71.73%，按印出的金额为 71.65%'],
    ['E9', 'warning', '208 社会保障和就业支出印 326.71 万元，按 2 处勾稽关系应为 326.72 万元'],
  ],
  // Tables published without their narrative: nothing says why the form is empty.
  'JS_省人大常委会办公厅_2019_预算_tables.pdf': [['E17', 'info', '政府性基金预算支出表是空表']],
  'JS_省委办公厅_2017_预算_tables.pdf': [['E17', 'info', '政府性基金预算支出表是空表']],
  'JS_省人民检察院_2018_预算_full.pdf': [
    ['N1', 'warning', '2040405 印作“公诉、审判、侦查、执行等检察监督支出”'],
  ],
  // The note under 47.91 万元 says that the table is empty.
  'SH-putuo_万里街道办事处_2024_预算_部门.pdf': [['E17', 'error', '故本表为空表。”，表内却有金额']],
  'SH-putuo_区委社会工作部_2024_决算_部门.pdf': [
    ['T2', 'warning', '收支总计 增减率印 100%，基数为零'],
    ['T2', 'warning', '财政拨款收支总计 增减率印 100%，基数为零'],
    ['T2', 'warning', '一般公共预算财政拨款支出 增减率印 100%，基数为零'],
    ['T2', 'warning', '机关运行经费 增减率印 100%，基数为零'],
    ['T2', 'info', '住房保障支出 占比印 9.55%，按印出的金额为 9.56%'],
  ],
};

describe.runIf(existsSync(PDFS))('the PDFs', () => {
  const names = existsSync(PDFS) ? readdirSync(PDFS).filter((name) => !name.includes('_text')) : [];
  it.each(names)('%s', { timeout: 60_000 }, async (name) => {
    const bytes = new Uint8Array(readFileSync(join(PDFS, name)));
    const report = checkDocument(await extractDocument(name, bytes, { pdf: PDF_RESOURCES }));
    expect(compare(OF_PDFS[name] ?? [], report.findings)).toEqual({ missing: [], beyond: [] });
    expect(report.counts.E1.exact + report.counts.E1.rounding).toBe(1);
    expect(report.counts.E7.exact).toBeGreaterThan(10);
  });
});
