export { findCauses } from './findings';
