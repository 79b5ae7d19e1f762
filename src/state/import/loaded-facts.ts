import type { Comparable } from '../../domain/compare-facts';
import type { Engine } from '../../engine/types';

type Line = Omit<Comparable, 'amount'> & { amount_fen: bigint };

/** The amounts of a loaded document, in the order of its forms. Throws EngineError. */
export async function loadedFacts(engine: Engine, docId: string): Promise<Comparable[]> {
  const lines = await engine.query<Line>({
    sql: `SELECT source, form, flow, classification, subject_code, subject_name, fund, measure, stage, amount_fen
FROM facts WHERE doc_id = ? ORDER BY source, form, fact_id`,
    params: [docId],
  });
  return lines.map(({ amount_fen, ...line }) => ({ ...line, amount: amount_fen }));
}
