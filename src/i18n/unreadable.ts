import { dictionary } from './dictionary';

/** Why a file gives no figures, and what the reader can do: `<reason>` and `<reason>_do`, by the reasons of src/documents. */
export const unreadable = dictionary({
  empty: { zh: '文件是空的。', en: 'The file is empty.' },
  empty_do: { zh: '请重新下载后再导入。', en: 'Download it again, then import it.' },
  binary: {
    zh: '文件是二进制内容，不是文本，也不是支持的格式。',
    en: 'The file is binary, of no format that can be read.',
  },
  binary_do: {
    zh: '支持 PDF、Excel、Word（docx）、网页、CSV 和文本。',
    en: 'PDF, Excel, Word (docx), HTML, CSV and text can be read.',
  },
  encoding: { zh: '文字编码无法识别。', en: 'The encoding of the text is unknown.' },
  encoding_do: { zh: '请另存为 UTF-8 后再导入。', en: 'Save it as UTF-8, then import it.' },
  changed: {
    zh: '文件在读取之后被改动、移动或删除了。',
    en: 'The file was changed, moved or deleted after it was read.',
  },
  changed_do: {
    zh: '请重新读取；找不到时请再选一次文件。',
    en: 'Read it again; choose it again if it moved.',
  },
  encrypted: { zh: '文件已加密，需要密码才能打开。', en: 'The file is encrypted and needs a password.' },
  encrypted_do: {
    zh: '请用密码打开后另存为不加密的文件，再导入。',
    en: 'Open it with the password, save it without one, then import it.',
  },
  damaged: { zh: '文件已损坏或不完整，无法打开。', en: 'The file is damaged or incomplete.' },
  damaged_do: { zh: '请重新下载后再导入。', en: 'Download it again, then import it.' },
  too_large: { zh: '文件解开后过大，没有读取。', en: 'Unpacked, the file is too large to be read.' },
  too_large_do: { zh: '请分成几个文件后再导入。', en: 'Split it into several files, then import them.' },
  image: { zh: '这是图片，里面的数字无法读取。', en: 'This is a picture: its figures cannot be read.' },
  image_do: {
    zh: '请先做文字识别（OCR），或使用可复制文字的版本。',
    en: 'Run text recognition (OCR) first, or use a version with text.',
  },
  archive: { zh: '这是压缩包。', en: 'This is an archive.' },
  archive_do: { zh: '请先解压，再导入里面的文件。', en: 'Unpack it, then import the files in it.' },
  old_word: { zh: '这是旧版 Word 或 WPS 文字文件。', en: 'This is a file of old Word or of WPS Writer.' },
  old_word_do: { zh: '请另存为 docx 后再导入。', en: 'Save it as docx, then import it.' },
  ofd: { zh: '这是 OFD 版式文件。', en: 'This is an OFD file.' },
  ofd_do: { zh: '请另存为 PDF 后再导入。', en: 'Save it as PDF, then import it.' },
  no_text: { zh: '页面里没有文字，可能是扫描件。', en: 'The pages hold no text: it may be a scan.' },
  no_text_do: {
    zh: '请先做文字识别（OCR），或向发布单位索取可复制文字的版本。',
    en: 'Run text recognition (OCR) first, or ask the publisher for a version with text.',
  },
  unsupported_format: { zh: '暂不支持这种文件格式。', en: 'This format cannot be read yet.' },
  unsupported_format_do: {
    zh: '支持 PDF、Excel、Word（docx）、网页、CSV 和文本；旧版 Word（doc）请另存为 docx。',
    en: 'PDF, Excel, Word (docx), HTML, CSV and text can be read; save old Word files (doc) as docx.',
  },
  narrative_only: {
    zh: '这是公开的文字说明，里面没有公开表。',
    en: 'This is the text of a disclosure, without its forms.',
  },
  narrative_only_do: { zh: '请导入它的表格文件。', en: 'Import the file that holds the forms.' },
  not_a_disclosure: {
    zh: '没有找到任何部门决算或预算公开表。',
    en: 'No form of a final account or a budget was found.',
  },
  not_a_disclosure_do: {
    zh: '请确认文件是部门决算公开或部门预算公开，并且表格没有做成图片。',
    en: 'Make sure that it is such a disclosure, and that its tables are no pictures.',
  },
  other: { zh: '读取时出错。', en: 'Reading failed.' },
  other_do: {
    zh: '可以重新读取；仍然失败时，把技术细节发给维护者。',
    en: 'Try again; if it fails too, send the technical details to the maintainers.',
  },
});
