export { toCsv, toTsv } from './csv';
export { sheetNames, toXlsx } from './xlsx';
export { safeText } from './safe-cell';
export { heading, type Cell, type ExportColumn, type ExportTable } from './table';
export { toSvg, type FigureText } from './svg';
export { toPng } from './png';
export { fileName, saveFile } from './download';
