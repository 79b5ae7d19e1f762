import type { WrittenDocument, WrittenTable } from './office-files';

/** Forms of a made-up final account in 万元, with the spans that the national set prints. All identities hold. */
export const FORM_01: WrittenTable = [
  [
    { text: '收入', colSpan: 3 },
    { text: '支出', colSpan: 3 },
  ],
  ['项目', '行次', '金额', '项目', '行次', '金额'],
  ['栏次', '', '1', '栏次', '', '2'],
  ['一、一般公共预算财政拨款收入', '1', '1,234.56', '一、一般公共服务支出', '31', '1,000.06'],
  ['二、政府性基金预算财政拨款收入', '2', '', '二、外交支出', '32', ''],
  ['八、其他收入', '8', '0.44', '八、社会保障和就业支出', '38', '234.94'],
  ['本年收入合计', '27', '1,235.00', '本年支出合计', '57', '1,235.00'],
  ['总计', '30', '1,235.00', '总计', '60', '1,235.00'],
];

export const FORM_03: WrittenTable = [
  [
    { text: '项目', colSpan: 4 },
    { text: '本年支出合计', rowSpan: 3 },
    { text: '基本支出', rowSpan: 3 },
    { text: '项目支出', rowSpan: 3 },
    { text: '上缴上级支出', rowSpan: 3 },
    { text: '经营支出', rowSpan: 3 },
    { text: '对附属单位补助支出', rowSpan: 3 },
  ],
  [
    { text: '功能分类科目编码', colSpan: 3, rowSpan: 2 },
    { text: '科目名称', rowSpan: 2 },
  ],
  [],
  ['类', '款', '项', '栏次', '1', '2', '3', '4', '5', '6'],
  [{ text: '合计', colSpan: 4 }, '1,235.00', '900.00', '335.00', '0.00', '0.00', '0.00'],
  [{ text: '201', colSpan: 3 }, '一般公共服务支出', '1,000.06', '700.06', '300.00', '', '', ''],
  [
    { text: '20103', colSpan: 3 },
    '政府办公厅（室）及相关机构事务',
    '1,000.06',
    '700.06',
    '300.00',
    '',
    '',
    '',
  ],
  [{ text: '2010301', colSpan: 3 }, '行政运行', '700.06', '700.06', '', '', '', ''],
  [{ text: '2010302', colSpan: 3 }, '一般行政管理事务', '300.00', '', '300.00', '', '', ''],
  [{ text: '208', colSpan: 3 }, '社会保障和就业支出', '234.94', '199.94', '35.00', '', '', ''],
  [{ text: '20805', colSpan: 3 }, '行政事业单位养老支出', '234.94', '199.94', '35.00', '', '', ''],
  [{ text: '2080501', colSpan: 3 }, '行政单位离退休', '234.94', '199.94', '35.00', '', '', ''],
];

export const FORM_09: WrittenTable = [
  [
    { text: '预算数', colSpan: 6 },
    { text: '决算数', colSpan: 6 },
  ],
  [
    ...[0, 1].flatMap(() => [
      { text: '合计', rowSpan: 2 },
      { text: '因公出国（境）费', rowSpan: 2 },
      { text: '公务用车购置及运行维护费', colSpan: 3 },
      { text: '公务接待费', rowSpan: 2 },
    ]),
  ],
  ['小计', '公务用车购置费', '公务用车\n运行维护费', '小计', '公务用车购置费', '公务用车\n运行维护费'],
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
  ['15.20', '', '15.00', '', '15.00', '0.20', '12.35', '', '12.30', '', '12.30', '0.05'],
];

const head = (title: string, number: string): string[] => [
  title,
  `公开${number}表`,
  '部门：某省某市档案馆　2023年度　金额单位：万元',
];

/** The forms one below the other, as a document with running text has them. */
export const FORMS_DOCUMENT: WrittenDocument = [
  '某省某市档案馆2023年度部门决算公开',
  ...head('收入支出决算总表', '01'),
  FORM_01,
  '注：本表反映部门本年度的总收支和年末结转结余情况。',
  ...head('支出决算表', '03'),
  FORM_03,
  '注：本表反映部门本年度各项支出情况。',
  ...head('财政拨款“三公”经费支出决算表', '09'),
  FORM_09,
];

/** The same with everything in cells of the sheet, as workbooks have it. */
export const FORM_SHEETS: { name: string; document: WrittenDocument }[] = [
  {
    name: 'GK01',
    document: [
      [
        [{ text: '收入支出决算总表', colSpan: 6 }],
        ['', '', '', '', '', '公开01表'],
        ['部门：', '某省某市档案馆', '', '2023年度', '', '金额单位：万元'],
        ...FORM_01,
        [{ text: '注：本表反映部门本年度的总收支和年末结转结余情况。', colSpan: 6 }],
      ],
    ],
  },
  {
    name: 'GK03 支出决算表(公开03表)',
    document: [
      [
        [{ text: '支出决算表', colSpan: 10 }],
        ['', '', '', '', '', '', '', '', '', '公开03表'],
        ['部门：某省某市档案馆', '', '', '', '', '', '', '', '', '金额单位：万元'],
        ...FORM_03,
      ],
    ],
  },
  {
    name: '三公',
    document: [
      [
        [{ text: '财政拨款“三公”经费支出决算表', colSpan: 12 }],
        ['部门：某省某市档案馆', '', '', '', '', '', '', '', '', '', '', '金额单位：万元'],
        ...FORM_09,
      ],
    ],
  },
];

/** Amounts in 分 by form, subject and measure, added up by hand from the tables above. */
export const FORM_AMOUNTS: readonly [
  form: string,
  subject: string,
  measure: string,
  stage: string,
  fen: bigint,
][] = [
  ['01', '本年收入合计', 'total', 'final', 1_235_000_000n],
  ['03', '合计', 'total', 'final', 1_235_000_000n],
  ['03', '合计', 'basic', 'final', 900_000_000n],
  ['03', '2010301', 'total', 'final', 700_060_000n],
  ['03', '2010302', 'project', 'final', 300_000_000n],
  ['03', '2080501', 'basic', 'final', 199_940_000n],
  ['03', '合计', 'remitted', 'final', 0n],
  ['09', 'SG', 'total', 'adjusted_budget', 15_200_000n],
  ['09', 'SG22', 'total', 'final', 12_300_000n],
  ['09', 'SG3', 'total', 'final', 50_000n],
];

/** 01: four on each side; 03: six of the total, five rows of three, two of two; 09: four of each stage. */
export const FORM_COUNTS = { '01': 8, '03': 6 + 3 * 5 + 2 * 2, '09': 8 } as const;
