import type { Classification, Flow, Fund, Measure, Scope, Source, Stage } from '../../domain/facts';

/**
 * Where facts are: every given coordinate must hold, an absent one may be anything. The facts found are added up,
 * so the coordinates must not reach two levels or two forms of the same money (give `form`, and `subject_code`
 * or `subject_level`).
 */
export interface Coordinates {
  years?: readonly number[];
  departments?: readonly string[];
  regions?: readonly string[];
  doc_ids?: readonly string[];
  /** Facts by name, together with `doc_ids`: for figures that no coordinates describe. */
  fact_ids?: readonly string[];
  scope?: Scope;
  source?: Source;
  form?: string;
  flow?: Flow;
  classification?: Classification;
  subject_code?: string;
  /** Facts whose code begins so, e.g. '201' with subject_level 3: the 项 under a class. */
  under?: string;
  subject_name?: string;
  subject_level?: number;
  fund?: Fund;
  measure?: Measure;
  stage?: Stage;
}

/** What the drawer's big figure is, from the sums of the parts. */
export const SHOWN = [
  /** The sum of the first part. */
  'amount',
  /** first ÷ second, %. */
  'execution_rate',
  /** first − second. */
  'change',
  /** (first − second) ÷ second, %. */
  'change_rate',
  /** first ÷ second, %. */
  'share',
  /** first ÷ second, % (“三公”). */
  'control_rate',
] as const;
export type Shown = (typeof SHOWN)[number];

/**
 * One addend of the story: `term` names it in the drawer (a TermName, e.g. 'final', 'initial_budget'). Parts of the
 * same term are added up, for figures that no single coordinates reach.
 */
export interface EvidencePart {
  term: string;
  at: Coordinates;
}

/**
 * What to explain. It is complete in itself (the URL holds it), so the drawer computes its figure from the facts
 * again and a reloaded link shows the same.
 */
export interface EvidenceRequest {
  /** Heading, e.g. `一般公共服务支出（201）`: subject names are data, not interface text. */
  title: string;
  show: Shown;
  parts: readonly EvidencePart[];
}
