export {
  BASES,
  DEFAULT_COMPARE,
  LEAST_COMPARED,
  MOST_COMPARED,
  SHOWN_AT_FIRST,
  STRUCTURES,
  type CompareBasis,
  type CompareRequest,
  type Structure,
} from './request';
export { choose, compareModel, newest, type CompareModel, type CompareRow } from './model';
export {
  AMOUNTS,
  figureOf,
  RATIOS,
  ratioOf,
  ratioParts,
  type AmountMetric,
  type RatioMetric,
} from './metrics';
export { LEAST_PEERS, percentile, type Percentile } from './percentile';
export { PEER_KINDS, peersOf, type PeerGroup, type PeerKind } from './peers';
export { similarity, type NotSimilar, type Similarity } from './similarity';
export { byMoney, OTHERS, structureOf, withOthers, type Structured, type StructurePart } from './structure';
export { runCompare } from './run';
