export { actionsOf, type Action } from './actions';
export { choose, chooseOther } from './choose';
export { departmentEntries, documentEntries, loadSubjectEntries, pageEntries, viewEntries } from './entries';
export { recentIds } from './recent';
export { loadRomanize } from '../pinyin';
export {
  grouped,
  search,
  searchIndex,
  subjectEndedIn,
  subjectOfEntry,
  type EntryKind,
  type Hit,
  type Romanize,
  type SearchEntry,
} from '../../analysis/search';
