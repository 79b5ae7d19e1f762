import type { DocumentRow, Fact, Kind } from '../../../../src/domain/facts';
import type { Fen, Unit } from '../../../../src/domain/money';

/** How one form set prints: its unit, and whether a zero is printed or left blank. */
export interface Style {
  kind: Kind;
  unit: Unit;
  zeros: boolean;
}

type Place = Partial<Fact> & Pick<Fact, 'flow' | 'classification' | 'subject_name' | 'fund' | 'measure'>;

/** Prints true amounts as a document does: each cell rounded on its own to the unit's two decimals. */
export class Printer {
  readonly facts: Fact[] = [];
  private lines = 0;

  constructor(readonly style: Style) {}

  /** One cell of a form; nothing where the amount is zero and zeros are blank. */
  cell(form: string, place: Place, amount: Fen, unit: Unit = this.style.unit): void {
    if (amount === 0n && !this.style.zeros) return;
    this.write(form, this.style.kind === 'budget' ? 'budget_form' : 'form', place, amount, unit);
  }

  /** A figure of the narrative or the self-evaluation, in 万元. */
  told(source: 'narrative' | 'performance', place: Place, amount: Fen, id: string): void {
    this.write(null, source, place, amount, '万元', `${source}-${id}`);
  }

  private write(
    form: string | null,
    source: Fact['source'],
    place: Place,
    amount: Fen,
    unit: Unit,
    id?: string,
  ) {
    const resolution = unit === '元' ? 1n : 10_000n;
    const stage = place.stage ?? (this.style.kind === 'budget' ? 'initial_budget' : 'final');
    this.lines += 1;
    const key = [
      form,
      place.flow,
      place.classification,
      place.subject_code ?? place.subject_name,
      place.fund,
      place.measure,
      stage,
    ];
    this.facts.push({
      fact_id: id ?? key.join('|'),
      doc_id: 'made',
      region: '某市',
      department: '某市档案馆',
      scope: 'department',
      fiscal_year: 2024,
      source,
      form,
      subject_code: null,
      subject_level: null,
      derived: false,
      printed_code: null,
      printed_name: null,
      printed_value: null,
      page: null,
      line: this.lines,
      quote: null,
      note: null,
      ...place,
      stage,
      amount: rounded(amount, resolution),
      resolution,
      printed_unit: unit,
    });
  }

  document(): DocumentRow {
    const forms = new Set(this.facts.flatMap(({ form }) => form ?? []));
    return {
      doc_id: 'made',
      title: '某市档案馆2024年度公开',
      region: '某市',
      department: '某市档案馆',
      fiscal_year: 2024,
      kind: this.style.kind,
      scope: 'department',
      unit_printed: this.style.unit,
      file_name: 'made.txt',
      sha256: '',
      pages: null,
      forms_present: [...forms].join(','),
      source_url: null,
      published: null,
      warnings: 0,
    };
  }
}

export function rounded(amount: Fen, resolution: Fen): Fen {
  const half = resolution / 2n;
  return amount >= 0n
    ? ((amount + half) / resolution) * resolution
    : -((-amount + half) / resolution) * resolution;
}
