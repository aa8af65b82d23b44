/** What every reader promises whatever it is given: a journal or one of three codes, and only text that can be kept. */
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../electron/imports/decode-text.ts'
import { dayInPath, instantMoment, readMoment } from '../../../electron/imports/dates.ts'
import { readFrontMatter } from '../../../electron/imports/front-matter.ts'
import { htmlBlocks } from '../../../electron/imports/html.ts'
import { markdownBlocks } from '../../../electron/imports/markdown.ts'
import { rootOf } from '../../../electron/imports/blocks.ts'
import { planOf } from '../../../electron/imports/plan.ts'
import { readSource } from '../../../electron/imports/sources.ts'
import { AppError } from '../../../shared/errors.ts'
import { ImportPlan } from '../../../shared/importing.ts'
import { Entry } from '../../../shared/item.ts'
import { plainText } from '../../../shared/rich-text.ts'
import type { RichNode } from '../../../shared/rich-text.ts'
import { tarOf } from '../../helpers/tar.ts'
import { zipOf } from '../../helpers/zip.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/imports/', import.meta.url))
const files = readdirSync(fixtures).filter((name) => name.includes('.')).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(fixtures, name))) }))
const numRuns = process.env['MJ_FULL'] === '1' ? 4000 : 200

/** The code it fails with; when it does not, everything it gives can be kept. */
function outcome(name: string, bytes: Uint8Array): string {
  try {
    const plan = planOf(readSource({ files: [{ name, bytes }] }, () => undefined), () => undefined)
    ImportPlan.parse({ ...plan.read, id: crypto.randomUUID(), duplicates: 0 })
    for (const entry of plan.take(plan.marks.map((_, index) => index))) {
      Entry.parse({ sort: 'reflection', prompt: null, text: entry.text, raise: false, ...(entry.tags.length > 0 && { tags: entry.tags }) })
    }
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

const answers = ['read', 'import.unreadable', 'import.too-large', 'import.empty']
const names = fc.constantFrom('a.txt', 'a.md', 'a.json', 'a.zip', 'a.jex', 'a', '../a.md', 'b/2024/05/06.txt')

test('junk is a journal or one of three codes', () => {
  fc.assert(fc.property(names, fc.uint8Array({ maxLength: 400 }), (name, bytes) => { expect(answers).toContain(outcome(name, bytes)) }), { numRuns })
})

test('junk in the shape of each app\'s file is a journal or one of three codes', () => {
  const value = fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom('2024-05-06', '2024-05-06T10:11:12Z', '10:11', '# a **b', '<b>', '[[', '![](dayone-moment:/audio/x)'))
  const entry = fc.dictionary(fc.constantFrom('text', 'title', 'body', 'date', 'time', 'tags', 'uuid', 'creationDate', 'timeZone', 'photos', 'location', 'richText', 'starred', '__proto__'), value)
  const entries = fc.oneof(fc.array(entry, { maxLength: 5 }), fc.dictionary(fc.oneof(fc.constant('2024-05-06'), fc.string()), fc.oneof(entry, value), { maxKeys: 5 }))
  const journal = fc.record({ metadata: fc.oneof(fc.constant({ application: 'Mini Diary' }), fc.jsonValue()), entries })
  fc.assert(fc.property(journal, (made) => {
    const bytes = new TextEncoder().encode(JSON.stringify(made))
    expect(answers).toContain(outcome('a.json', bytes))
    expect(answers).toContain(outcome('a.zip', zipOf([{ name: 'Journal.json', bytes }])))
  }), { numRuns })

  const line = fc.oneof(fc.string(), fc.constantFrom('type_: 1', 'id: aa', 'is_todo: 1', 'markup_language: 2', 'user_created_time: 2023-02-01T08:00:00.000Z', '', '[2024-05-06 10:11] Head', '\tDate:\t5 May 2024 at 10:11:12 CET', '2024-05-06', '---', 'tags: [a, b]'))
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('a.txt', 'a.md'), (lines, name) => {
    const bytes = new TextEncoder().encode(lines.join('\n'))
    expect(answers).toContain(outcome(name, bytes))
    expect(answers).toContain(outcome('a.jex', tarOf([{ name: `${'a'.repeat(32)}.md`, bytes }])))
  }), { numRuns })
})

test('a file that is damaged anywhere is a journal or one of three codes', () => {
  const damage = fc.record({ at: fc.nat(30_000), to: fc.nat(255), cut: fc.boolean() })
  fc.assert(fc.property(fc.constantFrom(...files), damage, ({ name, bytes }, { at, to, cut }) => {
    const place = at % bytes.length
    const changed = cut ? bytes.slice(0, place) : bytes.slice()
    if (!cut) changed[place] = to
    expect(answers).toContain(outcome(name, changed))
  }), { numRuns })
})

