import { ECONOMIC_CLASS_CODES, economicSubjectByName } from '../../domain/economic';
import { standardName } from '../../domain/names';
import { target, type Target } from '../prose/target';

const OPENING =
  /^(.*?)(?:用途)?(?:主要)?(?:包括|用于以下方面|用于开支|用于支付|用于|开支了?)[：]?(?:开支)?(.*)$/;

/** `公用经费用途主要包括办公费` → what stands before and after the words that open a list of parts. */
export function openingOf(label: string): { subject: string; rest: string } | null {
  const match = OPENING.exec(label);
  return match && /主要|包括|开支/.test(label) ? { subject: match[1]!, rest: match[2]! } : null;
}

/**
 * A part of 人员经费 (301, 303), 公用经费 or 机关运行经费 (the other classes): its economic subject, as form 06 has it.
 */
export function partTarget(parent: Target, label: string): Target | null {
  const name = label.replace(/^(?:以及|及|和)/, '').replace(/支出$/, '');
  if (name === '' || (/经费$/.test(name) === false && name.length > 24)) return null;
  const personnel = parent.item === '人员经费';
  const classes = ECONOMIC_CLASS_CODES.filter((code) => /^30[13]$/.test(code) === personnel);
  const found = classes.map((code) => economicSubjectByName(code, name)).filter((s) => s !== null);
  // 资本性支出（基本建设） (309) repeats the names of 资本性支出 (310), which final accounts of departments use.
  const subject = found.find((s) => !/^(?:309|311)/.test(s.code)) ?? found[0] ?? null;
  const standard = subject?.name ?? standardName(name);
  return {
    ...target(standard, {
      flow: 'expenditure',
      classification: 'economy',
      subject_code: subject?.code ?? null,
      subject_name: standard,
      subject_level: subject?.level ?? 2,
      fund: 'general',
      measure: 'total',
    }),
    code: subject?.code ?? null,
    name: standard,
    note: subject
      ? `part of ${parent.item}`
      : `part of ${parent.item}; not a name of the economic classification`,
  };
}
