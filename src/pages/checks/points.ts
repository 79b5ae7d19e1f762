import type { CheckedDocument, Finding, Instance, Side } from '../../checks';
import { plainest } from './review';
import type { Line } from './view';
import { amountText, differenceText, figureText, type Reader, type Words } from './words';

/** One side of a point: what is printed, where, and how much. */
export interface PointSide {
  label: string;
  figure: string;
  side: Side;
}

/** One point to verify on paper: a question, two places, no judgement. */
export interface Point {
  n: number;
  id: string;
  question: string;
  left: PointSide;
  right: PointSide;
  difference: string;
  /** What would make the places agree, and how many. */
  hint: string;
}

/** The points of one document, in the order of its forms and sections as the findings come. */
export interface PointList {
  checked: CheckedDocument;
  points: readonly Point[];
}

/** What is asked of the two figures; neither is called wrong. */
function question({ relation, outcome, left, right }: Instance, t: Words): string {
  if (outcome === 'unknown') return t('point_unknown');
  if (relation === 'at_most') return t('point_at_most');
  if (relation === 'rate') return t('point_rate');
  if (relation === 'text' || left.printed !== undefined || right.printed !== undefined)
    return t('point_text');
  return left.amount === null || right.amount === null ? t('point_blank') : t('point_equal');
}

/** What the cell that a finding names is called; null where it is not known. */
export type CellName = (doc_id: string, fact_id: string) => string | null;

function hintOf(
  { doc_id, fact_id, expected, instances }: Finding,
  nameOf: CellName,
  reader: Reader,
  t: Words,
): string {
  const n = instances.length;
  const cell = fact_id === null ? null : nameOf(doc_id, fact_id);
  if (cell !== null && expected !== null)
    return t('point_hint', { cell, amount: amountText(expected, reader), n });
  return n > 1 ? t('point_related', { n }) : '';
}

/** The findings as points to verify, document by document; of one with several identities the plainest is shown. */
export function pointLists(lines: readonly Line[], nameOf: CellName, reader: Reader, t: Words): PointList[] {
  const byDocument = new Map<CheckedDocument, Line[]>();
  for (const line of lines) byDocument.set(line.checked, [...(byDocument.get(line.checked) ?? []), line]);
  return [...byDocument].map(([checked, own]) => ({
    checked,
    points: own.map(({ finding }, i): Point => {
      const first = plainest(finding);
      const sideOf = (side: Side): PointSide => ({
        label: side.label,
        figure: figureText(side, reader, t),
        side,
      });
      return {
        n: i + 1,
        id: finding.id,
        question: `${first.about}：${question(first, t)}`,
        left: sideOf(first.left),
        right: sideOf(first.right),
        difference: differenceText(first, reader),
        hint: hintOf(finding, nameOf, reader, t),
      };
    }),
  }));
}
