export { MOST_ROWS, runReading } from './run';
export { kindOf, type ReadingResult, type ResultCell, type ResultColumn, type ResultKind } from './result';
export { QUESTIONS, type Question } from './questions';
export { chartOf, chartable, pointsOf, type ChartChoice, type ChartPoint } from './chart';
