import type { Session } from '../engine/types';
import { LETTERS, type DocumentStates } from './states';

/**
 * Fills the engine table `fact_states(doc_id, fact_id, state)` with a row for every fact of the documents given.
 * States come as one text a document, so that little crosses into the engine; a document whose facts are other ones by
 * now (their number differs) is left out rather than mixed up. Throws EngineError.
 */
export async function fillFactStates(
  session: Session,
  documents: readonly Pick<DocumentStates, 'doc_id' | 'letters'>[],
): Promise<void> {
  await session.loadRows('fact_state_letters', [
    { name: 'doc_id', type: 'VARCHAR', values: documents.map(({ doc_id }) => doc_id) },
    { name: 'letters', type: 'VARCHAR', values: documents.map(({ letters }) => letters) },
  ]);
  const cases = Object.entries(LETTERS).map(([state, letter]) => `WHEN '${letter}' THEN '${state}'`);
  await session.execute(`CREATE OR REPLACE TABLE fact_states AS
SELECT doc_id, fact_id, CASE substr(letters, nth, 1) ${cases.join(' ')} END AS state
FROM (
  SELECT facts.doc_id, facts.fact_id, l.letters,
    row_number() OVER (PARTITION BY facts.doc_id ORDER BY facts.fact_id) AS nth,
    count(*) OVER (PARTITION BY facts.doc_id) AS facts
  FROM facts JOIN fact_state_letters AS l ON l.doc_id = CAST(facts.doc_id AS VARCHAR)
) WHERE length(letters) = facts`);
  await session.execute('DROP TABLE fact_state_letters');
}
