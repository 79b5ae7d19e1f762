import type { Statement } from '../domain/facts';
import { fenToYuan, type Fen } from '../domain/money';
import type { Book } from './book';
import type { Judged } from './relate';
import type { FindingKind, Outcome, Relation, RuleId, Severity, Side, Words } from './types';

export const yuan = (amount: Fen) => fenToYuan(amount);

/** A side that is no sum of cells: a percentage, a word, a count, or an amount of a sentence. */
export interface LooseSide {
  label: string;
  amount?: Fen;
  printed?: string;
  fact_ids?: string[];
}

export interface TextRelation {
  about: string;
  holds: boolean;
  outcome?: Outcome;
  relation?: Relation;
  left: LooseSide;
  right: LooseSide;
  kind: FindingKind;
  severity?: Severity;
  message: Words;
}

/** An instance about words or rates of one sentence; its left side carries the sentence's place. */
export function textRelation(
  book: Book,
  rule: RuleId,
  place: Pick<Statement, 'page' | 'line'> & { quote: string | null },
  given: TextRelation,
): Judged {
  const { left, right } = given;
  const side = ({ label, amount, printed, fact_ids }: LooseSide): Side => ({
    label,
    amount: amount ?? null,
    fact_ids: fact_ids ?? [],
    ...(printed === undefined ? {} : { printed }),
  });
  return {
    instance: {
      rule,
      doc_id: book.docId,
      outcome: given.outcome ?? (given.holds ? 'exact' : 'conflict'),
      relation: given.relation ?? 'text',
      about: given.about,
      left: { ...side(left), page: place.page, line: place.line, quote: place.quote },
      right: side(right),
      difference: left.amount !== undefined && right.amount !== undefined ? left.amount - right.amount : null,
      tolerance: 0n,
    },
    terms: [],
    kind: given.kind,
    message: given.message,
    ...(given.severity ? { severity: given.severity } : {}),
  };
}
