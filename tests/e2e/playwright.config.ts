import { defineConfig } from 'playwright/test'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Each journey opens the app itself, over either shell; Playwright's own browsers are not used. */
export default defineConfig({
  testDir: '.',
  outputDir: at('../../test-results/e2e'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: at('../../test-results/e2e.json') }]],
})
