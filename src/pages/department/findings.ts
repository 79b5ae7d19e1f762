import type { Sheet } from '../../analysis/department';
import type { CheckedDocument, Finding } from '../../checks';

export interface FindingLine {
  finding: Finding;
  year: number;
  /** Stage of its document. */
  stage: Sheet['stage'];
  /** What it is about. */
  label: string;
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** The findings of a department's documents: contradictions before remarks, then by the money at stake. */
export function findingsOf(reports: readonly CheckedDocument[], own: readonly Sheet[]): FindingLine[] {
  const sheets = new Map(own.map((sheet) => [sheet.document.doc_id, sheet]));
  return reports
    .flatMap(({ document, findings }) => {
      const sheet = sheets.get(document.doc_id);
      if (!sheet) return [];
      return findings.map((finding) => ({
        finding,
        year: document.fiscal_year,
        stage: sheet.stage,
        label: finding.instances[0]?.about ?? finding.rule,
      }));
    })
    .sort((a, b) => {
      const order = WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity];
      if (order !== 0) return order;
      const [x, y] = [a.finding.at_stake, b.finding.at_stake];
      return x === y ? b.year - a.year : x > y ? -1 : 1;
    });
}
