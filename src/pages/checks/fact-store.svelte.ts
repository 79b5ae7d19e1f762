import type { Fact } from '../../domain/facts';
import type { Engine } from '../../engine/types';
import { readFacts, type Facts } from './facts';

/** The facts of the documents whose findings are shown, read once each while the data stay. */
export class FactStore {
  #documents = $state.raw<Readonly<Record<string, Facts>>>({});
  #asked: Readonly<Record<string, Promise<void>>> = {};

  constructor(private readonly engine: Engine) {}

  /** Reads what is not there yet, one document after the other. Throws EngineError. */
  async need(docIds: readonly string[]): Promise<void> {
    for (const doc_id of docIds) {
      const asked = this.#asked[doc_id] ?? this.#read(doc_id);
      this.#asked = { ...this.#asked, [doc_id]: asked };
      await asked;
    }
  }

  async #read(doc_id: string): Promise<void> {
    try {
      const facts = await readFacts(this.engine, doc_id);
      this.#documents = { ...this.#documents, [doc_id]: facts };
    } catch (error) {
      const { [doc_id]: _, ...others } = this.#asked;
      this.#asked = others;
      throw error;
    }
  }

  /** Undefined while the document is on its way. */
  of(doc_id: string): Facts | undefined {
    return this.#documents[doc_id];
  }

  /** The facts of a side that are known by now, in their order. */
  facts(doc_id: string, fact_ids: readonly string[]): Fact[] {
    const own = this.#documents[doc_id];
    return own ? fact_ids.flatMap((id) => own.get(id) ?? []) : [];
  }
}
