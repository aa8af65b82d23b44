import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lookAfter } from '../../../electron/api/auto-backup.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { opened, addText, beside } from '../../helpers/backed-up.ts'

describe('a backup by itself', () => {
  it('is made once a day while there is something new', async () => {
    const test = await opened()
    const day = (number: number) => { Object.assign(test.backend.options, { now: `2026-11-${number}T09:00:00.000Z` }) }
    const seen: number[] = []
    for (const [number, writes] of [[20, true], [20, true], [21, false], [22, true], [22, false]] as const) {
      day(number)
      if (writes) await addText(test, `Op de ${number}e`)
      await lookAfter(test.backend)
      seen.push((await test.call('backup.list')).length)
    }

    // On the 21st what was written late on the 20th gets its own.
    expect(seen).toEqual([1, 1, 2, 3, 3])
  })

  it('is made although the newest one is dated a year ahead, by a clock that was wrong', async () => {
    const test = await opened()
    Object.assign(test.backend.options, { now: '2027-11-20T09:00:00.000Z' })
    await addText(test, 'In de toekomst')
    await lookAfter(test.backend)
    Object.assign(test.backend.options, { now: '2026-11-20T09:00:00.000Z' })
    await addText(test, 'Weer nu')
    await lookAfter(test.backend)

    expect((await test.call('backup.status')).last?.made).toBe('2026-11-20T09:00:00.000Z')
    expect(await test.call('backup.list')).toHaveLength(2)
  })

  it('that a lock had no time to check is checked after the next unlock, and counts then', async () => {
    const test = await opened()
    const made = await test.call('backup.make')
    renameSync(join(beside(test), `${made.id}.mjbackup`), join(beside(test), `${made.id}.mjbackup.unverified`))
    const before = [(await test.call('backup.list')).map(({ verified }) => verified), (await test.call('backup.status')).last]

    await lookAfter(test.backend)

    expect(before).toEqual([[false], null])
    expect((await test.call('backup.status')).last).toEqual(made)
  })

  it('takes the place of one that a lock left torn', async () => {
    const test = await opened()
    await addText(test, 'Heel')
    const made = await test.call('backup.make')
    const file = join(beside(test), `${made.id}.mjbackup`)
    const bytes = readFileSync(file)
    writeFileSync(`${file}.unverified`, bytes.fill(3, 9000, 9010))
    rmSync(file)

    await lookAfter(test.backend)

    expect((await test.call('backup.list')).map(({ verified }) => verified)).toEqual([true])
    expect((await test.call('backup.status')).remarks).not.toContain('last-failed')
  })

  it('goes to a stick that was away when it is back', async () => {
    const test = await opened()
    const stick = tempFolder()
    test.host.paths.push(stick)
    await test.call('backup.mirror', { forget: false })
    renameSync(stick, `${stick}-away`)
    const made = await test.call('backup.make')
    renameSync(`${stick}-away`, stick)

    await lookAfter(test.backend)

    expect((await test.call('backup.list')).filter(({ place }) => place === 'second').map(({ id }) => id)).toEqual([made.id])
  })
})