test('Markdown and HTML of any kind become text that the editor knows, and their words stay in their order', () => {
  const known = new Set(['paragraph', 'heading', 'quote', 'list', 'listitem', 'text', 'linebreak'])
  const walk = (node: RichNode, depth: number): void => {
    expect(known.has(node.type), node.type).toBe(true)
    expect(depth).toBeLessThan(20)
    for (const child of node.children ?? []) walk(child, depth + 1)
  }
  const sign = fc.constantFrom('*', '_', '**', '`', '~~', '==', '[', ']', '(', ')', '<', '>', '!', '|', '#', '-', '\n', '\n\n', ' ', '\\', '&', '&amp;', '<b>', '</b>', '<ul><li>', '<!--', '-->', '    ', '1.', '```', '---', '[ ]')
  const word = fc.nat(9999).map((number) => `w${number}w`)
  fc.assert(fc.property(fc.array(fc.oneof(sign, word), { maxLength: 60 }), (parts) => {
    const source = parts.join('')
    for (const block of [...markdownBlocks(source, { losses: new Map() }), ...htmlBlocks(source, new Map())]) walk(block, 1)
  }), { numRuns: numRuns * 5 })
  fc.assert(fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { maxLength: 8 }), (lines) => {
    const source = lines.map((line) => line.join(' ')).join('\n')
    expect(plainText(rootOf(markdownBlocks(source, { losses: new Map() }))).split(/\s+/).join(' ')).toBe(source.split(/\s+/).join(' '))
  }), { numRuns })
})

describe('dates', () => {
  test.each([
    ['2024-03-05', '2024-03-05', null],
    ['2024/3/5', '2024-03-05', null],
    ['05.03.2024', '2024-03-05', null],
    ['31-12-1999', '1999-12-31', null],
    ['12/31/1999', '1999-12-31', null],
    ['Tuesday, January 5, 2021', '2021-01-05', null],
    ['5 maart 2024', '2024-03-05', null],
    ['Selasa, 5 Maret 2024', '2024-03-05', null],
    ['5. März 2024', '2024-03-05', null],
    ['2024-06-28 18:22', '2024-06-28', '18:22:00'],
    ['2024-06-28 06:22:05 PM', '2024-06-28', '18:22:05'],
    ['05 January 2021 at 00:00:00 GMT', '2021-01-05', '00:00:00'],
    ['3 March 2021 at 09:12:34 CET', '2021-03-03', '09:12:34'],
    ['6 Maret 2024 pukul 21.14', '2024-03-06', '21:14:00'],
  ])('%s is read', (text, day, time) => {
    const moment = readMoment(text)

    expect(moment?.day).toBe(day)
    const at = moment?.at === null || moment?.at === undefined ? null : new Date(moment.at)
    expect(at === null ? null : [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':')).toBe(time)
  })

  test.each(['', '2024', '2024-13-05', '30-02-2024', '1', 'Chapter 12', 'I left on 5 March 2024', '0000-01-01', '99:99', '5 of 12 2024'])('%j is none', (text) => {
    expect(readMoment(text)).toBeNull()
  })

  test.each([
    ['2024-03-05 A walk.md', '2024-03-05', 'A walk'], ['20240305.txt', '2024-03-05', ''], ['2023/11/09.txt', '2023-11-09', ''],
    ['notes/2024_03_05_talk.md', '2024-03-05', 'talk'], ['ideas.md', null, 'ideas'], ['IMG_12345678901.md', null, 'IMG_12345678901'],
  ])('of the file %s', (path, day, rest) => {
    expect(dayInPath(path)).toEqual({ day, rest })
  })

  test('an instant stands on the day that its own place had', () => {
    expect(instantMoment('2021-03-03T23:30:00Z', 'Europe/Amsterdam')?.day).toBe('2021-03-04')
    expect(instantMoment('2021-03-03T23:30:00Z', 'America/New_York')?.day).toBe('2021-03-03')
    expect(instantMoment('2021-03-03T12:00:00Z', 'No/Where')?.day).toMatch(/^2021-03-0[234]$/)
  })
})

test('texts of old systems are read in their own letters', () => {
  expect(decodeText(new Uint8Array(Buffer.from('één café', 'latin1')))).toBe('één café')
  expect(decodeText(new Uint8Array(Buffer.from('\ufeffbrief met €', 'utf16le')))).toBe('brief met €')
  expect(decodeText(new Uint8Array(Buffer.from('brief met merken', 'utf16le')))).toBe('brief met merken')
  expect(decodeText(new Uint8Array(Buffer.from('\ufeffgewoon', 'utf8')))).toBe('gewoon')
})

test('entries of one day keep their order, and those without a day come last', () => {
  const journal = '[2024-03-05 21:00] Evening\n\n[2024-03-05 08:00] Morning\n\n[2024-03-04 12:00] The day before\n'
  const bytes = new TextEncoder().encode(journal)
  const zip = zipOf([{ name: 'b.txt', bytes }, { name: 'a.md', bytes: new TextEncoder().encode('No day') }])

  const plan = planOf(readSource({ files: [{ name: 'a.zip', bytes: zip }] }, () => undefined), () => undefined)

  expect(plan.read.first.map(({ title }) => title)).toEqual(['The day before', 'Morning', 'Evening', 'a'])
})

test('line ends of every system part lines', () => {
  const plan = planOf(readSource({ files: [{ name: 'a.txt', bytes: new TextEncoder().encode('one\rtwo\r\nthree\u2028four') }] }, () => undefined), () => undefined)

  expect(plan.read.first[0]?.words).toBe('one\ntwo\nthree\nfour')
})

test('front matter is fields, and a rule above words is none', () => {
  expect(readFrontMatter('---\ntitle: "A: b"\ntags:\n  - one\n  - two\n---\nWords')).toEqual({
    fields: new Map([['title', ['A: b']], ['tags', ['one', 'two']]]), text: 'Words',
  })
  expect(readFrontMatter('---\nNo field here.\n---\nWords').fields.size).toBe(0)
})
