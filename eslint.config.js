import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// A strict policy on somebody else's page refuses these, or they let words become markup.
const inlineStyle = {selector: 'TemplateElement[value.raw=/\\sstyle\\s*=/]', message: 'No style attribute: a strict style-src refuses it. Use a class or a data attribute.'};
const markup = {selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)$/]', message: 'No markup from strings: words could become code.'};
const eventHandler = {selector: 'TemplateElement[value.raw=/\\son[a-z]+\\s*=/]', message: 'No inline handler: a strict script-src refuses it.'};
const wholeZod = {name: 'zod', message: "import * as z from 'zod/mini'"};
const unsafeDirectives = {group: ['**/directives/style-map.js', '**/directives/unsafe-*.js', 'lit/static-html.js'], message: 'A strict policy refuses inline style, and words could become code.'};
const nodeOnly = {group: ['node:*', 'libsql', 'pg', 'jose', '@hono/*'], message: 'Only src/endpoint runs on Node.'};

// The two rules that need types, those about promises, are in .oxlintrc.json: with them this took three times as long.
export default tseslint.config(
  {ignores: ['dist/', 'data/', 'coverage/', 'storybook-static/', 'src/locale/generated/', '**/*.d.ts']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/parameter-properties': 'error',
      // Mocha and chai write claims as properties.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true}],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'off',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['test/**/*.browser.ts'],
    rules: {
      // .oxlintrc.json lets promises float here; of these the claim about accessibility must not.
      'no-restricted-syntax': ['error', {selector: 'ExpressionStatement > CallExpression[callee.property.name="accessible"]', message: 'Wait for it, or it cannot fail.'}],
    },
  },
  {files: ['src/**/*.ts', 'stories/**/*.ts'], ...lit.configs['flat/recommended']},
  {files: ['src/**/*.ts', 'stories/**/*.ts'], ...wc.configs['flat/recommended']},
  {files: ['src/**/*.ts', 'stories/**/*.ts'], plugins: {'lit-a11y': litA11y}, rules: litA11y.configs?.recommended?.rules ?? {}},
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', inlineStyle, markup, eventHandler, {selector: 'TSEnumDeclaration', message: 'A union of strings says the same and needs no code.'}],
      'no-restricted-imports': ['error', {paths: [wholeZod], patterns: [unsafeDirectives, nodeOnly]}],
      '@typescript-eslint/no-restricted-imports': 'off',
    },
  },
  {
    files: ['src/endpoint/**/*.ts'],
    rules: {'no-restricted-imports': ['error', {paths: [wholeZod], patterns: [unsafeDirectives]}]},
  },
);
