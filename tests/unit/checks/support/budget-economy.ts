import type { Fund } from '../../../../src/domain/facts';
import type { Fen } from '../../../../src/domain/money';
import { total, type Books } from './books';
import type { Printer } from './printer';

export function economy(
  printer: Printer,
  form: string,
  fund: Fund,
  truth: Books,
  parts: boolean,
  wanted = (_code: string) => true,
): void {
  const codes = [...truth.economy.keys()].filter(wanted);
  const rows = [null, ...new Set(codes.flatMap((code) => [code.slice(0, 3), code]))].sort();
  for (const code of rows) {
    const own = codes.filter((one) => code === null || one.startsWith(code));
    const amount = (some: readonly string[]) => total(some.map((one) => truth.economy.get(one)!));
    const named = form === 'B12' && code === null ? { subject_name: '机关运行经费' } : {};
    const level = code === null ? 0 : code.length === 3 ? 1 : 2;
    const place = {
      flow: 'expenditure',
      classification: code === null ? 'summary' : 'economy',
      subject_code: code,
      subject_name: code === null ? '合计' : `科目${code}`,
      subject_level: level,
      fund,
      ...named,
    } as const;
    printer.cell(form, { ...place, measure: form === 'B12' ? 'office' : 'total' }, amount(own));
    if (!parts) continue;
    printer.cell(form, { ...place, measure: 'personnel' }, amount(own.filter((one) => /^30[13]/.test(one))));
    printer.cell(form, { ...place, measure: 'office' }, amount(own.filter((one) => !/^30[13]/.test(one))));
  }
}

export function threePublic(printer: Printer, truth: Books, province: string): void {
  const { abroad, purchase, running, reception } = truth.threePublicBudget;
  const three = abroad + purchase + running + reception;
  const cell = (code: string | null, subject_name: string, amount: Fen) =>
    printer.cell(
      'B09',
      {
        flow: 'expenditure',
        classification: code ? 'three_public' : 'summary',
        subject_code: code,
        subject_name,
        fund: 'fiscal',
        measure: 'total',
      },
      amount,
      '万元',
    );
  cell('SG', '“三公”经费合计', three);
  cell('SG1', '因公出国（境）费', abroad);
  cell('SG2', '公务用车购置及运行维护费', purchase + running);
  cell('SG22', '公务用车运行维护费', running);
  cell('SG3', '公务接待费', reception);
  if (province !== '江苏') return;
  cell(null, '会议费', 1_234_500n);
  cell(null, '培训费', 987_600n);
  cell(null, '“三公”经费、会议费、培训费合计', three + 1_234_500n + 987_600n);
}
