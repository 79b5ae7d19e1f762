import type { Clause, Segment } from './clauses';
import { clausesOf } from './clauses';
import { Details, readDetail } from './detail';
import type { Grammar } from './grammar';
import { isGeneric, subjectWords } from './labels';
import { isFlat, readLead, readPercentLead, versusIn, type Lead, type Role, type Versus } from './lead';
import type { Output } from './output';
import { quoteOf, type Passage } from './passage';
import { signedRate, slotOf, SLOT_OF_ROLE } from './slots';
import { reasonIn, stopsReason, tidyReason } from './reasons';
import { writeRecord, type Gathered, type Slot } from './record';
import { targetKey, type Target } from './target';

/**
 * Reads the passages of one section clause by clause: figures go to the subject that their words name, or to the one
 * before; reasons go to the figure that they explain; an amount that nothing takes becomes a warning with its line.
 */
export class ClauseReader {
  private current: Gathered | null = null;
  private last: Target | null = null;
  private parts: Target | null = null;
  private versus: Versus | null = null;
  private before = '';
  /** The comparison of the sentence before, for an 其中 that details it. */
  private sentenceVersus: Versus | null = null;
  private reason: { kind: 'budget' | 'change'; from: number; to: number } | null = null;
  private readonly known = new Map<string, Slot>();
  private readonly details: Details;

  constructor(
    private readonly section: string,
    private readonly grammar: Grammar,
    private readonly output: Output,
    private readonly fiscalYear: number,
    private readonly department: string,
  ) {
    this.details = new Details(section, output);
  }

  /** The subject that the text is about. */
  get subject(): Target | null {
    return this.current?.target ?? this.last;
  }

  /** Starts from a subject named outside the passages (a heading, a report's title). */
  startWith(subject: Target | null): void {
    this.flush();
    this.last = subject;
  }

  read(passage: Passage): void {
    this.parts = null;
    this.versus = null;
    this.sentenceVersus = null;
    this.before = '';
    for (const clause of clausesOf(passage.text)) {
      this.clause(clause, passage);
      if (clause.terminator === '。') {
        this.endReason(passage);
        this.sentenceVersus = this.versus;
        this.versus = null;
      }
      if (clause.terminator === '。' || clause.terminator === '；') {
        this.parts = null;
        this.details.end();
      }
      this.before = clause.text;
    }
    this.endReason(passage);
    this.flush();
  }

  private clause(clause: Clause, passage: Passage): void {
    if (this.reason && stopsReason(clause, this.grammar, this.fiscalYear, this.current?.change !== undefined))
      this.endReason(passage);
    if (/^其中/.test(clause.text)) this.versus ??= this.sentenceVersus;
    const marker = reasonIn(clause.text);
    if (this.reason) {
      const at = marker ? clause.start + marker.start : clause.end;
      const before = clause.segments.filter((s) => s.figure.start < at);
      this.readDetails(before, clause, passage);
      if (marker) {
        this.details.reasonFrom(clause.start + marker.end);
        const rest = clause.segments.filter((s) => s.figure.start >= at);
        this.readDetails(rest, clause, passage, clause.start + marker.end);
      }
      this.reason.to = clause.end;
      this.details.extend(clause.end);
      return;
    }
    const limit = marker ? clause.start + marker.start : clause.end;
    this.plain(clause, passage, limit);
    if (marker) {
      const about = /决算数|预算数|差异/.test(clause.text.slice(0, marker.start));
      const kind = about || !(this.current?.change || this.current?.flat) ? 'budget' : 'change';
      this.reason = { kind, from: clause.start + marker.end, to: clause.end };
      const behind = clause.segments.filter((s) => s.figure.start >= limit);
      this.readDetails(behind, clause, passage, clause.start + marker.end);
    } else this.grammar.other?.(clause, passage, this.subject);
  }

  private plain(clause: Clause, passage: Passage, limit: number): void {
    const segments = clause.segments.filter((s) => s.figure.start < limit);
    for (const segment of segments) {
      if (segment.figure.kind === 'money') this.money(segment, clause, passage);
      else this.percent(segment, passage);
    }
    const rest = segments.length > 0 ? clause.tail : clause.text;
    if (isFlat(rest)) this.flat(clause, passage);
    if (segments.length > 0) return;
    const versus = versusIn(clause.text, this.fiscalYear);
    if (versus) this.versus = versus.versus;
    const opened = this.grammar.openParts?.(this.words(clause.text), this.subject);
    if (opened) this.parts = opened.parts;
    const announced = this.grammar.announce?.(this.words(clause.text));
    if (announced) this.turnTo(announced, passage, clause.start);
  }

  private money(segment: Segment, clause: Clause, passage: Passage): void {
    const { figure } = segment;
    const lead = readLead(segment.lead, this.grammar.roles, this.fiscalYear);
    if (lead.versus) this.versus = lead.versus;
    let label = this.words(lead.label);
    const opened = this.grammar.openParts?.(label, this.subject);
    if (opened) {
      this.parts = opened.parts;
      label = opened.label;
    }
    if (this.grammar.amount?.(segment, clause, passage, this.subject)) return;
    const subject = this.subjectOf(label, lead);
    if (!subject || !figure.amount) {
      if (lead.role === 'change' && figure.amount) this.oneDetail(segment, lead, label, passage);
      else {
        this.unread(segment, passage);
        // What follows without a subject of its own is about the unknown one, not about the one before.
        if (!subject) this.startWith(this.grammar.home ?? null);
      }
      return;
    }
    if (lead.role === 'change' && this.versus !== 'last_year') {
      this.oneDetail(segment, lead, label, passage, subject);
      return;
    }
    this.turnTo(subject, passage, segment.start);
    const named = label || this.current?.target.name || this.current?.target.item || '';
    const read = slotOf(segment, lead, named, passage, this.output);
    const slot = this.grammar.adjust?.(read, passage) ?? read;
    this.put(this.grammar.role?.(lead, slot, subject) ?? lead.role, slot, passage, segment.start);
  }

