import { functionalNameIn } from '../../domain/subject-names';
import type { BreakdownRows } from './breakdown';
import type { Choice } from './breakdown-request';
import { findings, statedOf } from './check';
import { comparedWith } from './compared-with';
import { finalOf, priorOf, type Figure, type Prior } from './figure';
import { isSubjectCode } from './items';
import { lookup } from './model';
import type { DocumentLine, StatementLine } from './rows';
import type { Step, StepReason } from './step';

/**
 * What this year's documents say of a part: of its own subject, or of those under it; of a department, of its total.
 * Sentences compare with the year just before, so none explains a change over several years.
 */
export function breakdownReasons(choice: Choice, rows: BreakdownRows): (step: Step) => StepReason[] {
  if (choice.from !== choice.to - 1) return () => [];
  const documents = new Map<string, { document: DocumentLine; before: DocumentLine | null; body: string }>();
  for (const { body } of choice.compared) {
    const document = body.documents.get(choice.to)!;
    documents.set(document.doc_id, {
      document,
      before: body.documents.get(choice.from) ?? null,
      body: body.key,
    });
  }
  const find = lookup(rows.figures);
  const subjects = new Map(rows.subjects.map((fact) => [`${fact.doc_id} ${fact.code}`, fact]));
  const subjectFigure = (doc_id: string | undefined, code: string): Figure | null => {
    const fact = doc_id === undefined ? undefined : subjects.get(`${doc_id} ${code}`);
    return fact && fact.sound ? fact : null;
  };
  const told = rows.statements.flatMap((line): StepReason[] => {
    const own = documents.get(line.doc_id);
    if (!own) return [];
    const code = isSubjectCode(line.item) ? line.item : null;
    const now = code ? subjectFigure(line.doc_id, code) : finalOf(find(line.doc_id, line.item));
    const prior: Prior | null = code
      ? asPrior(subjectFigure(own.before?.doc_id, code))
      : priorOf(find(line.doc_id, line.item), find(own.before?.doc_id, line.item));
    return [
      {
        document: own.document,
        item: line.item,
        name: code
          ? (subjects.get(`${line.doc_id} ${code}`)?.name ?? functionalNameIn(code, choice.to))
          : null,
        stated: statedOf(line),
        base: comparedWith(line.quote),
        findings: findings(line, code ? undefined : find(line.doc_id, line.item), now, prior),
      },
    ];
  });
  return (step) => told.filter((reason) => explains(choice, step, reason, documents));
}

const asPrior = (figure: Figure | null): Prior | null =>
  figure && { ...figure, source: 'document', quote: null };

function explains(
  choice: Choice,
  step: Step,
  { item, document }: StepReason,
  documents: ReadonlyMap<string, { body: string }>,
): boolean {
  if (choice.division === 'function')
    return step.codes.some((code) => isSubjectCode(item) && item.startsWith(code));
  if (choice.division === 'nature') return item === step.key;
  if (choice.division === 'body')
    return item === 'general' && documents.get(document.doc_id)?.body === step.key;
  return false;
}

/** Items whose sentences explain something in a division; null: functional subjects of all codes. */
export function itemsTold(division: Choice['division']): readonly StatementLine['item'][] | null {
  if (division === 'function') return null;
  return division === 'economy' ? [] : division === 'nature' ? ['personnel', 'running_costs'] : ['general'];
}
