import { printed } from '../forms/written-forms';
import { row } from './small-budget';

/** One 项 of a made-up budget; amounts in 分, null for a blank. */
export interface WrittenItem {
  code: string;
  basic: bigint | null;
  project: bigint | null;
}

/** How a made-up budget is printed. */
export interface Print {
  unit: '元' | '万元';
  /** 类 | 款 | 项 in three cells, or one code. */
  codes: 'one' | 'three';
  total: 'top' | 'bottom';
  /** 合计 in the cell of the code or in that of the name. */
  totalIn: 'code' | 'name';
  /** A new page after so many rows; 0 for none. */
  perPage: number;
  /** The head is printed again on every page. */
  repeated: boolean;
}

/** A cell that must come back: form, subject, measure, fund, amount. */
export type Cell = `${string}/${string}/${string}/${string}/${bigint}`;

/** 7-digit codes that are seen in the catalogue of classes, so that names say what they are. */
export const CLASSES: Readonly<Record<string, string>> = {
  '201': '一般公共服务支出',
  '205': '教育支出',
  '208': '社会保障和就业支出',
  '221': '住房保障支出',
};

interface Line {
  code: string;
  name: string;
  basic: bigint | null;
  project: bigint | null;
}

const plus = (values: readonly (bigint | null)[]): bigint | null => {
  const present = values.filter((value): value is bigint => value !== null);
  return present.length === 0 ? null : present.reduce((a, b) => a + b, 0n);
};

/** 合计, 类, 款 and 项 with their sums. */
function tree(items: readonly WrittenItem[]): { total: Line; lines: Line[] } {
  const sum = (prefix: string, name: string): Line => {
    const under = items.filter((item) => item.code.startsWith(prefix));
    return {
      code: prefix,
      name,
      basic: plus(under.map((item) => item.basic)),
      project: plus(under.map((item) => item.project)),
    };
  };
  const lines: Line[] = [];
  for (const item of items) {
    const [type, section] = [item.code.slice(0, 3), item.code.slice(0, 5)];
    if (!lines.some((line) => line.code === type)) lines.push(sum(type, CLASSES[type]!));
    if (!lines.some((line) => line.code === section)) lines.push(sum(section, `第${section}款事务`));
    lines.push({ ...item, name: `第${item.code}项支出` });
  }
  return { total: sum('', '合计'), lines };
}

/** A table by subject: title, head and rows over pages. */
function subjectTable(
  title: string,
  columns: readonly string[],
  rows: readonly [Line, (bigint | null)[]][],
  print: Print,
): string[] {
  const three = print.codes === 'three';
  const head = three
    ? [
        row('项目', '', '', '', '支出预算', ...columns.slice(1).map(() => '')),
        row('功能分类科目编码', '', '', '功能分类科目名称', ...columns),
        row('类', '款', '项', '', ...columns.map(() => '')),
      ]
    : [row('功能科目代码', '功能科目名称', ...columns)];
  const body = rows.map(([line, amounts]) => {
    const money = amounts.map((amount) => (amount === null ? '' : printed(amount, print.unit)));
    const name = line.code === '' && print.totalIn === 'code' ? '' : line.name;
    const code = line.code === '' && print.totalIn === 'code' ? '合计' : line.code;
    return three
      ? row(
          ...(line.code === '' ? [code, '', ''] : [code.slice(0, 3), code.slice(3, 5), code.slice(5)]),
          name,
          ...money,
        )
      : row(code, name, ...money);
  });
  return [title, `编制部门：测试市某某局 单位：${print.unit}`, ...head, ...paged(body, head, print)];
}

function paged(body: readonly string[], head: readonly string[], { perPage, repeated }: Print): string[] {
  if (perPage === 0) return [...body];
  return body.flatMap((line, index) => {
    if (index === 0 || index % perPage !== 0) return [line];
    const [first, ...rest] = repeated ? [...head, line] : [line];
    return [`\f${first!}`, ...rest];
  });
}

function cellsOf(
  form: string,
  fund: string,
  rows: readonly [Line, (bigint | null)[]][],
  measures: readonly string[],
): Cell[] {
  return rows.flatMap(([line, amounts]) =>
    amounts.flatMap((amount, index): Cell[] =>
      amount === null ? [] : [`${form}/${line.code || '合计'}/${measures[index]!}/${fund}/${amount}`],
    ),
  );
}

