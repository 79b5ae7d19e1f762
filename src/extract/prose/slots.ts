import type { Segment } from './clauses';
import type { Lead, Role } from './lead';
import type { Output } from './output';
import type { Passage } from './passage';
import type { Slot } from './record';

/** Which figure of a record a role fills. */
export const SLOT_OF_ROLE: Record<Role, 'initial' | 'adjusted' | 'final' | 'prior' | 'change' | 'received'> =
  {
    initial_budget: 'initial',
    adjusted_budget: 'adjusted',
    final: 'final',
    plain: 'final',
    received: 'received',
    prior_final: 'prior',
    change: 'change',
  };

/** A figure with its sign: 减少 12.68 and 减少 −12.68 both mean −12.68, 增加 −12.68 does by its own sign. */
export function slotOf(segment: Segment, lead: Lead, name: string, passage: Passage, output: Output): Slot {
  const { figure } = segment;
  const printed = figure.amount!;
  const place = passage.placeAt(figure.start);
  if (lead.direction < 0 && printed.amount < 0n) {
    output.warn(
      'narrative_sign_unclear',
      `“减少”后面是负数，按减少读取：${figure.value}${figure.unit}`,
      place,
    );
  }
  if (figure.assumed) {
    output.warn('unit_missing_in_text', `没有印单位，按同段的“${figure.unit}”读取：${figure.value}`, place);
  }
  return {
    figure,
    amount: lead.direction < 0 && printed.amount > 0n ? -printed.amount : printed.amount,
    resolution: printed.resolution,
    passage,
    from: segment.start,
    place,
    name,
    note: figure.assumed ? `unit not printed; read as ${figure.unit}` : null,
  };
}

/** A rate with the sign of its direction word: 下降 5.99 % is −5.99. */
export function signedRate(value: string, direction: 1 | -1 | 0): string {
  return direction >= 0 || value.startsWith('-') || Number(value) === 0 ? value : `-${value}`;
}
