import type { Bridge, BridgeStep } from '../../analysis/execution';
import type { BridgeBar } from '../../charts/execution-bridge';
import { inUnit } from '../../domain/money';
import type { Translate } from '../../i18n';
import type { executionParts } from '../../i18n/pages/execution-parts';
import { formatFen, unitLabel, type EvidenceRequest, type ExportTable } from '../../state';
import type { Reader } from './reader';

export interface BridgeReader extends Pick<Reader, 'unit' | 'language'> {
  t: Translate<typeof executionParts>;
}

const LEVELS = new Set<BridgeStep['kind']>(['initial', 'adjusted', 'final']);

export function stepName({ kind, name, code, count }: BridgeStep, { t }: BridgeReader): string {
  if (kind === 'part') return code ? `${name}（${code}）` : name;
  return kind === 'others' ? t('step_others', { n: count }) : t(`step_${kind}`);
}

function tone({ kind, amount }: BridgeStep): BridgeBar['tone'] {
  if (LEVELS.has(kind)) return 'level';
  return amount > 0n ? 'up' : amount < 0n ? 'down' : 'even';
}

/** Steps as bars: floating point for pixels, texts exact to the unit shown. */
export function bridgeBars({ steps }: Bridge, reader: BridgeReader): BridgeBar[] {
  const { unit, language } = reader;
  return steps.map((step, i) => {
    const label = stepName(step, reader);
    const text = formatFen(step.amount, unit, { language, sign: !LEVELS.has(step.kind) });
    return {
      key: String(i),
      label,
      from: inUnit(step.from, unit).toNumber(),
      to: inUnit(step.to, unit).toNumber(),
      tone: tone(step),
      text,
      title: `${label} ${text} ${unitLabel(unit, language)}`,
    };
  });
}

/** What the drawer shows of a step. */
export function stepEvidence(step: BridgeStep, reader: BridgeReader): EvidenceRequest | null {
  return step.evidence ? { title: stepName(step, reader), ...step.evidence } : null;
}

/** The steps as a table: amounts exact, the level after each. */
export function bridgeTable(
  bridge: Bridge,
  title: string,
  notes: string[],
  reader: BridgeReader,
): ExportTable {
  const { t, unit, language } = reader;
  const money = unitLabel(unit, language);
  return {
    title,
    columns: [
      { label: t('bridge_step') },
      { label: t('bridge_amount'), unit: money },
      { label: t('bridge_level'), unit: money },
    ],
    rows: bridge.steps.map((step) => [
      stepName(step, reader),
      inUnit(step.amount, unit),
      inUnit(step.to, unit),
    ]),
    notes,
  };
}
