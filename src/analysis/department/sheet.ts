import type { Fen } from '../../domain/money';
import { groupRows } from '../group';
import type { Coordinates, EvidenceRequest } from '../evidence';
import { PLACES, type FigureKey } from './places';
import type { DocumentLine, PartLine, PlaceLine } from './rows';

/** A printed figure: 分, with where it is for the drawer. */
export interface SheetFigure {
  amount: Fen;
  resolution: Fen;
  doc_id: string;
  /** Null: the narrative. */
  form: string | null;
  at: Coordinates;
}

/** A class of spending or an origin of income in one document. */
export interface SheetPart extends SheetFigure {
  code: string;
  name: string;
}

/** What one document says of its department. `stage`: 决算 of a final account, 年初预算 of a budget. */
export interface Sheet {
  document: DocumentLine;
  stage: 'final' | 'initial_budget';
  figures: ReadonlyMap<FigureKey, SheetFigure>;
  /** By functional class: forms 05, B05. */
  classes: readonly SheetPart[];
  /** 基本支出 by economic class: forms 06, B06. */
  economy: readonly SheetPart[];
  /** Income by origin: forms 01, B01. */
  origins: readonly SheetPart[];
  /** 年初预算 by functional class as the narrative of a final account says it. */
  initial: readonly SheetPart[];
}

function placed(lines: readonly PlaceLine[]): Map<FigureKey, SheetFigure> {
  const figures = new Map<FigureKey, SheetFigure>();
  for (const line of [...lines].sort((a, b) => a.place - b.place)) {
    const place = PLACES[line.place];
    if (!place || figures.has(place.key)) continue;
    const { doc_id, amount_fen: amount, resolution_fen: resolution } = line;
    const at = { doc_ids: [doc_id], fact_ids: [line.fact_id] };
    figures.set(place.key, { amount, resolution, doc_id, form: place.form, at });
  }
  return figures;
}

/** Where the 项 of a class are whose initial budgets were added up. */
const items = ({ doc_id, code }: PartLine): Coordinates => ({
  doc_ids: [doc_id],
  source: 'narrative',
  flow: 'expenditure',
  classification: 'function',
  under: code,
  subject_level: 3,
  fund: 'general',
  measure: 'total',
  stage: 'initial_budget',
});

function parts(
  lines: readonly PartLine[],
  part: PartLine['part'],
  names: ReadonlyMap<string, string>,
): SheetPart[] {
  const own = lines.filter((line) => line.part === part);
  // A class that the narrative prints itself counts before the sum of its 项.
  const printed = new Set(own.filter(({ level }) => level === 1).map(({ code }) => code));
  const listed = new Map(lines.filter((line) => line.part === 'items').map(({ code, n }) => [code, n]));
  // 项 make up their class only where each that was spent on has a budget.
  const whole = ({ code, n }: PartLine) => !printed.has(code) && n >= (listed.get(code) ?? 0);
  return own
    .filter((line) => line.level === 1 || whole(line))
    .map((line) => ({
      code: line.code,
      name: line.name ?? names.get(line.code) ?? line.code,
      amount: line.amount_fen,
      resolution: line.resolution_fen,
      doc_id: line.doc_id,
      form: line.form,
      at: line.level === 3 ? items(line) : { doc_ids: [line.doc_id], fact_ids: [line.fact_id] },
    }));
}

/** Rows of the engine → a sheet a document, in the order of the documents. */
export function sheets(
  documents: readonly DocumentLine[],
  places: readonly PlaceLine[],
  partLines: readonly PartLine[],
): Sheet[] {
  const placesOf = groupRows([...places], (line) => line.doc_id);
  const partsOf = groupRows([...partLines], (line) => line.doc_id);
  return documents.map((document): Sheet => {
    const lines = partsOf.get(document.doc_id) ?? [];
    const names = new Map(
      lines.flatMap(({ part, code, name }): [string, string][] =>
        part === 'function' && name ? [[code, name]] : [],
      ),
    );
    return {
      document,
      stage: document.kind === 'budget' ? 'initial_budget' : 'final',
      figures: placed(placesOf.get(document.doc_id) ?? []),
      classes: parts(lines, 'function', names),
      economy: parts(lines, 'economy', names),
      origins: parts(lines, 'origin', names),
      initial: parts(lines, 'initial', names),
    };
  });
}

/** What the drawer explains for one figure. `term`: what it is called there. */
export function figureEvidence(
  figure: SheetFigure | null,
  term: string,
  title: string,
): EvidenceRequest | null {
  return figure ? { title, show: 'amount', parts: [{ term, at: figure.at }] } : null;
}

/** The same for a share or a rate of two figures; null where one is missing. */
export function ratioEvidence(
  top: { figure: SheetFigure; term: string } | null,
  base: { figure: SheetFigure; term: string } | null,
  show: 'share' | 'execution_rate' | 'control_rate' | 'change' | 'change_rate',
  title: string,
): EvidenceRequest | null {
  if (!top || !base) return null;
  const part = ({ figure, term }: { figure: SheetFigure; term: string }) => ({ term, at: figure.at });
  return { title, show, parts: [part(top), part(base)] };
}
