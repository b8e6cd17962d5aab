import eslint from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.behalf/', 'coverage/', 'docs/api/'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['scripts/**/*.mjs', 'apps/*/bin/*.mjs', '*.mjs', 'bench/**/*.mjs', 'test/outsiders/**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    // Parts of these run in the page.
    files: ['scripts/browser/**/*.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['apps/playground/vite.config.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Nest reads constructor types at run time: a class that is injected must be a value import.
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/mcp-api/src/**/*.ts'],
    ignores: ['apps/mcp-api/src/main.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only main.ts reads the environment.' },
      ],
      'max-lines': ['error', { max: 130, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 35, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A contract suite is one function that holds its tests.
    files: ['libs/testing/src/contracts/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 250 }], 'max-lines-per-function': 'off' },
  },
  {
    // What ships meets content of others: no pattern costs more than its length.
    files: ['libs/**/*.ts', 'apps/{mcp-api,foundry-kit,chat}/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/support/keep-open.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.name='afterAll']",
          message: 'Use keptOpen() of test/support/keep-open.ts: it closes what was opened also when the set-up fails.',
        },
      ],
    },
  },
);