/** A budget in the manner of 上海 or of 江苏, and the cells that it prints. */
export function writeBudget(
  items: readonly WrittenItem[],
  print: Print,
  manner: '上海' | '江苏',
): { lines: string[]; cells: Cell[] } {
  const { total, lines } = tree(items);
  const ordered = print.total === 'top' ? [total, ...lines] : [...lines, total];
  const whole = (line: Line) => plus([line.basic, line.project]);
  const threefold = ordered.map((line): [Line, (bigint | null)[]] => [
    line,
    [whole(line), line.basic, line.project],
  ]);
  const single = ordered.map((line): [Line, (bigint | null)[]] => [line, [whole(line)]]);
  const text = (amount: bigint | null) => (amount === null ? '' : printed(amount, print.unit));
  const head = `编制部门：测试市某某局 单位：${print.unit}`;
  const measures = ['total', 'basic', 'project'];
  const classes = lines.filter((line) => line.code.length === 3);
  const sum = whole(total);
  const classCells = (form: string, funds: readonly string[]): Cell[] => [
    ...classes.flatMap((line) =>
      funds.map((fund): Cell => `${form}/${line.code}/total/${fund}/${whole(line)!}`),
    ),
    ...funds.map((fund): Cell => `${form}/支出总计/total/${fund}/${sum!}`),
  ];
  if (manner === '上海') {
    const listed = classes.map((line, index) =>
      row(
        index === 0 ? '一、一般公共预算' : '',
        index === 0 ? text(sum) : '',
        `${'一二三四'[index]!}、${line.name}`,
        text(whole(line)),
        text(whole(line)),
        '',
        '',
      ),
    );
    return {
      lines: [
        '测试市2030年市级部门预算',
        '\f2030年部门财政拨款收支预算总表',
        head,
        row('财政拨款收入', '', '财政拨款支出', '', '', '', ''),
        row('项目', '预算数', '项目', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'),
        ...listed,
        row('收入总计', text(sum), '支出总计', text(sum), text(sum), '', ''),
        ...subjectTable('\f2030年部门支出预算总表', ['合计', '基本支出', '项目支出'], threefold, print),
        ...subjectTable(
          '\f2030年部门一般公共预算支出功能分类预算表',
          ['合计', '基本支出', '项目支出'],
          threefold,
          print,
        ),
      ],
      cells: [
        `B04/一般公共预算财政拨款收入/total/general/${sum!}`,
        `B04/收入总计/total/fiscal/${sum!}`,
        ...classCells('B04', ['fiscal', 'general']),
        ...cellsOf('B03', 'all', threefold, measures),
        ...cellsOf('B05', 'general', threefold, measures),
      ],
    };
  }
  const uses: [string, string, bigint | null][] = [
    ['基本支出', 'basic', total.basic],
    ['项目支出', 'project', total.project],
  ];
  const listed = Array.from({ length: Math.max(classes.length, 2) }, (_, index) => {
    const [line, use] = [classes[index], uses[index]];
    return row(
      ...(index === 0 ? ['一、财政拨款', text(sum)] : ['', '']),
      ...(line ? [`${'一二三四'[index]!}、${line.name}`, text(whole(line))] : ['', '']),
      ...(use ? [`${'一二'[index]!}、${use[0]}`, text(use[2])] : ['', '']),
    );
  });
  return {
    lines: [
      '测试市某某局2030年度部门预算',
      '公开 01 表：收支预算总表',
      head,
      row('收入', '', '支出', '', '', ''),
      row('项目名称', '金额', '功能分类', '', '支出用途', ''),
      row('', '', '功能科目名称', '金额', '项目名称', '金额'),
      ...listed,
      row('收入合计', text(sum), '支出合计', '', '', text(sum)),
      '\f公开03表',
      '支出预算总表',
      head,
      row('合计', '基本支出', '项目支出', '单位预留机动经费', '结转下年资金'),
      row(text(sum), text(total.basic), text(total.project), '', ''),
      ...subjectTable('公开05表：财政拨款支出预算表（功能科目）', ['金额'], single, {
        ...print,
        codes: 'one',
      }),
      ...subjectTable('\f七、一般公共预算支出预算表', ['金额'], single, { ...print, codes: 'one' }),
    ],
    cells: [
      `B01/财政拨款收入/total/fiscal/${sum!}`,
      `B01/收入总计/total/all/${sum!}`,
      ...classCells('B01', ['all']),
      ...uses.flatMap(([name, measure, amount]): Cell[] =>
        amount === null ? [] : [`B01/${name}/${measure}/all/${amount}`],
      ),
      ...cellsOf('B03', 'all', [[total, [sum, total.basic, total.project]]], measures),
      ...cellsOf('B10', 'fiscal', single, ['total']),
      ...cellsOf('B05', 'general', single, ['total']),
    ],
  };
}
