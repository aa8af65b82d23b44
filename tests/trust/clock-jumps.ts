/** The clock a year ahead, a year back, and anywhere in between, while the journal is used every day. */
import { vi } from 'vitest'
import { backupId } from '../../electron/vault/backups/format.ts'
import { toRemove } from '../../electron/vault/backups/rotate.ts'
import type { BackupId } from '../../shared/backup.ts'
import { plainText, richTextFromPlain } from '../../shared/rich-text.ts'
import { seeded } from '../helpers/flip.ts'
import type { Random } from '../helpers/flip.ts'
import { openTestBackend, testPassphrase } from '../helpers/test-backend.ts'
import { newItemId } from '../helpers/test-database.ts'
import { pick, rowOf, tally } from './row.ts'

type Kept = { id: BackupId }
type Rotate = (backups: readonly Kept[], now: Date) => readonly Kept[]

const dayMs = 86_400_000
const jumps = [-365, -30, -1, -1 / 24, 1 / 24, 1, 30, 365]
const written = (text: string) => ({ kind: 'entry', body: { sort: 'reflection', prompt: null, text: richTextFromPlain(text), raise: false } }) as const

export const row = rowOf<Rotate>({
  id: 'clock-jumps',
  promise: 'A clock that jumps a year back or ahead loses no words, keeps their order, and takes no backup away that is needed.',
  tries: { full: 200, part: 10 },
  async attack(tries, seed, rotate = toRemove, lives = tally()) {
    const random = seeded(seed)
    for (let nth = 0; nth < tries; nth += 1) {
      const loss = nth % 5 === 4 ? await writeThrough(random) : rotateThrough(random, rotate)
      lives.held(loss === null, () => loss ?? '')
    }
    return lives.outcome()
  },
  planted: olderThanAYear,
  plantedTries: 4,
})

/** What is older than the longest a backup is kept goes, whatever is left. */
function olderThanAYear(backups: readonly Kept[], now: Date): readonly Kept[] {
  return backups.filter(({ id }) => now.getTime() - Date.parse(id.replace(/T(\d\d)-(\d\d)-(\d\d).*/, 'T$1:$2:$3Z')) > 360 * dayMs)
}

/** A backup a day for a season; now and then the clock jumps. Those made last, whatever they are dated, are what a person would need. */
function rotateThrough(random: Random, rotate: Rotate): string | null {
  let now = Date.UTC(2026, 10, 23, 20)
  let there: BackupId[] = []
  const made: BackupId[] = []
  for (let day = 0; day < 120; day += 1) {
    now += dayMs
    if (random(20) === 0) now += pick(random, jumps) * dayMs
    const id = backupId(new Date(now), there)
    made.push(id)
    const gone = new Set(rotate([...there, id].map((one) => ({ id: one })), new Date(now)).map((one) => one.id))
    there = [...there, id].filter((one) => !gone.has(one))
    if (!there.includes(id)) return `day ${day}: the backup just made is taken away`
    if (there.length < Math.min(made.length, 3)) return `day ${day}: ${there.length} backups are left`
  }
  return there.length > 80 ? `${there.length} backups pile up` : null
}

async function writeThrough(random: Random): Promise<string | null> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T20:00:00.000Z') })
  try {
    let { test } = await openTestBackend()
    const space = await test.call('space.create', { role: 'alone', me: '', other: '' })
    const known = new Map<string, string>()
    const ids: Array<ReturnType<typeof newItemId>> = []
    for (let step = 0; step < 12; step += 1) {
      if (random(3) === 0) vi.setSystemTime(Date.now() + pick(random, jumps) * dayMs)
      const id = newItemId()
      const text = `what was thought at step ${step}`
      await test.call('item.create', { id, spaceId: space.id, parentId: null, onDate: null, privacy: 'private', content: written('') })
      vi.setSystemTime(Date.now() + (random(4) === 0 ? pick(random, jumps) * dayMs : 60_000))
      await test.call('item.draft', { id, revision: 1, content: written(text), draft: 1 })
      await test.call('item.flush')
      known.set(id, text)
      ids.push(id)
      if (random(4) === 0) {
        test.backend.lock('asked')
        test = test.restart()
        vi.setSystemTime(Date.now() + pick(random, jumps) * dayMs)
        await test.call('vault.unlock', { passphrase: testPassphrase })
      }
      const list = await test.call('item.list', { spaceId: space.id, kinds: ['entry'], limit: 100 })
      if (list.length !== known.size) return `step ${step}: ${list.length} of ${known.size} entries are listed`
      const days = list.map(({ onDate }) => onDate ?? '')
      if (days.some((day, at) => at > 0 && day > (days[at - 1] ?? ''))) return `step ${step}: the list is out of order`
      for (const item of list) if (item.kind !== 'entry' || plainText(item.body.text) !== known.get(item.id)) return `step ${step}: other words`
    }
    const [found] = await test.call('search.find', { text: 'thought at step 7', spaceId: null, kinds: null, limit: 5 })
    return found?.id === ids[7] ? null : 'the search finds something else'
  } finally {
    vi.useRealTimers()
  }
}
