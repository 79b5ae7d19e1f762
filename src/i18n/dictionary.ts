/** Languages of the interface. Chinese is the source; a message without its English does not compile. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. `{name}` stands for a value; `one` is the English where `{n}` is exactly 1. */
export interface Message {
  readonly zh: string;
  readonly en: string;
  readonly one?: string;
}
export type Dictionary = Readonly<Record<string, Message>>;

type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never;
/** The values that a message needs, read from the `{…}` of its Chinese text. */
export type Values<M extends Message> = [Slots<M['zh']>] extends [never]
  ? []
  : [values: Readonly<Record<Slots<M['zh']>, string | number>>];

/** Declares a dictionary; keeps the literal texts so that `Values` can read them. */
export function dictionary<const D extends Dictionary>(messages: D): D {
  return messages;
}

/** The text of a message in a language, its values filled in. A slot without a value stays visible as `{name}`. */
export function render(
  message: Message,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text =
    language === 'zh-CN'
      ? message.zh
      : message.one !== undefined && String(values['n']) === '1'
        ? message.one
        : message.en;
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (name in values ? String(values[name]) : slot));
}

/** `t('key', {…})` over one dictionary. */
export type Translate<D extends Dictionary> = <K extends keyof D & string>(
  key: K,
  ...values: Values<D[K]>
) => string;
