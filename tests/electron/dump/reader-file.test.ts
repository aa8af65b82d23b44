import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readerName, writeReader } from '../../../electron/dump/reader-file.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

test('the page is laid into the folder once, and again when another one lies there', () => {
  const [folder, source] = [tempFolder(), join(tempFolder(), 'reader.html')]
  const path = join(folder, readerName)
  writeFileSync(source, 'the page')

  expect(writeReader(folder, source)).toBe(true)
  utimesSync(path, new Date(0), new Date(0))
  writeReader(folder, source)
  expect(statSync(path).mtimeMs).toBe(0)
  writeFileSync(path, 'the pagf')
  writeReader(folder, source)

  expect(readFileSync(path, 'utf8')).toBe('the page')
  expect(readdirSync(folder)).toEqual(['Read a backup.html'])
})

test('where no page was built there is none, and nothing else either', () => {
  const folder = tempFolder()

  expect(writeReader(folder, join(folder, 'nowhere.html'))).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})
