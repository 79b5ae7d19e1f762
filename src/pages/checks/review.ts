import type { CheckedDocument, Finding, Instance, Side } from '../../checks';
import type { MarkedFinding, ReviewMark } from '../../dataset';
import { fenToYuan } from '../../domain/money';
import type { DocumentRow } from '../../domain/facts';

/** The judgement of a finding by document and id; null where there is none. */
export function markOf(
  marks: readonly ReviewMark[],
): (doc_id: string, finding_id: string) => ReviewMark | null {
  const byDocument = new Map<string, Map<string, ReviewMark>>();
  for (const mark of marks) {
    const own = byDocument.get(mark.doc_id) ?? new Map<string, ReviewMark>();
    byDocument.set(mark.doc_id, own.set(mark.finding_id, mark));
  }
  return (doc_id, finding_id) => byDocument.get(doc_id)?.get(finding_id) ?? null;
}

/**
 * The identity to look at first: where a cell is named, the one of its identities with the fewest cells, best with the
 * cell alone on a side; else the finding's own first.
 */
export function plainest({ instances, fact_id }: Finding): Instance {
  const named = instances.filter(({ left, right }) =>
    [left, right].some(({ fact_ids }) => fact_ids.some((id) => id === fact_id)),
  );
  const alone = ({ left, right }: Instance) =>
    [left, right].some(({ fact_ids }) => fact_ids.length === 1 && fact_ids[0] === fact_id);
  const cells = ({ left, right }: Instance) => left.fact_ids.length + right.fact_ids.length;
  const [first] = named.toSorted((a, b) => cells(a) - cells(b) || Number(alone(b)) - Number(alone(a)));
  return first ?? instances[0]!;
}

/** A side's figure as text that does not depend on the reader's unit: as printed, or in 元; empty where blank. */
export const figureOf = ({ printed, amount }: Side): string =>
  printed ?? (amount === null ? '' : fenToYuan(amount));

/** What a mark keeps of its finding. */
export function markedFinding(finding: Finding, document: DocumentRow): MarkedFinding {
  const { left, right } = plainest(finding);
  return {
    rule: finding.rule,
    document: document.title,
    message: { zh: finding.message.zh, en: finding.message.en },
    left: figureOf(left),
    right: figureOf(right),
  };
}

/** True where the figures of a finding are other ones than when it was marked: the judgement may be out of date. */
export function isStale(mark: ReviewMark, finding: Finding): boolean {
  const { left, right } = plainest(finding);
  return mark.about.left !== figureOf(left) || mark.about.right !== figureOf(right);
}

/** A mark that no finding answers to: its document is not loaded, or holds where it did not. */
export interface LostMark {
  mark: ReviewMark;
  reason: 'no_document' | 'no_finding';
}

/**
 * The marks whose finding is gone. `all` must be the reports of all documents loaded, not of those a filter leaves: a
 * mark out of sight is not lost.
 */
export function lostMarks(marks: readonly ReviewMark[], all: readonly CheckedDocument[]): LostMark[] {
  const byDocument = new Map(all.map(({ document, findings }) => [document.doc_id, findings]));
  return marks.flatMap((mark): LostMark[] => {
    const findings = byDocument.get(mark.doc_id);
    if (!findings) return [{ mark, reason: 'no_document' }];
    return findings.some(({ id }) => id === mark.finding_id) ? [] : [{ mark, reason: 'no_finding' }];
  });
}
