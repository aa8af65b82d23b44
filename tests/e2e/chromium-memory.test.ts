/**
 * What a lock leaves in memory, counted: a phrase is typed key by key into the
 * real app, and every process of ours is read byte for byte before the lock and
 * after it.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { mayReadMemory, scanMemory } from '../helpers/memory.ts'
import type { Found } from '../helpers/memory.ts'
import { descendants } from '../helpers/process-tree.ts'
import { expect, test } from './open-app.ts'

const journey = fileURLToPath(new URL('memory-journey.ts', import.meta.url))
const rounds = process.env['MJ_FULL'] === '1' ? 5 : 1

type Stages = Record<'written' | 'locked', Found[]>

const sum = (found: readonly Found[]) => found.reduce((total, { utf8, utf16 }) => total + utf8 + utf16, 0)
const letters = (count: number) => Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join('')

async function play(folder: string): Promise<Stages> {
  const halves: [string, string] = [`${letters(9)} ${letters(5)}`, `${letters(4)} ${letters(8)}`]
  const child = spawn(process.execPath, [journey, folder, [...halves.join('')].reverse().join('')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const found: Partial<Stages> = {}
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const pids = [child.pid ?? 0, ...descendants(child.pid ?? 0)]
      if (line === 'written' || line === 'locked') found[line] = scanMemory(pids, halves)
      child.stdin.write('\n')
    }
  } finally {
    child.kill('SIGKILL')
  }
  if (found.written === undefined || found.locked === undefined) throw new Error('the journey did not get there')
  return { written: found.written, locked: found.locked }
}

test('[F66] after a lock the words are in no process of the app any more', async ({ display: _ }, testInfo) => {
  testInfo.skip(!mayReadMemory(process.ppid), 'the memory of other processes may not be read here')
  testInfo.setTimeout(60_000 * rounds)
  const left: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const home = mkdtempSync(join(tmpdir(), 'mj-memory-'))
    const { written, locked } = await play(home)
    rmSync(home, { recursive: true, force: true })

    // Before the lock it stands where it must, or nothing would be proved.
    expect(sum(written.filter(({ name }) => name === 'renderer'))).toBeGreaterThan(0)
    expect(sum(written.filter(({ name }) => name === 'journal-core'))).toBeGreaterThan(0)
    // The process between the two hands on what it cannot read.
    expect(sum(written.filter(({ name }) => name !== 'renderer' && name !== 'journal-core' && name !== 'chromium'))).toBe(0)
    // Page and core are processes that were not there before.
    const before = written.filter(({ name }) => name === 'journal-core').map(({ pid }) => pid)
    expect(locked.filter(({ pid }) => before.includes(pid))).toEqual([])
    process.stdout.write(`memory: ${sum(written)} before the lock, ${sum(locked)} after it, in ${locked.length} processes\n`)
    left.push(sum(locked))
  }

  expect(left).toEqual(Array.from({ length: rounds }, () => 0))
})
