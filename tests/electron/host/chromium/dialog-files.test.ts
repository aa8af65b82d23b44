import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkChoice, isGoodName, listFolder, makeFolder } from '../../../../electron/host/chromium/dialog-files.ts'
import type { DialogTask } from '../../../../shared/file-dialog.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

const task = (purpose: DialogTask['purpose']): DialogTask => ({ purpose, language: 'en', theme: 'system', folder: '/', name: 'x' })

function sample(): string {
  const folder = tempFolder()
  for (const name of ['b', 'a', '.hidden', 'Mine.mjournal', 'empty']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'Mine.mjournal', 'keys.copy.json'), '{}')
  writeFileSync(join(folder, 'file 10.pdf'), '')
  writeFileSync(join(folder, 'file 9.pdf'), '')
  symlinkSync('/nowhere/at/all', join(folder, 'broken'))
  return folder
}

describe('a listing', () => {
  it('shows folders, journals, then files, by name; nothing hidden or broken', () => {
    const view = listFolder(sample(), 'save')

    expect(view.entries.map(({ name, kind }) => `${kind} ${name}`)).toEqual(
      ['folder a', 'folder b', 'folder empty', 'vault Mine.mjournal', 'file file 9.pdf', 'file file 10.pdf'])
    expect(view).toMatchObject({ writable: true, readable: true })
  })

  it('shows no files where a journal is to be chosen', () => {
    expect(listFolder(sample(), 'open-vault').entries.filter(({ kind }) => kind === 'file')).toEqual([])
  })

  for (const [purpose, files] of [
    ['open-backup', ['two.MJBACKUP', 'one.mjbackup']], ['open-dump', ['all.age']],
    ['import-file', ['day-one.zip', 'jrnl.txt', 'notes.jex', 'notes.md']], ['import-folder', []], ['backup-place', []], ['move-vault', []],
  ] as const) {
    it(`for ${purpose} shows only files of its endings`, () => {
      const folder = sample()
      for (const name of ['one.mjbackup', 'two.MJBACKUP', 'all.age', 'day-one.zip', 'jrnl.txt', 'notes.jex', 'notes.md', 'mjbackup']) writeFileSync(join(folder, name), '')

      const listed = listFolder(folder, purpose).entries

      expect(listed.filter(({ kind }) => kind === 'file').map(({ name }) => name)).toEqual(files)
      expect(listed.filter(({ kind }) => kind === 'folder')).toHaveLength(3)
    })
  }

  it('of a folder that is gone is of the closest one above it', () => {
    const folder = sample()

    expect(listFolder(join(folder, 'a', 'gone', 'too'), 'save').path).toBe(join(folder, 'a'))
  })

  it('has no way up at the top', () => {
    expect(listFolder('/', 'save').parent).toBe(null)
  })
})

describe('a name', () => {
  for (const name of ['', ' ', '.', '..', 'a/b', 'a\\b', 'a:b', 'what?', 'nul', 'COM1.pdf', 'ends.', ' space', 'x'.repeat(201), 'a\nb']) {
    it(`${JSON.stringify(name.slice(0, 12))} is refused`, () => { expect(isGoodName(name)).toBe(false) })
  }
  for (const name of ['June.pdf', 'Journal.mjournal', 'Gesprek 3 – notities.docx', 'a.b', 'ringkasan juni']) {
    it(`${name} is fine`, () => { expect(isGoodName(name)).toBe(true) })
  }
})

