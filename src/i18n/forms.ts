import { render, type Language, type Message } from './dictionary';

/** The forms of final accounts (01–09) and of budgets (B01–B12) by identity, with their standard titles. */
export const formNames: Readonly<Record<string, Message>> = {
  '01': { zh: '收入支出决算总表', en: 'Final account of revenue and expenditure' },
  '02': { zh: '收入决算表', en: 'Final account of revenue' },
  '03': { zh: '支出决算表', en: 'Final account of expenditure' },
  '04': { zh: '财政拨款收入支出决算总表', en: 'Final account of fiscal appropriations' },
  '05': { zh: '一般公共预算财政拨款支出决算表', en: 'General public budget: expenditure of appropriations' },
  '06': {
    zh: '一般公共预算财政拨款基本支出决算明细表',
    en: 'General public budget: basic expenditure by economic subject',
  },
  '07': { zh: '政府性基金预算财政拨款收入支出决算表', en: 'Government funds: revenue and expenditure' },
  '08': { zh: '国有资本经营预算财政拨款支出决算表', en: 'State capital operations: expenditure' },
  '09': { zh: '财政拨款“三公”经费支出决算表', en: '“Three public” expenses paid from appropriations' },
  B01: { zh: '收支预算总表', en: 'Budget of revenue and expenditure' },
  B02: { zh: '收入预算总表', en: 'Budget of revenue' },
  B03: { zh: '支出预算总表', en: 'Budget of expenditure' },
  B04: { zh: '财政拨款收支预算总表', en: 'Budget of fiscal appropriations' },
  B05: { zh: '一般公共预算支出预算表', en: 'General public budget: expenditure by function' },
  B06: {
    zh: '一般公共预算基本支出预算表',
    en: 'General public budget: basic expenditure by economic subject',
  },
  B07: { zh: '政府性基金支出预算表', en: 'Government funds: expenditure' },
  B08: { zh: '国有资本经营预算支出预算表', en: 'State capital operations: expenditure' },
  B09: { zh: '“三公”经费预算表', en: '“Three public” budget, with operating funds or meetings and training' },
  B10: { zh: '财政拨款支出预算表', en: 'Fiscal appropriations: expenditure by function' },
  B11: { zh: '财政拨款基本支出预算表', en: 'Fiscal appropriations: basic expenditure by economic subject' },
  B12: { zh: '一般公共预算机关运行经费支出预算表', en: 'Operating funds of organs by economic subject' },
};

/** Codes of the budget forms, in order. */
export const BUDGET_FORMS: readonly string[] = Object.keys(formNames).filter((form) => form.startsWith('B'));

/** Short name of a form: 公开05表 / Form 05, of a budget 预算05表 / Budget form 05. */
export function formLabel(form: string, language: Language): string {
  const budget = /^B(\d+)$/.exec(form)?.[1];
  if (budget) return render({ zh: `预算${budget}表`, en: `Budget form ${budget}` }, language);
  return render({ zh: `公开${form}表`, en: `Form ${form}` }, language);
}

/** Standard title of a form; its short name where the form is none of these. */
export function formTitle(form: string, language: Language): string {
  const message = formNames[form];
  return message ? render(message, language) : formLabel(form, language);
}
