import { defineConfig } from 'playwright/test'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Each journey opens the app itself, once over each shell; Playwright's own
 * browsers are not used. `chromium-*` tests are about that shell alone.
 */
export default defineConfig({
  testDir: '.',
  globalSetup: at('begun-homes.ts'),
  outputDir: at('../../test-results/e2e'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // Three for two cores: half of a journey is waiting, for a browser to start, a key to be derived, a save to be durable.
  workers: 3,
  // A loaded machine can be late; what needed another try is counted and named by `npm test`.
  retries: 2,
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: at('../../test-results/e2e.json') }]],
  projects: [
    { name: 'chromium', testIgnore: 'electron-*' },
    { name: 'electron', testIgnore: 'chromium-*' },
  ],
})
