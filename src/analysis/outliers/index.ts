export {
  LEAST_VALUES,
  OUTLIER_METHODS,
  outliers,
  type FlaggedValue,
  type OutlierMethod,
  type OutlierOptions,
  type Outliers,
  type OutlierValue,
} from './outliers';
export { ascending, median, quartile } from './quantile';
