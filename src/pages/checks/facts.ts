import { runDocument } from '../../analysis/documents';
import type { DocumentRow, Fact } from '../../domain/facts';
import type { Engine } from '../../engine/types';
import type { FactLine } from '../../state';

/** The facts of one document by fact_id. */
export type Facts = ReadonlyMap<string, Fact>;

export async function readFacts(engine: Engine, doc_id: string): Promise<Facts> {
  const { facts } = await runDocument(engine, { doc_id });
  return new Map(facts.map((fact) => [fact.fact_id, fact]));
}

/** A fact as the evidence shows it. */
export function factLine({ amount, resolution, ...fact }: Fact, { title, file_name }: DocumentRow): FactLine {
  return {
    ...fact,
    title,
    file_name,
    amount_fen: amount,
    resolution_fen: resolution,
    quantity: '',
    owner: '',
  };
}
