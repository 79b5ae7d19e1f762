export type { DepartmentRequest } from './request';
export { FIGURE_KEYS, PURPOSES, type FigureKey, type Purpose } from './places';
export { documentsQuery, partsQuery, placesQuery, reasonsQuery, staffQuery } from './queries';
export { figureEvidence, ratioEvidence, sheets, type Sheet, type SheetFigure, type SheetPart } from './sheet';
export { budgetOf, executionLines, type ExecutionLine } from './execution';
export { classChanges, lastPair, statedChanges, type ClassChange } from './changes';
export { departmentModel, type DepartmentModel } from './model';
export { runDepartment } from './run';
export type { DocumentLine, PartLine, PlaceLine, ReasonLine, StaffCount } from './rows';
