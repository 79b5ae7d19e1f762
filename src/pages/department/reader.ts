import type { Sheet, SheetFigure } from '../../analysis/department';
import type { Unit } from '../../domain/money';
import type { Language, Translate } from '../../i18n';
import type { department } from '../../i18n/pages/department';
import type { AppState } from '../../state';
import { unitLabel } from '../../state';

/** What turns figures into words, with how the reader wants amounts valued. */
export interface Reader {
  t: Translate<typeof department>;
  unit: Unit;
  language: Language;
  app: Pick<AppState, 'valuation' | 'valuationTables' | 'ownPrices' | 'language' | 'unit'>;
}

export const unitOf = ({ unit, language }: Reader): string => unitLabel(unit, language);

/** `2024 决算`: the column of a document. */
export const sheetLabel = ({ stage, document }: Sheet, { t }: Reader): string =>
  t(stage, { year: document.fiscal_year });

export const placeOf = ({ document }: Sheet) => ({
  fiscal_year: document.fiscal_year,
  department: document.department,
});

/** What a figure is called in the drawer: the stage of its document, unless it is a budget that a final account states. */
export const termOf = (sheet: Sheet, figure: SheetFigure | null, budget = false): string =>
  budget && figure ? 'initial_budget' : sheet.stage;
