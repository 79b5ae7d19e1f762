import type { FactLine } from '../analysis/evidence';
import { evidence, render, type Language } from '../i18n';

type Repaired = Pick<FactLine, 'note' | 'printed_code' | 'printed_name' | 'derived'>;

/** How notes of the extract (English, stable, several joined by `; `) are said to the reader; null says nothing. */
const SAID: readonly [
  note: RegExp,
  say: (fact: Repaired, language: Language, match: RegExpExecArray) => string | null,
][] = [
  [
    /^code restored/,
    ({ printed_code: printed }, language) =>
      printed
        ? render(evidence.note_code, language, { printed })
        : render(evidence.note_code_missing, language),
  ],
  [/^code not found/, (_, language) => render(evidence.note_unknown_code, language)],
  [
    /^(?:name completed|standard name)/,
    ({ printed_name: printed }, language) =>
      printed ? render(evidence.note_name, language, { printed }) : null,
  ],
  [/^columns told by the sums/, (_, language) => render(evidence.note_columns, language)],
  [/^repeats /, (_, language) => render(evidence.note_repeat, language)],
  [/^part of (.+)$/, (_, language, [, whole = '']) => render(evidence.note_part, language, { whole })],
  [/^款 printed (.+)$/, (_, language, [, name = '']) => render(evidence.note_section, language, { name })],
  [/^项 found by its name/, () => null],
  [
    /^(?:unit )?read as (.+)$/,
    (_, language, [, unit = '']) => render(evidence.note_unit_read, language, { unit }),
  ],
  [
    /^(?:header|text) prints (.+)$/,
    (_, language, [, unit = '']) => render(evidence.note_unit_printed, language, { unit }),
  ],
  [/^unit not printed$/, (_, language) => render(evidence.note_unit_missing, language)],
  [/^printed (.+)$/, (_, language, [, name = '']) => render(evidence.note_called, language, { name })],
  [/^a printed sum fails$/, (_, language) => render(evidence.note_sum_fails, language)],
];

/** What was repaired in a fact, in the reader's words. A note that is not known is shown as it stands. */
export function repairNotes(fact: Repaired, language: Language): string[] {
  if (fact.derived) return [render(evidence.implied, language)];
  const notes = (fact.note ?? '').split(/;\s*/).filter((note) => note !== '');
  const said = notes.map((note) => {
    for (const [pattern, say] of SAID) {
      const match = pattern.exec(note);
      if (match) return say(fact, language, match);
    }
    return render(evidence.note_other, language, { note });
  });
  return [...new Set(said.filter((text) => text !== null))];
}