  private subjectOf(label: string, lead?: Lead): Target | null {
    const named = this.grammar.resolve(label, this.parts, lead);
    if (named) return named;
    if (!isGeneric(label)) return null;
    return this.subject ?? this.grammar.resolve(this.words(this.before), this.parts);
  }

  private put(role: Role, slot: Slot, passage: Passage, from: number): void {
    const name = SLOT_OF_ROLE[role];
    let record = this.current!;
    if (record[name]) {
      // The same thing said again starts a new record, so that both figures are kept.
      const again = record.target;
      this.flush();
      record = this.open(again, passage, from);
    }
    record[name] = slot;
    record.to = slot.figure.end;
  }

  private percent(segment: Segment, passage: Passage): void {
    const record = this.current;
    if (!record) return;
    const { role, direction, label } = readPercentLead(segment.lead, this.fiscalYear);
    this.versus = versusIn(segment.lead, this.fiscalYear)?.versus ?? this.versus;
    if (!this.concerns(label, record.target)) return;
    const value = segment.figure.value;
    if (role === 'share') record.share ??= value;
    else if (role === 'execution') {
      record.executionRate ??= value;
      this.grammar.rate?.(value, segment, passage, record.target);
    } else if (role === 'change' && (record.change || this.versus === 'last_year')) {
      record.changeRate ??= signedRate(value, direction);
    } else return;
    record.to = Math.max(record.to, segment.figure.end);
  }

  private words(text: string): string {
    const words = subjectWords(text, this.department);
    return this.grammar.tidy?.(words) ?? words;
  }

  /** True where a rate's own words name no other subject than the record's (政府采购执行率 is not its 执行率). */
  private concerns(label: string, subject: Target): boolean {
    const words = this.words(label);
    if (isGeneric(words)) return true;
    const named = this.grammar.resolve(words, this.parts);
    return named ? targetKey(named) === targetKey(subject) : false;
  }

  private flat(clause: Clause, passage: Passage): void {
    const base = versusIn(clause.text, this.fiscalYear);
    if ((base?.versus ?? this.versus) !== 'last_year') return;
    this.versus = 'last_year';
    const words = (base?.rest ?? clause.text).replace(
      /(?:支出)?(?:决算数?)?持平.*$|无增减.*$|没有变化.*$|无变化.*$/,
      '',
    );
    const subject = this.subjectOf(this.words(words));
    if (!subject) return;
    this.turnTo(subject, passage, clause.start);
    if (this.current!.change || this.current!.flat) return;
    this.current!.flat = { passage, from: clause.start, to: clause.end };
    this.current!.to = clause.end;
  }

  private readDetails(
    segments: readonly Segment[],
    clause: Clause,
    passage: Passage,
    from = clause.start,
  ): void {
    for (const segment of segments) {
      if (segment.figure.kind !== 'money') {
        const { role, direction } = readPercentLead(segment.lead, this.fiscalYear);
        if (role === 'change') this.details.rate(signedRate(segment.figure.value, direction));
        continue;
      }
      const words = segment.start < from ? passage.text.slice(from, segment.figure.start) : segment.lead;
      const lead = readLead(words, this.grammar.roles, this.fiscalYear);
      this.oneDetail(
        { ...segment, lead: words, start: Math.max(segment.start, from) },
        lead,
        this.words(lead.label),
        passage,
        null,
        clause.tail,
      );
    }
  }

  /** An amount that explains another: `医疗保险费用减少 1.2 万元` among the reasons. A statement, no fact. */
  private oneDetail(
    segment: Segment,
    lead: Lead,
    label: string,
    passage: Passage,
    subject: Target | null = null,
    tail = '',
  ): void {
    const detail = readDetail({
      segment,
      lead,
      label,
      before: this.before,
      passage,
      tail,
      subject,
      resolve: (name) => this.grammar.resolve(name, null),
    });
    if (detail) this.details.open(detail);
    else this.unread(segment, passage);
  }

  private endReason(passage: Passage): void {
    const { reason, current } = this;
    this.reason = null;
    this.details.end();
    if (!reason || !current) return;
    const words = tidyReason(passage.rawSlice(reason.from, reason.to));
    if (words !== null) current[`${reason.kind}Reason`] ??= words;
  }

  private turnTo(subject: Target, passage: Passage, from: number): void {
    if (this.current && targetKey(this.current.target) === targetKey(subject)) return;
    this.flush();
    this.open(subject, passage, from);
    if (subject.problem)
      this.output.warn(subject.problem.code, subject.problem.message, passage.placeAt(from));
  }

  private open(subject: Target, passage: Passage, from: number): Gathered {
    this.last = subject;
    this.current = { target: subject, section: this.section, passage, from, to: from };
    return this.current;
  }

  private flush(): void {
    const record = this.current;
    this.current = null;
    if (!record || record.to === record.from) return;
    writeRecord(record, this.output, this.known);
  }

  private unread(segment: Segment, passage: Passage): void {
    const words = quoteOf(passage, segment.start, segment.figure.end);
    const place = passage.placeAt(segment.figure.start);
    this.output.warn(this.grammar.unreadCode, `没有读取这个金额：${words}`, place);
  }
}
