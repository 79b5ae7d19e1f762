import type { Fact } from '../../domain/facts';
import { formModel } from './form-model';

/** “三公” parts as forms print them from left to right: reception last, or before the cars. */
const THREE_PUBLIC: readonly (readonly string[])[] = [
  ['SG', 'SG1', 'SG2', 'SG21', 'SG22', 'SG3'],
  ['SG', 'SG1', 'SG3', 'SG2', 'SG21', 'SG22'],
];

/**
 * The order, left to right, in which a form prints the facts of one of its rows: that of its columns. “三公” is printed
 * in several orders, so all of them come, those that the words above the row suggest first.
 * `facts` are those of the document, `head` the text above the row.
 */
export function rowOrders(
  form: string,
  row: readonly Fact[],
  facts: readonly Fact[],
  head: string,
): (readonly Fact[])[] {
  const own = new Set(row.map((fact) => fact.fact_id));
  if (form !== '09' && form !== 'B09') {
    const { rows } = formModel(form, facts);
    const inOrder = rows.flat().flatMap((line) => line?.cells ?? []);
    return [inOrder.filter((fact) => fact !== null && own.has(fact.fact_id)) as Fact[]];
  }
  const stages = ['initial_budget', 'adjusted_budget', 'final'];
  const parts = row.filter((fact) => fact.subject_code !== null);
  const others = row.filter((fact) => fact.subject_code === null);
  const whole = others.filter((fact) => fact.subject_name.endsWith('合计'));
  const beside = others.filter((fact) => !whole.includes(fact));
  const inPairs = (head.match(/预算数/g) ?? []).length >= 3;
  const [reception, cars] = [head.indexOf('接待'), head.indexOf('购置')];
  const receptionFirst = reception >= 0 && cars >= 0 && reception < cars;
  const suggested = (first: boolean) => (first ? 0 : 1);
  return THREE_PUBLIC.flatMap((codes, which) => {
    const at = (fact: Fact) => codes.indexOf(fact.subject_code!);
    const stage = (fact: Fact) => stages.indexOf(fact.stage);
    const doubt = suggested(receptionFirst === (which === 1));
    return [
      { pairs: false, order: [...parts].sort((a, b) => stage(a) - stage(b) || at(a) - at(b)), doubt },
      { pairs: true, order: [...parts].sort((a, b) => at(a) - at(b) || stage(a) - stage(b)), doubt },
    ];
  })
    .map(({ pairs, order, doubt }) => ({
      order: [...whole, ...order, ...beside],
      doubt: doubt + suggested(pairs === inPairs),
    }))
    .sort((a, b) => a.doubt - b.doubt)
    .map(({ order }) => order);
}
