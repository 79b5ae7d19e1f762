export { isNominal, NOMINAL, type Valuation } from './valuation';
export { NO_TABLES, staffKey, type ValuationTables } from './tables';
export { baseYear, priceFactor, yearsWithoutIndex } from './prices';
export { valued, type NotValued, type ValuationPlace, type Valued } from './valued';
export { indexed, shareOfTotal, type Indexed, type NotIndexed } from './indexed';
export { CPI, priceTable, type PublishedIndex } from './cpi';
export { decodePrices, encodePrices, parseIndex } from './own-prices';
export { staffQuery } from './queries';
export { staffTable, type StaffBasis, type StaffLine, type StaffTable } from './staff';
