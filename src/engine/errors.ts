/**
 * - `query`: the database rejects the statement or fails while running it (its own message);
 * - `refused`: a fence does not let the statement, a parameter or a result column through;
 * - `out_of_memory`: the database has no memory left; it goes on working;
 * - `cancelled`, `timeout`: stopped by the caller;
 * - `crashed`: the database died, and died again when it was tried once more;
 * - `unavailable`: the database cannot be started (files missing, blocked, closed).
 */
export type EngineErrorKind =
  'query' | 'refused' | 'out_of_memory' | 'cancelled' | 'timeout' | 'crashed' | 'unavailable';

/** The only error that leaves the engine. `message` is for the log and developers; the interface words the kind. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly kind: EngineErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a worker tells of an exception: `Error` is the database speaking, other names are the machine failing. */
export interface ReportedError {
  name: string;
  message: string;
}

const DEAD =
  /memory access out of bounds|function signature mismatch|null function|table index is out of bounds|unreachable|indirect call|FATAL|has been invalidated|call stack|INTERNAL Error/i;
const NO_MEMORY = /out of memory|bad_alloc|cannot enlarge memory|failed to allocate|allocation fail/i;
/** A refusal of the database itself, but one that leaves the 64 KB stack unusable (measured: the next statement dies). */
const TOO_DEEP = /maximum recursion depth/i;

/** What a worker reported → an EngineError, and whether the database is to be started anew. */
export function classify(reported: ReportedError): { error: EngineError; dead: boolean } {
  const { name, message } = reported;
  if (NO_MEMORY.test(message)) return { error: new EngineError('out_of_memory', message), dead: false };
  if (TOO_DEEP.test(message)) return { error: new EngineError('refused', message), dead: true };
  if (name !== 'Error' || DEAD.test(message)) {
    return { error: new EngineError('crashed', `${name}: ${message}`), dead: true };
  }
  return { error: new EngineError('query', message), dead: false };
}

/** Any thrown value as an EngineError; its cause is kept. */
export function asEngineError(thrown: unknown, kind: EngineErrorKind): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new EngineError(kind, message, { cause: thrown });
}
