import { decodePrices, encodePrices } from '../analysis/valuation';
import { LANGUAGES, type Language } from '../i18n';
import type { Unit } from '../domain/money';
import type { AddressBar } from './app.svelte';

const KEY = 'juesuan-lens/reader';
const UNITS: readonly Unit[] = ['元', '万元', '亿元'];

/** The window's address bar; the reader's last choices in its storage, where that is allowed. */
export function browserAddressBar(): AddressBar {
  return {
    read: () => location.hash,
    write(fragment, { replace }) {
      if (replace) history.replaceState(null, '', fragment);
      else history.pushState(null, '', fragment);
    },
    listen(onchange) {
      addEventListener('popstate', onchange);
      return () => removeEventListener('popstate', onchange);
    },
    remember(choice) {
      try {
        localStorage.setItem(KEY, JSON.stringify(choice));
      } catch (error) {
        // Private windows may refuse storage: the choice then lasts for this visit.
        console.warn('the choice of unit and language is not kept', error);
      }
    },
    recall() {
      let stored: { unit?: unknown; language?: unknown; own_prices?: unknown };
      try {
        stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as typeof stored;
      } catch {
        return {};
      }
      const unit = UNITS.find((name) => name === stored.unit);
      const language: Language | undefined = LANGUAGES.find((name) => name === stored.language);
      const prices = typeof stored.own_prices === 'string' ? decodePrices(stored.own_prices) : null;
      return {
        ...(unit ? { unit } : {}),
        ...(language ? { language } : {}),
        ...(prices && prices.size > 0 ? { own_prices: encodePrices(prices) } : {}),
      };
    },
  };
}
