export type UnreadableReason =
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'encrypted'
  | 'damaged'
  | 'no_text'
  | 'unsupported_format'
  | 'narrative_only'
  | 'not_a_disclosure';

const MESSAGES: Record<UnreadableReason, string> = {
  empty: '文件是空的，没有可读的内容',
  binary: '文件是二进制内容，不是文本',
  encoding: '文件的文字编码无法识别（支持 UTF-8、UTF-16、GB18030）',
  encrypted: 'PDF 已加密，需要密码才能打开',
  damaged: 'PDF 已损坏或不完整，无法打开',
  no_text: 'PDF 里没有文字层（可能是扫描件），无法读取数字',
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
