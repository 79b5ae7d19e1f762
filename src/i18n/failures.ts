import { dictionary } from './dictionary';

/** What went wrong, with which file, and what to do: one sentence and one step for each kind of error. */
export const failures = dictionary({
  not_an_extract: {
    zh: '{file} 不是可以打开的数据包。',
    en: '{file} is no data package that can be opened.',
  },
  not_an_extract_do: {
    zh: '请确认它由本工具的提取命令生成，没有被改动。',
    en: 'Make sure it was written by the extract command and not changed since.',
  },
  schema: {
    zh: '数据包的 {table} 表与约定不符：{column} 列。',
    en: 'Table {table} of the package is not as agreed: column {column}.',
  },
  schema_do: {
    zh: '请用同一版本的提取命令重新生成数据包。',
    en: 'Write the package again with the extract command of this version.',
  },
  damaged: {
    zh: '数据文件 {file} 缺失或损坏。',
    en: 'The data file {file} is missing or damaged.',
  },
  damaged_do: {
    zh: '请检查网络或重新部署 data 文件夹，然后重试。',
    en: 'Check the connection, or deploy the data folder again, then try again.',
  },
  unavailable: { zh: '分析引擎没有启动。', en: 'The analysis engine did not start.' },
  unavailable_do: {
    zh: '请使用较新的 Chrome、Edge、Firefox 或 Safari，并确认没有禁用 WebAssembly。',
    en: 'Use a recent Chrome, Edge, Firefox or Safari, and make sure that WebAssembly is not blocked.',
  },
  out_of_memory: { zh: '内存不足。', en: 'There is not enough memory.' },
  out_of_memory_do: {
    zh: '请关闭其他标签页，或缩小年度、部门范围后重试。',
    en: 'Close other tabs, or choose fewer years or departments, then try again.',
  },
  crashed: { zh: '分析引擎停止了工作。', en: 'The analysis engine stopped working.' },
  timeout: { zh: '计算用时过长，已停止。', en: 'The computation took too long and was stopped.' },
  retry_do: { zh: '请重试；仍然失败时刷新页面。', en: 'Try again; reload the page if that fails too.' },
  other: { zh: '出现了没有预料到的错误。', en: 'Something unexpected went wrong.' },
  other_do: {
    zh: '其他页面不受影响。可以重试，或把技术细节发给维护者。',
    en: 'The other pages still work. Try again, or send the technical details to the maintainers.',
  },
});
