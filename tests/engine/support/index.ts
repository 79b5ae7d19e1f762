export { everything } from './everything';
export { memorySource } from './memory-source';
export { nativeEngine } from './native';
export { smallDataset } from './small-dataset';
export { manifestOf, rewritten, withBytes, withManifest } from './altered';
export { WatchedHost } from './watched-host';
