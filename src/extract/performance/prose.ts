import { parseAmount, type Unit } from '../../domain/money';
import type { ExtractContext } from '../context';
import { topicOf } from '../narrative';
import type { Output } from '../prose/output';
import { passageOf, quoteOf, type Passage } from '../prose/passage';
import { ClauseReader } from '../prose/reader';
import type { Target } from '../prose/target';
import { sectionsOf, type Section, type Zone } from '../prose/zones';
import { performanceGrammar, type PerformanceKnowledge } from './grammar';
import { departmentLine, projectName, projectTarget, WHOLE_TARGET } from './names';
import { readStaff } from './staff';

/** A stretch of prose about performance, with what it is about. */
interface Stretch {
  section: Section;
  label: string;
  report: Target | null;
}

/** Reads the sentences about performance: the part of the narrative, and the self-evaluation reports. */
export function readPerformanceProse(
  zones: readonly Zone[],
  context: ExtractContext,
  knowledge: Omit<PerformanceKnowledge, 'report'>,
  output: Output,
): void {
  const { department, fiscal_year } = context.document;
  for (const { section, label, report } of stretchesOf(zones)) {
    const grammar = performanceGrammar(output, { ...knowledge, report });
    const reader = new ClauseReader(label, grammar, output, fiscal_year, department);
    reader.startWith(report);
    for (const paragraph of section.paragraphs) {
      const passage = passageOf(paragraph);
      reader.read(passage);
      readBareAmounts(passage, label, context, output);
    }
  }
  for (const zone of zones) {
    if (zone.kind !== 'overview' && zone.kind !== 'report') continue;
    for (const section of sectionsOf(zone))
      for (const paragraph of section.paragraphs) readStaff(passageOf(paragraph), output);
  }
}

/** The project that a report's title names; 部门整体支出 for a report on the whole. */
export function reportSubject(title: string): Target | null {
  if (/整体/.test(title)) return WHOLE_TARGET;
  const match = /^(.+?)(?:项目)?(?:支出)?绩效(?:自评|评价)/.exec(title.replace(/^附件?\d*[:：]?/, ''));
  return match ? projectTarget(projectName(match[1]!)) : null;
}

function stretchesOf(zones: readonly Zone[]): Stretch[] {
  const found: Stretch[] = [];
  let reports = 0;
  for (const zone of zones) {
    if (zone.kind === 'report') {
      reports += 1;
      const report = reportSubject(zone.title);
      for (const section of sectionsOf(zone))
        found.push({
          section,
          label: `自评报告${reports}${section.label ? `·${section.label}` : ''}`,
          report,
        });
    } else if (zone.kind === 'performance') {
      for (const section of sectionsOf(zone))
        found.push({ section, label: `绩效${section.label}`, report: null });
    } else if (zone.kind === 'narrative') {
      for (const section of sectionsOf(zone)) {
        if (topicOf(section.titles) === 'performance')
          found.push({ section, label: section.label, report: null });
      }
    }
  }
  return found;
}

/** `项目支出 2162795.5。`: an amount whose unit is not printed; the unit is the one that the document's total allows. */
function readBareAmounts(passage: Passage, section: string, context: ExtractContext, output: Output): void {
  const pattern = /(?:^|[，。；])((?:基本|项目)支出|(?:人员|公用)经费)(?:为)?(\d+(?:\.\d+)?)(?=[，。；]|$)/g;
  for (const match of passage.text.matchAll(pattern)) {
    const subject = departmentLine(match[1]!);
    const at = match.index + match[0].indexOf(match[1]!);
    const end = match.index + match[0].length;
    const unit = fittingUnit(match[2]!, context.finalTotal ?? null);
    const amount = unit ? parseAmount(match[2]!, unit) : null;
    const quote = quoteOf(passage, at, end);
    const place = passage.placeAt(end - 1);
    if (!subject || !unit || !amount) {
      output.warn('performance_amount_unread', `没有印单位，未读取：${quote}`, place);
      continue;
    }
    output.fact(section, {
      at: subject.places[0]!,
      stage: 'final',
      ...amount,
      printedName: match[1]!,
      printedValue: match[2]!,
      printedUnit: null,
      place,
      quote,
      note: `unit not printed; read as ${unit}`,
    });
    output.warn('performance_unit_missing', `没有印单位，按“${unit}”读取：${quote}`, place);
  }
}

/** The one unit in which the amount is neither more than all expenditure (by half) nor less than a ten-thousandth of it. */
function fittingUnit(value: string, total: bigint | null): Unit | null {
  if (total === null || total <= 0n) return null;
  const fitting = (['元', '万元'] as const).filter((unit) => {
    const amount = parseAmount(value, unit)?.amount ?? 0n;
    return amount * 2n <= total * 3n && amount * 10_000n > total;
  });
  return fitting.length === 1 ? fitting[0]! : null;
}
