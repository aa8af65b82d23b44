import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    // None takes half of it on a machine that has nothing else to do.
    testTimeout: 60_000,
    // Three for two cores: the long ones start processes, kill them, and wait.
    maxWorkers: 3,
  },
})
