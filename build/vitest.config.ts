import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

const root = fileURLToPath(new URL('..', import.meta.url))
const all = ['tests/**/*.test.ts', 'tests/**/*.test.tsx']
/** They touch nothing of their process, so one after the other may have it: to start one and to read all its code takes longer than most of them. */
const together = ['tests/shared/**/*.test.ts', 'tests/electron/database/**/*.test.ts', 'tests/electron/exports/**/*.test.ts', 'tests/renderer/{messages,plan,reader,sessions,sharing}/**/*.test.ts']

/** What waits longest for processes begins first, so that the others are done beside it; the runner knows it only after a first time. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/trust/')
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  root,
  test: {
    // None takes half of it on a machine that has nothing else to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Three for two cores: the long ones start processes, kill them, and wait.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: all, exclude: ['tests/e2e/**', 'node_modules/**', ...together] } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
    ],
  },
})
