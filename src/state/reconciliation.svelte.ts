import type { EvidenceRequest } from '../analysis/evidence';
import type { CheckedDocument, CheckedFacts, Finding, Identity, MarkedFact } from '../checks';
import type { Engine } from '../engine/types';
import type { Dataset } from './dataset';
import { localChecker, workerChecker, type Checker } from './reconciliation/checker';
import { MarkIndex } from './reconciliation/mark-index';
import { bodyOf, each, inOrder, pieces, portions } from './reconciliation/portions';
import { firstChartDrawn } from './timing';

/**
 * What is worth telling of a figure: some of its amounts contradict an identity (`conflict`), are left out because
 * they do (`left_out`), or are not printed but implied (`implied`).
 */
export interface FigureState {
  state: 'conflict' | 'left_out' | 'implied';
  /** The amounts in this state, of all that lie under the figure's coordinates. */
  facts: readonly MarkedFact[];
  /** What the checks say of them, each once; none for implied amounts. */
  findings: readonly Finding[];
}

/** What the checks need of the page, so that they can be tested without one. */
export interface ReconciliationHost {
  /** Resolves when the page has shown something: the checks wait for it. */
  free(): Promise<void>;
  checker(): Checker;
}

const browserHost: ReconciliationHost = {
  free: firstChartDrawn,
  checker: () => (typeof Worker === 'undefined' ? localChecker() : workerChecker()),
};

const NOTHING = new MarkIndex([]);
/** A failure is told where it is awaited, or to nobody where the run is overtaken. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Marks are shown as they come, but not more often than this, ms. */
const SHOW_EVERY = 1000;

/**
 * The state of every figure. After the data are loaded all documents are checked in the background, in a thread of
 * their own, and again whenever the data change. Then the engine has the table `fact_states`.
 */
export class Reconciliation {
  /** All documents are checked: `reports` and `fact_states` are complete. */
  ready = $state(false);
  /** Documents checked, of how many. */
  progress = $state.raw<{ done: number; total: number }>({ done: 0, total: 0 });
  /** What the checks say of each document, in the order of the dataset; empty until `ready`. */
  reports = $state.raw<readonly CheckedDocument[]>([]);
  /** Why the checks stopped; nothing is known then. */
  failure = $state.raw<Error | null>(null);

  #marks = $state.raw(NOTHING);
  #run = 0;
  #checker: Checker | null = null;
  readonly #host: ReconciliationHost;
  readonly #leavesOut: () => boolean;

  /** `leavesOut`: whether amounts in conflict are left out of the figures. */
  constructor(leavesOut: () => boolean = () => false, host: ReconciliationHost = browserHost) {
    this.#leavesOut = leavesOut;
    this.#host = host;
  }

  /** Checks what is loaded; what was under way for other data is dropped. Never rejects: see `failure`. */
  async follow(engine: Engine, dataset: Dataset): Promise<void> {
    const run = ++this.#run;
    const overtaken = () => run !== this.#run;
    this.ready = false;
    this.failure = null;
    this.reports = [];
    this.#marks = NOTHING;
    this.progress = { done: 0, total: dataset.documents.length };
    try {
      await this.#host.free();
      if (overtaken()) return;
      // Not the rules: those are for the thread.
      const [{ loadInputsOf }, { fillFactStates }] = await Promise.all([
        import('../checks/load'),
        import('../checks/states-table'),
      ]);
      const checked: CheckedFacts[] = [];
      let shown = performance.now();
      const take = async (checking: Promise<CheckedFacts[]>) => {
        checked.push(...(await checking));
        if (overtaken()) return;
        this.progress = { done: checked.length, total: dataset.documents.length };
        if (performance.now() - shown < SHOW_EVERY) return;
        this.#show(checked);
        shown = performance.now();
      };
      // One portion is checked while the next one is read.
      let checking: Promise<CheckedFacts[]> = Promise.resolve([]);
      let anew = true;
      for (const documents of portions(dataset.documents)) {
        const handed: Promise<void>[] = [];
        for (const piece of pieces(documents)) {
          const inputs = await loadInputsOf(engine, piece, dataset.warnings, dataset.absences);
          if (overtaken()) return;
          handed.push(heard(this.#checks().add(inputs, anew)));
          anew = false;
        }
        await take(checking);
        if (overtaken()) return;
        checking = heard(Promise.all([this.#checks().check(), ...handed]).then(([found]) => found));
      }
      await take(checking);
      if (overtaken()) return;
      const letters = checked.map(({ facts }) => facts);
      await engine.install('fact_states', (session) => fillFactStates(session, letters));
      if (overtaken()) return;
      this.#show(checked);
      this.reports = inOrder(checked, dataset.documents);
      this.ready = true;
    } catch (error) {
      if (overtaken()) return;
      console.error(error);
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  /** What is worth telling of a figure; null where nothing is, or nothing is known yet. */
  stateOf(request: EvidenceRequest | null | undefined): FigureState | null {
    const marks = this.#marks;
    if (!request || marks.size === 0) return null;
    const leaves = this.#leavesOut();
    const facts = request.parts.flatMap(({ at }) => {
      // A sentence beside its form does not count: it contradicts the figure, but nothing is lost without it.
      const repeats = leaves && at.source === undefined && at.fact_ids === undefined;
      return marks.under(at).filter((fact) => !(repeats && fact.repeats));
    });
    if (facts.length === 0) return null;
    const conflicts = facts.filter(({ state }) => state === 'conflict');
    if (conflicts.length === 0) return { state: 'implied', facts, findings: [] };
    return {
      state: leaves ? 'left_out' : 'conflict',
      facts: conflicts,
      findings: each(conflicts.flatMap(({ findings }) => findings)),
    };
  }

  /** The identities that facts of one document take part in. Throws EngineError, or what stopped the checks. */
  async identities(
    engine: Engine,
    dataset: Dataset,
    doc_id: string,
    fact_ids: readonly string[],
  ): Promise<Identity[]> {
    const document = dataset.documents.find((one) => one.doc_id === doc_id);
    if (!document) return [];
    const { loadInputsOf } = await import('../checks/load');
    const body = dataset.documents.filter((one) => bodyOf(one) === bodyOf(document));
    const inputs = await loadInputsOf(engine, body, dataset.warnings, dataset.absences);
    return this.#checks().identities(inputs, doc_id, fact_ids);
  }

  #checks(): Checker {
    return (this.#checker ??= this.#host.checker());
  }

  #show(checked: readonly CheckedFacts[]): void {
    this.#marks = new MarkIndex(checked.flatMap(({ facts }) => facts.marked));
  }
}
