import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { importArrows } from './lint/import-arrows.js';
import { PURE_ROOMS } from './lint/rooms.js';
import svelteConfig from './svelte.config.js';

const DOM = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage', 'location', 'history'];

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/', 'test-results/', 'playwright-report/']),
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off', // TypeScript does it better
      'no-control-regex': 'off', // broken documents do contain control characters
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // With noUncheckedIndexedAccess an index that is known to exist needs its `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['src/**', 'cli/**'],
    plugins: { rooms: { rules: { 'import-arrows': importArrows } } },
    rules: { 'rooms/import-arrows': 'error' },
  },
  {
    files: PURE_ROOMS.map((room) => `src/${room}/**`),
    rules: {
      'no-restricted-globals': [
        'error',
        ...DOM.map((name) => ({ name, message: 'This room runs without a DOM.' })),
      ],
    },
  },
  { files: ['cli/**', 'tests/**', 'build/**'], rules: { 'no-console': 'off' } },
);
