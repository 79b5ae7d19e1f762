import { nodeHost } from '../../../src/engine/node';
import type { Host, Port, Request } from '../../../src/engine/protocol';

/**
 * How a database dies: the machine reports a trap, the worker is gone without a word, or its memory is damaged, so
 * that it answers an ordinary error and from then on nothing but errors.
 */
export type Death = 'trap' | 'exit' | 'damage';

const TRAP = { name: 'RuntimeError', message: 'memory access out of bounds' };
const NONSENSE = { name: 'Error', message: 'Binder Error: Catalog "system" does not exist!' };

/** A Node host that counts what goes through it and can let the database die of chosen statements. */
export class WatchedHost implements Host {
  readonly wasm = nodeHost.wasm;
  /** Workers started. */
  boots = 0;
  /** Statements sent, of all workers. */
  readonly statements: string[] = [];
  readonly #deaths: { part: string; how: Death; left: number }[] = [];

  /** The next `times` statements that contain `part` kill the database. */
  dieOf(part: string, how: Death, times = 1): void {
    this.#deaths.push({ part, how, left: times });
  }

  sent(part: string): number {
    return this.statements.filter((sql) => sql.includes(part)).length;
  }

  readonly open: Host['open'] = (onResponse, onFailure): Port => {
    this.boots++;
    const port = nodeHost.open(onResponse, onFailure);
    let damaged = false;
    return {
      terminate: () => port.terminate(),
      post: (request: Request, transfer) => {
        if (request.type !== 'RUN_QUERY') return port.post(request, transfer);
        const [, sql] = request.data as [number, string];
        this.statements.push(sql);
        const answer = (data: typeof TRAP) =>
          queueMicrotask(() => onResponse({ requestId: request.messageId, type: 'ERROR', data }));
        if (damaged) return answer(NONSENSE);
        const death = this.#deaths.find(({ part, left }) => left > 0 && sql.includes(part));
        if (!death) return port.post(request, transfer);
        death.left--;
        if (death.how === 'exit') return port.terminate();
        if (death.how === 'trap') return answer(TRAP);
        damaged = true;
        answer(NONSENSE);
      },
    };
  };
}
