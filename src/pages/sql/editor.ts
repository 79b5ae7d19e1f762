import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { keywordCompletionSource, SQLDialect } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, LanguageSupport, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { render, type Language } from '../../i18n';
import { sqlSchema } from '../../i18n/pages/sql-schema';
import { SCHEMA_TABLES } from './schema';

/** Of reading statements alone: fewer false proposals, and columns called `scope` or `before` stay plain. */
const DIALECT = SQLDialect.define({
  keywords:
    'select from where group by having order limit offset distinct on as and or not in is null like ilike between exists case when then else end union all intersect except join left right full inner outer cross using with recursive materialized values asc desc nulls first last over partition rows range unbounded preceding following current row filter cast escape similar qualify window interval grouping sets rollup cube lateral',
  builtin: '',
  types:
    'varchar text integer bigint smallint tinyint hugeint decimal numeric double float boolean date timestamp',
  doubleQuotedStrings: false,
});

const FUNCTIONS =
  'sum count avg min max median any_value string_agg arg_max arg_min round abs coalesce nullif greatest least substr length starts_with contains replace trim row_number rank lag lead list'.split(
    ' ',
  );

/** Tables, columns (after `table.` or an alias too) and functions, with their types and meanings. */
export function completions(context: CompletionContext, language: Language): CompletionResult | null {
  const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_]*$/u);
  const dot = context.matchBefore(/([\p{L}_][\p{L}\p{N}_]*)\.[\p{L}\p{N}_]*$/u);
  if (!word && !dot && !context.explicit) return null;
  const meaning = (key: keyof typeof sqlSchema | null) => (key ? render(sqlSchema[key], language) : '');
  const text = context.state.doc.toString();
  const qualifier = dot ? dot.text.slice(0, dot.text.indexOf('.')).toLowerCase() : null;
  const tables = SCHEMA_TABLES.filter(({ name }) => qualifier === null || tableOf(qualifier, text) === name);
  const columns = new Map<string, Completion>();
  for (const table of tables) {
    for (const { name, type, meaning: key } of table.columns) {
      columns.set(name, { label: name, type: 'property', detail: type, info: meaning(key) });
    }
  }
  const from = word?.from ?? (dot ? dot.to : context.pos);
  if (qualifier !== null)
    return columns.size > 0 ? { from, options: [...columns.values()], validFor: /^\w*$/ } : null;
  return {
    from,
    validFor: /^\w*$/,
    options: [
      ...SCHEMA_TABLES.map(({ name, meaning: key }) => ({
        label: name,
        type: 'class',
        detail: meaning(key),
        boost: 2,
      })),
      ...[...columns.values()].map((option) => ({ ...option, boost: 1 })),
      ...FUNCTIONS.map((label) => ({ label, type: 'function', apply: `${label}(` })),
    ],
  };
}

/** The table that a name stands for: its own, or an alias in `FROM facts AS f`, `JOIN facts f`. */
export function tableOf(qualifier: string, text: string): string | null {
  if (SCHEMA_TABLES.some(({ name }) => name === qualifier)) return qualifier;
  const alias = new RegExp(`\\b(\\w+)\\s+(?:as\\s+)?${qualifier}\\b`, 'gi');
  for (const [, table] of text.matchAll(alias)) {
    const known = SCHEMA_TABLES.find(({ name }) => name === table!.toLowerCase());
    if (known) return known.name;
  }
  return null;
}

const highlight = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: 'var(--strong)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--warn)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--series-3)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--faint)', fontStyle: 'italic' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '13.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
    padding: '10px 0',
  },
  '.cm-scroller': { lineHeight: '1.6' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft)',
  },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--faint)', border: '0' },
  '.cm-placeholder': { color: 'var(--faint)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--mark)' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 10px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' },
  '.cm-completionMatchedText': {
    color: 'var(--accent)',
    textDecoration: 'none',
    fontWeight: 'var(--strong)',
  },
  '.cm-completionInfo': { padding: '4px 10px', color: 'var(--muted)' },
});

export interface EditorOptions {
  parent: HTMLElement;
  text: string;
  language: Language;
  label: string;
  hint: string;
  onchange: (text: string) => void;
  onrun: () => void;
}

/**
 * An SQL editor: highlighting, brackets, completion of tables, columns, functions and keywords, Ctrl/Cmd-Enter runs.
 * Tab leaves it, as everywhere on the page. It must be destroyed by its caller.
 */
export function sqlEditor({
  parent,
  text,
  language,
  label,
  hint,
  onchange,
  onrun,
}: EditorOptions): EditorView {
  const keywords = keywordCompletionSource(DIALECT, true);
  const support = new LanguageSupport(DIALECT.language, [
    DIALECT.language.data.of({
      autocomplete: (context: CompletionContext) => completions(context, language),
    }),
    DIALECT.language.data.of({ autocomplete: keywords }),
  ]);
  const run = () => {
    onrun();
    return true;
  };
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run }]),
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        support,
        syntaxHighlighting(highlight),
        theme,
        EditorView.lineWrapping,
        placeholder(hint),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onchange(update.state.doc.toString());
        }),
      ],
    }),
  });
}

/** Replaces all of the text; nothing where it is that already. */
export function setText(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  if (now !== text) view.dispatch({ changes: { from: 0, to: now.length, insert: text } });
}

/** Puts a name at the cursor and goes on there. */
export function insertText(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text));
  view.focus();
}
