export { memorySource } from './memory-source';
export { nativeEngine } from './native';
export { smallDataset } from './small-dataset';
