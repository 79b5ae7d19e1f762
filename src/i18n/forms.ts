import { render, type Language, type Message } from './dictionary';

/** The nine forms by identity, with their standard titles. */
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
};

/** Short name of a form: 公开05表 / Form 05. */
export function formLabel(form: string, language: Language): string {
  return render({ zh: `公开${form}表`, en: `Form ${form}` }, language);
}

/** Standard title of a form; its short name where the form is none of the nine. */
export function formTitle(form: string, language: Language): string {
  const message = formNames[form];
  return message ? render(message, language) : formLabel(form, language);
}
