import { dirname, relative, resolve, sep } from 'node:path';
import { FENCED_PACKAGES, ROOMS } from './rooms.js';

/** The room of a path, '' for the entry files in `src/`, null for what is no part of the app. */
function roomOf(/** @type {string} */ path, /** @type {string} */ root) {
  const [top, room, ...rest] = relative(root, path).split(sep);
  if (top === 'cli') return 'cli';
  if (top !== 'src') return null;
  return rest.length > 0 || (room && room in ROOMS) ? (room ?? '') : '';
}

/** `import type …` and imports whose every name is a type. */
function typesOnly(/** @type {any} */ node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = node.specifiers ?? [];
  return (
    specifiers.length > 0 &&
    specifiers.every((/** @type {any} */ s) => s.importKind === 'type' || s.exportKind === 'type')
  );
}

/**
 * Keeps the arrows of `rooms.js`: static and dynamic imports, re-exports, and `new URL('…', import.meta.url)`
 * (workers) are resolved to the room they lie in.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importArrows = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unknown: 'src/{{from}}/ is no room of lint/rooms.js.',
      arrow: '{{from}} may not import {{to}}.',
      types: '{{from}} may import only types of {{to}}: write `import type`.',
      fenced: '{{name}} may be imported only by {{rooms}}.',
      node: 'Node modules belong to cli/ and to files named node*.ts; everything else also runs in the page.',
    },
  },
  create(context) {
    const root = context.cwd;
    const from = roomOf(context.filename, root);
    if (from === null) return {};

    /** @param {any} node @param {unknown} name @param {boolean} types */
    function check(node, name, types) {
      if (typeof name !== 'string') return;
      const report = (/** @type {string} */ messageId, /** @type {Record<string, string>} */ data) =>
        context.report({ node, messageId, data });
      if (from && !(from in ROOMS)) return report('unknown', { from });
      if (name.startsWith('node:')) {
        const file = relative(root, context.filename).split(sep).at(-1) ?? '';
        if (from !== 'cli' && !file.startsWith('node')) report('node', {});
        return;
      }
      if (!name.startsWith('.')) {
        for (const { pattern, rooms } of FENCED_PACKAGES) {
          if (from && pattern.test(name) && !rooms.includes(from)) {
            report('fenced', { name, rooms: rooms.join(', ') });
          }
        }
        return;
      }
      if (!from) return; // the entry files put everything together
      const to = roomOf(resolve(dirname(context.filename), name), root);
      if (to === from || (from === 'cli' && to === null)) return;
      const allowed = ROOMS[from];
      if (to && allowed?.values.includes(to)) return;
      if (to && allowed?.types?.includes(to)) {
        if (!types) report('types', { from, to });
        return;
      }
      report('arrow', { from, to: to || name });
    }

    const fromSource = (/** @type {any} */ node) =>
      node.source && check(node, node.source.value, typesOnly(node));
    return {
      ImportDeclaration: fromSource,
      ExportNamedDeclaration: fromSource,
      ExportAllDeclaration: fromSource,
      ImportExpression: fromSource,
      TSImportType: (/** @type {any} */ node) => check(node, node.source?.value, true),
      NewExpression(/** @type {any} */ node) {
        if (node.callee.name === 'URL' && node.arguments[1]?.object?.type === 'MetaProperty') {
          check(node, node.arguments[0].value, false);
        }
      },
    };
  },
};
