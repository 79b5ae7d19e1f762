import { fenToYuan, type Fen } from '../domain/money';
import type { Finding, Instance, Side } from './types';

/** A finding as `npm run check -- --json` prints it: amounts as decimal text in 元, null where not printed. */
export interface PublishedFinding {
  rule: string;
  severity: string;
  doc_id: string;
  left: PublishedSide;
  right: PublishedSide;
  difference: string | null;
  tolerance: string;
  evidence: string[];
  message: string;
  kind: string | null;
  /** The named cell and what it would have to be. */
  fact_id: string | null;
  expected: string | null;
  /** Every identity that the cause breaks. */
  instances: PublishedInstance[];
}

interface PublishedSide {
  label: string;
  amount: string | null;
  printed?: string;
}

type PublishedInstance = Pick<PublishedFinding, 'rule' | 'left' | 'right' | 'difference' | 'tolerance'> & {
  about: string;
};

const yuan = (amount: Fen | null) => (amount === null ? null : fenToYuan(amount));

const side = ({ label, amount, printed }: Side): PublishedSide => ({
  label,
  amount: yuan(amount),
  ...(printed === undefined ? {} : { printed }),
});

const published = ({ rule, about, left, right, difference, tolerance }: Instance): PublishedInstance => ({
  rule,
  about,
  left: side(left),
  right: side(right),
  difference: yuan(difference),
  tolerance: fenToYuan(tolerance),
});

/** `left`, `right`, `difference` are those of the first instance: the finding's own rule, with the fewest cells. */
export function publishFinding(finding: Finding): PublishedFinding {
  const main = finding.instances[0]!;
  const { left, right, difference, tolerance } = published(main);
  const evidence = finding.instances.flatMap((one) => [...one.left.fact_ids, ...one.right.fact_ids]);
  return {
    rule: finding.rule,
    severity: finding.severity,
    doc_id: finding.doc_id,
    left,
    right,
    difference,
    tolerance,
    evidence: [...new Set(evidence)],
    message: finding.message.zh,
    kind: finding.kind,
    fact_id: finding.fact_id,
    expected: yuan(finding.expected),
    instances: finding.instances.map(published),
  };
}
