export type UnreadableReason =
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'encrypted'
  | 'damaged'
  | 'no_text'
  | 'too_large'
  | 'image'
  | 'archive'
  | 'old_word'
  | 'ofd'
  | 'unsupported_format'
  | 'narrative_only'
  | 'not_a_disclosure';

const MESSAGES: Record<UnreadableReason, string> = {
  empty: '文件是空的，没有可读的内容',
  binary: '文件是二进制内容，不是文本，也不是支持的格式',
  encoding: '文件的文字编码无法识别（支持 UTF-8、UTF-16、GB18030）',
  encrypted: '文件已加密，需要密码才能打开；请另存为不加密的文件',
  damaged: '文件已损坏或不完整，无法打开',
  no_text: '文件里没有文字（可能是扫描件或图片），无法读取数字',
  too_large: '文件解开后过大，没有读取',
  image: '这是图片，里面的数字无法读取；请先做文字识别，或使用文字版',
  archive: '这是压缩包，不是 Office 文件；请先解压，再导入里面的文件',
  old_word: '这是旧版 Word 或 WPS 文字文件；请另存为 docx 后再导入',
  ofd: '这是 OFD 版式文件；请另存为 PDF 后再导入',
  unsupported_format: '暂不支持这种文件格式',
  narrative_only: '这是公开的文字说明，里面没有公开表；请导入它的表格文件',
  not_a_disclosure: '没有找到任何部门决算或预算公开表',
};

/** A file that cannot become a disclosure. `message` is for the user; `cause` is for the log. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';

  constructor(
    readonly reason: UnreadableReason,
    readonly fileName: string,
    detail?: string,
    options?: ErrorOptions,
  ) {
    super(`${fileName}：${MESSAGES[reason]}${detail ? `（${detail}）` : ''}`, options);
  }
}