describe('a choice', () => {
  it('of a new file is its path, and leaves nothing behind', () => {
    const folder = sample()
    const before = readdirSync(folder)

    expect(checkChoice(task('save'), folder, 'new.pdf', false)).toEqual({ path: join(folder, 'new.pdf') })
    expect(readdirSync(folder)).toEqual(before)
  })

  it('of a file that is there needs a second word', () => {
    const folder = sample()

    expect(checkChoice(task('save'), folder, 'file 9.pdf', false)).toEqual({ problem: 'exists' })
    expect(checkChoice(task('save'), folder, 'file 9.pdf', true)).toEqual({ path: join(folder, 'file 9.pdf') })
  })

  for (const [purpose, name, problem] of [
    ['save', 'a', 'is-a-folder'], ['save', '../x', 'name-invalid'], ['create-vault', 'Mine.mjournal', 'exists'],
    ['create-vault', 'file 9.pdf', 'exists'], ['open-vault', 'a', 'not-a-vault'], ['open-vault', '../..', 'not-a-vault'],
  ] as const) {
    it(`${purpose} ${name}: ${problem}`, () => { expect(checkChoice(task(purpose), sample(), name, true)).toEqual({ problem }) })
  }

  for (const [purpose, name, problem] of [
    ['open-backup', 'file 9.pdf', 'wrong-kind'], ['open-backup', 'a', 'wrong-kind'], ['open-backup', 'gone.mjbackup', 'missing'],
    ['open-backup', '../one.mjbackup', 'wrong-kind'], ['open-backup', 'folder.mjbackup', 'is-a-folder'], ['open-dump', '', 'wrong-kind'],
    ['import-folder', 'Mine.mjournal', 'is-a-vault'], ['import-folder', '..', 'name-invalid'], ['backup-place', 'gone', 'missing'],
    ['backup-place', 'Mine.mjournal', 'is-a-vault'], ['move-vault', 'a/../..', 'name-invalid'], ['move-vault', 'file 9.pdf', 'missing'],
  ] as const) {
    it(`${purpose} ${name}: ${problem}`, () => {
      const folder = sample()
      mkdirSync(join(folder, 'folder.mjbackup'))

      expect(checkChoice(task(purpose), folder, name, true)).toEqual({ problem })
    })
  }

  it('of a file to read is its path, also under a name that another system would refuse', () => {
    const folder = sample()
    writeFileSync(join(folder, 'what: a day?.mjbackup'), '')

    expect(checkChoice(task('open-backup'), folder, 'what: a day?.mjbackup', false)).toEqual({ path: join(folder, 'what: a day?.mjbackup') })
  })

  it('of a place is the folder shown or the one picked in it, and leaves nothing behind', () => {
    const folder = sample()
    const before = readdirSync(folder)

    expect(checkChoice(task('backup-place'), folder, '', false)).toEqual({ path: folder })
    expect(checkChoice(task('move-vault'), folder, 'a', false)).toEqual({ path: join(folder, 'a') })
    expect(checkChoice(task('backup-place'), '/proc', '', false)).toEqual({ problem: 'not-writable' })
    expect(checkChoice(task('import-folder'), '/proc', '', false)).toEqual({ path: '/proc' })
    expect([readdirSync(folder), readdirSync(join(folder, 'a'))]).toEqual([before, []])
  })

  it('of an empty folder is right for a new journal', () => {
    const folder = sample()

    expect(checkChoice(task('create-vault'), folder, 'empty', false)).toEqual({ path: join(folder, 'empty') })
  })

  it('of a folder that is gone says so', () => {
    expect(checkChoice(task('save'), join(sample(), 'gone'), 'x.pdf', false)).toEqual({ problem: 'missing' })
    expect(checkChoice(task('save'), 'not/absolute', 'x.pdf', false)).toEqual({ problem: 'missing' })
  })

  it('in a folder that takes no files says so, also to root', () => {
    expect(checkChoice(task('save'), '/proc', 'x.pdf', false)).toEqual({ problem: 'not-writable' })
  })
})

describe('a new folder', () => {
  it('is made and shown', () => {
    const folder = sample()

    expect(makeFolder(folder, 'new', 'save')).toMatchObject({ folder: { path: join(folder, 'new') }, problem: null })
    expect(existsSync(join(folder, 'new'))).toBe(true)
  })

  it('is not made over another, nor where nothing can be', () => {
    expect(makeFolder(sample(), 'a', 'save')).toEqual({ folder: null, problem: 'exists' })
    expect(makeFolder('/proc', 'x', 'save')).toEqual({ folder: null, problem: 'not-writable' })
    expect(makeFolder(sample(), 'a/b', 'save')).toEqual({ folder: null, problem: 'name-invalid' })
  })
})
