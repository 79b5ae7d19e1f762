import { render, terms, type Dictionary, type Message, type TermName, type Translate } from '../i18n';
import { useApp } from './context';

/** `const t = useText(pivot)`; `t('title')` in markup follows the language switch. */
export function useText<D extends Dictionary>(dictionary: D): Translate<D> {
  const app = useApp();
  return (key, ...values) => render(dictionary[key] as Message, app.language, values[0]);
}

/** `const term = useTerms()`; `term('initial_budget')` is its label in the language of the interface. */
export function useTerms(): (name: TermName) => string {
  const app = useApp();
  return (name) => (app.language === 'zh-CN' ? terms[name].zh : terms[name].en);
}
