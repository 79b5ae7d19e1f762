import type { BreakdownModel, Move, Step, StepReason } from '../../analysis/change';
import { functionalNameIn } from '../../domain/subject-names';
import { formatDecimal, formatPercent, NONE, unitLabel } from '../../state';
import { findingText, itemName, money, shortRegion, type Reader } from './words';

/** `工资福利支出`, `人员经费`, or a department. */
export function stepLabel(step: Pick<Step, 'key' | 'name'>, { t }: Reader): string {
  if (step.key === 'personnel' || step.key === 'running_costs' || step.key === 'rest') return t(step.key);
  return step.name ?? step.key;
}

/** Codes, with the 款 of an 项 whose name says little by itself; the region of a department. */
export function stepNote(step: Step, model: BreakdownModel): string {
  const { choice } = model;
  if (choice?.division === 'body') {
    const body = choice.compared.find(({ body: { key } }) => key === step.key)?.body;
    return body ? shortRegion(body.region) : '';
  }
  const code = step.codes.join('+');
  if (choice?.division !== 'function' || code.length !== 7) return code;
  const above = functionalNameIn(code.slice(0, 5), choice.to);
  return above ? `${code} · ${above}` : code;
}

/** Heading of the drawer. */
export function stepTitle(step: Step, reader: Reader): string {
  const label = stepLabel(step, reader);
  return step.codes.length > 0 ? `${label}（${step.codes.join('+')}）` : label;
}

export function moveText(move: Move, reader: Reader): string {
  const { t, unit, language } = reader;
  const values = {
    code: move.code,
    name: move.name,
    amount: money(move.amount, reader),
    unit: unitLabel(unit, language),
  };
  const codes = move.codes.join(language === 'zh-CN' ? '、' : ', ');
  if (move.how === 'moved') return t('move_moved', { ...values, out: move.out_of, into: move.into });
  if (move.how === 'joint') return t('move_joint', { ...values, codes });
  return codes === '' ? t('move_gone', values) : t('move_apart', { ...values, codes });
}

/** `+7.56 点`; null where there is none. */
export function pointsText(step: Pick<Step, 'points'>, { t, language }: Reader): string | null {
  return step.points === null
    ? null
    : t('points', { n: formatDecimal(step.points.times(100), 2, { language, sign: true }) });
}

/** `新增`, `上年为 0` …; null where there is a rate. */
export function stepState(step: Step, { t }: Reader): string | null {
  if (step.state === 'rate') return null;
  if (step.state === 'new') return t('state_new_step');
  if (step.state === 'ended') return t('state_ended_step');
  if (step.state === 'zero_base' && step.before && step.before.amount !== 0n)
    return t('state_near_zero_base');
  return t(`state_${step.state}`);
}

/** Why there is no rate. */
export function stepStateReason(step: Step, model: BreakdownModel, { t }: Reader): string | null {
  const { from = 0, to = 0 } = model.choice ?? {};
  if (step.state === 'rate') return null;
  if (step.state === 'new') return t('reason_new_step', { year: from });
  if (step.state === 'ended') return t('reason_new_step', { year: to });
  return t(`reason_${step.state}`);
}

/** At the end of a bar: `+1 201.50 · 新增 · +7.56 点 ⚑ ◇`. */
export function stepText(step: Step, reader: Reader): string {
  if (step.contribution === null) return stepState(step, reader) ?? NONE;
  const size =
    step.size === 'flat'
      ? reader.t('size_flat')
      : step.size === 'rounding'
        ? reader.t('size_rounding')
        : stepState(step, reader);
  const parts =
    step.size === 'flat' ? [size] : [money(step.contribution, reader, true), size, pointsText(step, reader)];
  const signs = [step.moves.length > 0 || step.renamed ? '◇' : '', flagged(step) ? '⚑' : ''];
  return [parts.filter(Boolean).join(' · '), ...signs].filter(Boolean).join(' ');
}

export const flagged = (step: Pick<Step, 'reasons'>) =>
  step.reasons.some(({ findings }) => findings.length > 0);

/** One sentence's reason; parts of a row say which part. */
function reasonText(reason: StepReason, alone: boolean, reader: Reader): string | null {
  const { stated, base, item, name } = reason;
  if (stated.reason === null) return null;
  const text = base === 'execution' ? `${stated.reason}（${reader.t('base_execution')}）` : stated.reason;
  if (alone) return text;
  return reader.t('reason_part', { name: name ?? itemName(item, null, reader), reason: text });
}

/** The stated reasons of a row, its own first, those of what it is made of after it; null where none is stated. */
export function reasonsText(step: Step, reader: Reader, most = 3): string | null {
  const own = (reason: StepReason) => step.codes.includes(reason.item) || step.codes.length === 0;
  const told = step.reasons.filter(({ stated }) => stated.reason !== null);
  const ordered = [...told.filter(own), ...told.filter((reason) => !own(reason))];
  const texts = ordered.map((reason) => reasonText(reason, own(reason), reader)).filter(Boolean);
  if (texts.length === 0) return null;
  const more = texts.length > most ? ` ${reader.t('reason_more', { n: texts.length })}` : '';
  return texts.slice(0, most).join('；') + more;
}

/** Everything to say of a row beside its figures. */
export function stepRemarks(step: Step, model: BreakdownModel, reader: Reader): string[] {
  const { t } = reader;
  return [
    stepStateReason(step, model, reader),
    step.size === 'rounding' ? t('size_rounding') : null,
    step.renamed ? t('renamed_step', step.renamed) : null,
    ...step.moves.map((move) => moveText(move, reader)),
    step.reasons.some(({ base }) => base === 'execution') ? t('base_execution_long') : null,
    ...step.reasons.flatMap(({ findings }) => findings.map((finding) => `⚑ ${findingText(finding, reader)}`)),
  ].filter((remark, i, all): remark is string => remark !== null && all.indexOf(remark) === i);
}

/** `+9.5%`, or why there is none. */
export function stepRate(step: Step, reader: Reader): string {
  return step.rate
    ? formatPercent(step.rate, 1, { language: reader.language, sign: true })
    : (stepState(step, reader) ?? NONE);
}
