export { ENTRY_KINDS, type EntryKind, type OtherName, type Romanize, type SearchEntry } from './entry';
export { grouped, search, searchIndex, type Hit, type SearchIndex } from './search';
export { subjectsQuery } from './queries';
export {
  subjectEndedIn,
  subjectEntries,
  subjectEntryId,
  subjectOfEntry,
  type SubjectClassification,
  type SubjectLine,
} from './subjects';
export { fold } from './match';
