import type { Engine, QueryOptions } from '../../engine/types';
import { executionModel, type ExecutionModel } from './model';
import { executionQueries } from './queries';
import type { ExecutionRequest, ExecutionScope } from './request';
import type {
  AllFundsLine,
  BudgetDocumentLine,
  BudgetLine,
  DisagreementLine,
  DocumentLine,
  FigureLine,
  ReasonLine,
  EvaluationLine,
  ExecutionRows,
} from './rows';

/** Asks the engine for all rows of a filter and level. Throws EngineError as the engine does. */
export async function executionRows(
  engine: Engine,
  scope: ExecutionScope,
  options?: QueryOptions,
): Promise<ExecutionRows> {
  const q = executionQueries(scope);
  const [documents, figures, budgets, budgetDocuments, evaluations, allFunds, disagreements, reasons] =
    await Promise.all([
      engine.query<DocumentLine>(q.documents, options),
      engine.query<FigureLine>(q.figures, options),
      engine.query<BudgetLine>(q.budgets, options),
      engine.query<BudgetDocumentLine>(q.budgetDocuments, options),
      engine.query<EvaluationLine>(q.evaluations, options),
      engine.query<AllFundsLine>(q.allFunds, options),
      engine.query<DisagreementLine>(q.disagreements, options),
      engine.query<ReasonLine>(q.reasons, options),
    ]);
  return {
    documents,
    figures,
    budgets,
    budgetDocuments,
    evaluations,
    allFunds,
    disagreements,
    reasons,
  };
}

/** Asks the engine and builds the sorted documents of a request. Throws EngineError as the engine does. */
export async function runExecution(
  engine: Engine,
  request: ExecutionRequest,
  options?: QueryOptions,
): Promise<ExecutionModel> {
  return executionModel(request, await executionRows(engine, request, options));
}
