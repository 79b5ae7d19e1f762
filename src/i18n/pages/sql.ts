import { dictionary } from '../dictionary';

/** SQL 查询: readers' own questions to the loaded tables. */
export const sql = dictionary({
  title: { zh: 'SQL 查询', en: 'SQL' },
  sub: {
    zh: '用 SQL 只读查询已载入的表。金额是整数分，列名以 _fen 结尾；合计精确，不会改动数据。',
    en: 'Read-only queries on the loaded tables. Money is whole fen (0.01 yuan) in columns named …_fen; sums are exact, and nothing is changed.',
  },
  editor: { zh: 'SQL 语句', en: 'SQL statement' },
  placeholder: { zh: 'SELECT … FROM facts', en: 'SELECT … FROM facts' },
  run: { zh: '运行', en: 'Run' },
  run_keys: { zh: '运行（{keys}）', en: 'Run ({keys})' },
  stop: { zh: '停止', en: 'Stop' },
  running: { zh: '正在运行，{seconds} 秒', en: 'Running, {seconds} s' },
  stopped: { zh: '已停止。数据没有变化。', en: 'Stopped. The data are as they were.' },
  timeout: {
    zh: '运行超过 {seconds} 秒，已自动停止。加上筛选条件或 LIMIT 再试。',
    en: 'Stopped after {seconds} s. Add conditions or a LIMIT.',
  },
  panel: { zh: '示例和表结构', en: 'Examples and schema' },
  questions: { zh: '示例问题', en: 'Worked questions' },
  schema: { zh: '表和列', en: 'Tables and columns' },
  rows_of: { zh: '{n} 行', en: '{n} rows', one: '{n} row' },
  insert: { zh: '插入 {name}', en: 'Insert {name}' },
  values: { zh: '取值：{list}', en: 'Values: {list}' },
  result: { zh: '查询结果', en: 'Result' },
  shown: { zh: '{n} 行，用时 {ms} 毫秒', en: '{n} rows in {ms} ms', one: '{n} row in {ms} ms' },
  more: {
    zh: '只取前 {n} 行，结果还有更多；导出的也是这 {n} 行。',
    en: 'Only the first {n} rows; there are more. Exports hold these {n}.',
  },
  no_rows: { zh: '没有符合条件的行', en: 'No row fits' },
  no_rows_hint: {
    zh: '语句运行成功，但没有结果。检查条件里的取值，右侧列出了每列可能的取值。',
    en: 'The statement ran and found nothing. Check the values in its conditions; the schema lists them.',
  },
  view: { zh: '显示', en: 'Show as' },
  view_table: { zh: '表格', en: 'Table' },
  view_chart: { zh: '图', en: 'Chart' },
  chart_shape: { zh: '图形', en: 'Chart' },
  shape_bars: { zh: '条形', en: 'Bars' },
  shape_line: { zh: '折线', en: 'Lines' },
  chart_label: { zh: '名称', en: 'Names' },
  chart_value: { zh: '数值', en: 'Values' },
  chart_series: { zh: '分线', en: 'Lines by' },
  series_none: { zh: '不分', en: 'one line' },
  chart_none: {
    zh: '这个结果没有可以画图的数值列和名称列。',
    en: 'This result has no column of figures and names to draw.',
  },
  chart_cut: { zh: '条形图画前 {n} 行，共 {of} 行', en: 'Bars of the first {n} of {of} rows' },
  chart_lines_cut: { zh: '画前 {n} 条线，共 {of} 条', en: 'The first {n} of {of} lines' },
  chart_blank: { zh: '{n} 行没有数值，没有画出', en: '{n} rows without a figure are not drawn' },
  chart_repeated: {
    zh: '同一年同一条线有多行，图上各画一点：请在语句里先汇总。',
    en: 'Several rows of one year and line are drawn as points of their own: aggregate them in the statement.',
  },
  note_fen: {
    zh: '列名以 _fen 结尾的整数是分，按所选单位显示和导出',
    en: 'Whole numbers in columns named …_fen are fen (0.01 yuan), shown and exported in the chosen unit',
  },
  note_float: {
    zh: '{names} 是浮点数，不是精确值',
    en: '{names}: floating point, not exact',
  },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  not_a_number: { zh: '不是数：除以零或没有值', en: 'Not a number: divided by zero, or no value' },
  sql_note: { zh: 'SQL：{sql}', en: 'SQL: {sql}' },

  refused: { zh: '这条语句不能运行', en: 'This statement is not run' },
  refused_empty: { zh: '还没有写语句。', en: 'There is no statement yet.' },
  refused_several: {
    zh: '一次只能运行一条语句：“{found}”前面的分号后面还有内容。',
    en: 'One statement at a time: there is more after the semicolon before “{found}”.',
  },
  refused_statement: {
    zh: '这里只能查询，不能用 {found}：语句要以 SELECT、WITH、FROM 或 VALUES 开头。数据不会被改动。',
    en: 'Only queries, not {found}: a statement begins with SELECT, WITH, FROM or VALUES. The data are never changed.',
  },
  refused_relation: {
    zh: '没有“{found}”这个表。可以查询的表：{tables}。外部文件和网址不能读取。',
    en: 'There is no table “{found}”. Tables: {tables}. Files and addresses are not read.',
  },
  refused_function: {
    zh: '不能使用 {found}：它读取文件、系统设置或引擎内部的表。',
    en: '{found} is not allowed: it reads files, settings or parts of the engine.',
  },
  refused_brackets: { zh: '括号没有配对，见“{found}”。', en: 'Brackets do not match, at “{found}”.' },
  refused_parameter: {
    zh: '“{found}”是参数，这里没有值：请直接写出数值或文字。',
    en: '“{found}” is a parameter without a value: write the value itself.',
  },

  failed: { zh: '语句出错', en: 'The statement failed' },
  failed_syntax: { zh: '语法错误，在“{near}”附近。', en: 'Syntax error near “{near}”.' },
  failed_unfinished: { zh: '语句没有写完。', en: 'The statement is not finished.' },
  failed_column: { zh: '没有“{name}”这一列。{hint}', en: 'There is no column “{name}”. {hint}' },
  failed_ambiguous: {
    zh: '“{name}”在几个表里都有，请写明表名，如 f.{name}。',
    en: '“{name}” is in several tables: name the table, e.g. f.{name}.',
  },
  failed_group: {
    zh: '“{name}”既不在 GROUP BY 里，也没有汇总：加进 GROUP BY，或用 sum、max、any_value。',
    en: '“{name}” is neither in GROUP BY nor aggregated: add it there, or use sum, max or any_value.',
  },
  failed_function: { zh: '没有 {name} 这个函数。{hint}', en: 'There is no function {name}. {hint}' },
  failed_types: {
    zh: '函数的参数类型不对：{name}。可以用 CAST(… AS …) 转换。',
    en: 'The arguments do not fit: {name}. Convert them by CAST(… AS …).',
  },
  failed_compare: {
    zh: '比较或运算的两边类型不同：{name}。可以用 CAST(… AS …) 转换。',
    en: 'Values of different types: {name}. Convert them by CAST(… AS …).',
  },
  failed_convert: { zh: '不能转换：{name}。', en: 'Cannot convert: {name}.' },
  failed_overflow: {
    zh: '数值超出范围：{name}。',
    en: 'A number is out of range: {name}.',
  },
  failed_memory: {
    zh: '结果太大，内存不够。加上筛选条件、先汇总，或用 LIMIT。',
    en: 'Out of memory. Add conditions, aggregate first, or use LIMIT.',
  },
  failed_size: {
    zh: '语句太长或嵌套太深，引擎不能运行。分成几步写。',
    en: 'The statement is too long or too deep for the engine. Split it.',
  },
  failed_engine: {
    zh: '引擎不能运行 {name}。',
    en: 'The engine does not run {name}.',
  },
  failed_crashed: {
    zh: '引擎中断，已重新启动，数据没有变化。请简化语句再试。',
    en: 'The engine broke off and was started again; the data are as they were. Simplify the statement.',
  },
  failed_other: { zh: '引擎不接受这条语句。', en: 'The engine does not accept the statement.' },
  maybe: { zh: '是不是要写 {names}？', en: 'Did you mean {names}?' },
  details: { zh: '引擎的原话', en: 'The engine’s own words' },
});
