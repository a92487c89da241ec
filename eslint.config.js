import tseslint from 'typescript-eslint'

const NODE = {group: ['node:*'], message: 'Here is no Node.js: this also runs in a browser.'}
const VSCODE = {group: ['vscode'], message: 'Only client/ knows VS Code.'}
const LSP = {
  group: [
    'vscode-languageserver',
    'vscode-languageserver/*',
    'vscode-languageclient',
    'vscode-languageclient/*',
    'vscode-jsonrpc',
    'vscode-jsonrpc/*',
  ],
  message: 'Here is no Language Server Protocol.',
}
const OUTWARD = (...folders) => ({
  regex: `^(\\.\\./)+(${folders.join('|')})/`,
  message: 'Imports go inward: webview → client → server → core.',
})

/** The house rules of design.md, folder by folder: what may not be imported where. */
const borders = [
  {files: ['core/**/*.ts'], patterns: [NODE, VSCODE, LSP, OUTWARD('server', 'client', 'cli', 'test', 'scripts')]},
  {
    files: ['server/**/*.ts'],
    ignores: ['server/src/node/**'],
    patterns: [NODE, VSCODE, OUTWARD('client', 'cli', 'test', 'scripts')],
  },
  {files: ['server/src/node/**/*.ts'], patterns: [VSCODE, OUTWARD('client', 'cli', 'test', 'scripts')]},
  {
    files: ['client/src/**/*.ts'],
    ignores: ['client/src/node/**', 'client/src/webview/**'],
    patterns: [
      NODE,
      OUTWARD('cli', 'test', 'scripts'),
      {regex: '^(\\.\\./)+server/(?!src/protocol\\.ts$)', message: 'Of the server, the client knows the protocol.'},
      {
        regex: '^#core(?!/(templates|export/(timeline-view\\.ts|picture/)))',
        message:
          'Of core, the client knows templates, the timeline and its picture, and types: it decides nothing about findings.',
        allowTypeImports: true,
      },
    ],
  },
  {files: ['client/src/webview/**/*.ts'], patterns: [NODE, VSCODE, LSP, OUTWARD('server', 'cli', 'test', 'scripts')]},
  {files: ['cli/**/*.ts'], patterns: [VSCODE, OUTWARD('client', 'test', 'scripts')]},
]

export default tseslint.config(
  {ignores: ['dist/', '.tsbuild/', '**/*.generated.ts']},
  ...tseslint.configs.recommended,
  {
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {selector: 'TSEnumDeclaration', message: 'A union of strings says the same without code.'},
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        {fixStyle: 'inline-type-imports', disallowTypeAnnotations: false},
      ],
      '@typescript-eslint/no-unused-expressions': ['error', {allowShortCircuit: true, allowTernary: true}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      // “!” is for indexes that the line before has checked; the tests would show where it is not so.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...borders.map(({files, ignores, patterns}) => ({
    files,
    ignores: ignores ?? [],
    rules: {'@typescript-eslint/no-restricted-imports': ['error', {patterns}]},
  })),
  {files: ['scripts/**', 'test/**', 'eslint.config.js'], rules: {'no-console': 'off'}},
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {object: 'it', property: 'skip'},
        {object: 'it', property: 'only'},
        {object: 'describe', property: 'skip'},
        {object: 'describe', property: 'only'},
      ],
    },
  },
  {
    files: ['**/*.cjs'],
    rules: {'@typescript-eslint/no-require-imports': 'off'},
    languageOptions: {globals: {module: 'readonly', require: 'readonly'}},
  },
)
