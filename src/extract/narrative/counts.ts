import type { Clause } from '../prose/clauses';
import type { Output } from '../prose/output';
import { quoteOf, type Passage } from '../prose/passage';

/** What a count in the “三公” section is about, told by the last of these words before it. */
type Event = 'abroad' | 'bought' | 'kept' | 'domestic' | 'foreign' | 'overseas';

const EVENTS: readonly [RegExp, Event][] = [
  [/国（境）外公务接待/g, 'overseas'],
  [/外事接待|外宾|国（境）外来访/g, 'foreign'],
  [/国内公务接待|国内来访|来宾/g, 'domestic'],
  [/保有量/g, 'kept'],
  [/公务用车购置|购置(?:公务)?(?:用车|车辆)|更新(?:公务)?(?:用车|车辆)/g, 'bought'],
  [/因公(?:临时)?出国|出国（境）/g, 'abroad'],
];

interface Kind {
  code: string;
  name: string;
  unit: string;
}

const GROUPS: Record<Event, Kind | null> = {
  abroad: { code: 'trips_abroad', name: '因公出国（境）团组', unit: '个' },
  domestic: { code: 'receptions', name: '国内公务接待批次', unit: '批次' },
  foreign: { code: 'foreign_receptions', name: '外事接待批次', unit: '批次' },
  overseas: { code: 'overseas_receptions', name: '国（境）外公务接待批次', unit: '批次' },
  bought: null,
  kept: null,
};
const PERSONS: Record<Event, Kind | null> = {
  abroad: { code: 'persons_abroad', name: '因公出国（境）人数', unit: '人' },
  domestic: { code: 'guests', name: '国内公务接待人数', unit: '人' },
  foreign: { code: 'foreign_guests', name: '外事接待人数', unit: '人' },
  overseas: { code: 'overseas_guests', name: '国（境）外公务接待人数', unit: '人' },
  bought: null,
  kept: null,
};
const VEHICLES: Record<Event, Kind | null> = {
  ...GROUPS,
  abroad: null,
  domestic: null,
  foreign: null,
  overseas: null,
  bought: { code: 'vehicles_bought', name: '公务用车购置数', unit: '辆' },
  kept: { code: 'vehicles_kept', name: '公务用车保有量', unit: '辆' },
};

/** A count, or the place where one is missing: 0个团组 · 8批次 · 团组0个 · 146人 · 0人次 · 2辆; `人` alone. */
const COUNT = /团组(?:数)?(?:为|共计|共)?(\d+)个|(\d*)(个?团组|批次|批|人次|人|辆|台)/g;

/** Reads trips, receptions, guests and vehicles, clause by clause; a count without its number becomes a warning. */
export class CountReader {
  private event: Event | null = null;

  constructor(private readonly output: Output) {}

  read(clause: Clause, passage: Passage): void {
    const { text } = clause;
    const names = EVENTS.flatMap(([pattern, event]) =>
      [...text.matchAll(pattern)].map((m) => ({ at: m.index, end: m.index + m[0].length, event })),
    ).sort((a, b) => a.at - b.at);
    if (!/\d/.test(text) && !/^(?:人次|人|批次|批次人|批次人次)$/.test(text)) {
      this.event = names[names.length - 1]?.event ?? (clause.terminator === '。' ? null : this.event);
      return;
    }
    for (const match of text.matchAll(COUNT)) {
      const before = names.filter((n) => n.at < match.index + match[0].length && n.at <= match.index);
      const event = before[before.length - 1]?.event ?? this.event;
      const unit = match[1] !== undefined ? '团组' : match[3]!;
      const kind = event === null ? null : this.kindOf(unit, event);
      if (!kind) continue;
      const number = match[1] ?? match[2] ?? '';
      if (number === '' && !this.isCount(text, match.index, match[0].length)) continue;
      const at = clause.start + match.index;
      const place = passage.placeAt(at);
      const quote = quoteOf(passage, clause.start, at + match[0].length);
      if (number === '')
        this.output.warn('indicator_count_missing', `没有印${kind.name}：“${unit}”前面没有数字`, place);
      else
        this.output.indicator({
          code: kind.code,
          subject_name: null,
          value: number,
          unit: kind.unit,
          quote,
          ...place,
        });
    }
    this.event = names[names.length - 1]?.event ?? this.event;
  }

  private kindOf(unit: string, event: Event): Kind | null {
    if (/辆|台/.test(unit)) return VEHICLES[event];
    if (/人/.test(unit)) return PERSONS[event];
    return GROUPS[event];
  }

  /** A unit without a number counts only where a number belongs: right after another count, or alone in its clause. */
  private isCount(text: string, at: number, length: number): boolean {
    const ends = at + length === text.length;
    return ends && (at === 0 || /\d(?:批次|批|个?团组)$/.test(text.slice(0, at)));
  }
}
