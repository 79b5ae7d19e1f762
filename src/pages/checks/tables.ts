import { kindWords, type CheckedDocument, type Side } from '../../checks';
import type { ReviewMark } from '../../dataset';
import type { Fact } from '../../domain/facts';
import { absolute, inUnit, type Fen } from '../../domain/money';
import { unitLabel, type Cell, type ExportTable } from '../../state';
import { plainest, type LostMark } from './review';
import { ALL_RULES, usedRules, worst, type Line } from './view';
import { documentName, placeText, ruleName, severityText, signOf, type Reader, type Words } from './words';

/** The known facts of a side of one document. */
export type FactsOf = (doc_id: string, side: Side) => readonly Fact[];

const money = (amount: Fen | null, reader: Reader): Cell =>
  amount === null ? null : inUnit(amount, reader.unit);

/** A side as cells: what it is, its amount, what is printed where that is no money, page, line, quoted words. */
function sideCells(side: Side, own: readonly Fact[], reader: Reader, t: Words): Cell[] {
  return [
    side.label,
    money(side.amount, reader),
    side.printed ?? '',
    placeText(side, own, t),
    own.length === 1 ? (own[0]!.quote ?? '') : (side.quote ?? ''),
  ];
}

const sideColumns = (which: string, unit: string, t: Words) => [
  { label: which },
  { label: `${which} ${t('column_amount')}`, unit },
  { label: `${which} ${t('column_as_printed')}` },
  { label: `${which} ${t('column_place')}` },
  { label: `${which} ${t('column_quote')}` },
];

/** One row a finding: document, rule, both figures with their places, difference, what would repair it, the judgement. */
export function findingsTable(
  lines: readonly Line[],
  factsOf: FactsOf,
  reader: Reader,
  t: Words,
): ExportTable {
  const unit = unitLabel(reader.unit, reader.language);
  const zh = reader.language === 'zh-CN';
  return {
    title: t('findings'),
    columns: [
      { label: t('column_n') },
      { label: t('column_region') },
      { label: t('column_department') },
      { label: t('column_year') },
      { label: t('column_kind') },
      { label: t('severity') },
      { label: t('rule') },
      { label: t('column_rule_name') },
      { label: t('column_message') },
      { label: t('column_slip') },
      ...sideColumns(t('left'), unit, t),
      ...sideColumns(t('right'), unit, t),
      { label: t('difference'), unit },
      { label: t('tolerance'), unit },
      { label: t('column_expected'), unit },
      { label: t('column_identities') },
      { label: t('mark') },
      { label: t('note') },
    ],
    rows: lines.map(({ checked: { document }, finding, mark }, i) => {
      const first = plainest(finding);
      return [
        i + 1,
        document.region,
        document.department,
        String(document.fiscal_year),
        t(`kind_${document.kind}`),
        severityText(finding.severity, t),
        finding.rule,
        ruleName(finding.rule, reader.language),
        zh ? finding.message.zh : finding.message.en,
        finding.kind ? kindWords(finding.kind)[zh ? 'zh' : 'en'] : '',
        ...sideCells(first.left, factsOf(first.left.doc_id ?? document.doc_id, first.left), reader, t),
        ...sideCells(first.right, factsOf(first.right.doc_id ?? document.doc_id, first.right), reader, t),
        money(first.difference === null ? null : absolute(first.difference), reader),
        money(first.tolerance, reader),
        money(finding.expected, reader),
        finding.instances.length,
        t(`mark_${mark?.status ?? 'none'}`),
        mark?.note ?? '',
      ];
    }),
  };
}

/** One row each identity that a finding breaks; its number is that of the finding. */
export function identitiesTable(
  lines: readonly Line[],
  factsOf: FactsOf,
  reader: Reader,
  t: Words,
): ExportTable {
  const unit = unitLabel(reader.unit, reader.language);
  return {
    title: t('sheet_identities'),
    columns: [
      { label: t('column_finding') },
      { label: t('document') },
      { label: t('rule') },
      { label: t('column_rule_name') },
      { label: t('column_about') },
      ...sideColumns(t('left'), unit, t),
      { label: t('column_sign') },
      ...sideColumns(t('right'), unit, t),
      { label: t('difference'), unit },
      { label: t('tolerance'), unit },
    ],
    rows: lines.flatMap(({ checked: { document }, finding }, i) =>
      finding.instances.map((one): Cell[] => [
        i + 1,
        documentName(document, t),
        one.rule,
        ruleName(one.rule, reader.language),
        one.about,
        ...sideCells(one.left, factsOf(one.left.doc_id ?? document.doc_id, one.left), reader, t),
        signOf(one),
        ...sideCells(one.right, factsOf(one.right.doc_id ?? document.doc_id, one.right), reader, t),
        money(one.difference === null ? null : absolute(one.difference), reader),
        money(one.tolerance, reader),
      ]),
    ),
  };
}

/** One row a mark, also those whose finding is gone. */
export function marksTable(
  marks: readonly ReviewMark[],
  lost: readonly LostMark[],
  reader: Reader,
  t: Words,
): ExportTable {
  const gone = new Map(lost.map(({ mark, reason }) => [mark, reason]));
  return {
    title: t('sheet_marks'),
    columns: [
      { label: t('document') },
      { label: t('rule') },
      { label: t('column_message') },
      { label: t('mark') },
      { label: t('note') },
      { label: t('column_changed') },
      { label: t('column_standing') },
    ],
    rows: marks.map((mark) => {
      const reason = gone.get(mark);
      return [
        mark.about.document,
        mark.about.rule,
        mark.about.message[reader.language === 'zh-CN' ? 'zh' : 'en'],
        t(`mark_${mark.status}`),
        mark.note,
        mark.changed,
        reason ? t(`lost_${reason}`) : t('stands'),
      ];
    }),
  };
}

/** Documents × rules: how many identities hold, contradict, or could not be judged. */
export function documentsTable(all: readonly CheckedDocument[], t: Words): ExportTable {
  const rules = usedRules(all);
  const sum = ({ counts }: CheckedDocument, ...outcomes: ('exact' | 'rounding' | 'conflict' | 'unknown')[]) =>
    ALL_RULES.reduce((n, { id }) => n + outcomes.reduce((m, outcome) => m + counts[id][outcome], 0), 0);
  return {
    title: t('sheet_documents'),
    columns: [
      { label: t('document') },
      { label: t('column_asked') },
      { label: t('column_hold') },
      { label: t('column_conflict') },
      { label: t('column_unknown') },
      ...rules.map((rule) => ({ label: rule })),
    ],
    rows: all.map((checked): Cell[] => [
      documentName(checked.document, t),
      sum(checked, 'exact', 'rounding', 'conflict', 'unknown'),
      sum(checked, 'exact', 'rounding'),
      sum(checked, 'conflict'),
      sum(checked, 'unknown'),
      ...rules.map((rule): Cell => {
        const { outcome, n } = worst(checked.counts[rule]);
        if (outcome === 'not_applicable') return '';
        return outcome === 'conflict' ? `${t('word_conflict')} ${n}` : t(`word_${outcome}`);
      }),
    ]),
  };
}
