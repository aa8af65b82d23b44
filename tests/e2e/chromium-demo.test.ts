import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from './open-app.ts'
import { privateFoldersOf } from '../helpers/process-tree.ts'
import { filesBelow, readable } from '../helpers/scan.ts'
import { playDemo } from './demo/play.ts'
import { privateSentences, relationships } from './demo/relationship.ts'

const dist = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))

const plain = (text: string) => text
  .replaceAll('&amp;', '&').replaceAll('&apos;', '\'').replaceAll('&#39;', '\'').replaceAll('&quot;', '"').replaceAll(/\\(?=[^\w\s])/g, '').replaceAll(/\s+/g, ' ')

test('[F71] [F73] [F68] the main job: what was ticked stands in all four summaries, what is private stands nowhere', async ({ display: _ }) => {
  test.setTimeout(240_000)
  const out = mkdtempSync(join(tmpdir(), 'mj-demo-'))
  try {
    let profile = { files: 0, found: [] as unknown[] }
    const demo = await playDemo({
      out, dist, language: 'en', say: () => undefined,
      whileOpen: () => {
        // The browser's profile, caches and temporary files, as they are while the vault is open.
        const files = privateFoldersOf(process.pid).flatMap(filesBelow)
        profile = { files: files.length, found: readable(files, privateSentences(relationships.en)) }
      },
    })
    expect(profile.files).toBeGreaterThan(20)
    expect(profile.found).toEqual([])
    const summaries = {
      md: readFileSync(demo.files.md, 'utf8'),
      html: readFileSync(demo.files.html, 'utf8'),
      pdf: execFileSync('pdftotext', ['-layout', demo.files.pdf, '-'], { encoding: 'utf8' }),
      docx: execFileSync('pandoc', ['--to=plain', '--wrap=none', demo.files.docx], { encoding: 'utf8' }),
    }

    for (const [format, text] of Object.entries(summaries)) {
      for (const sentence of demo.shared) expect(plain(text), format).toContain(sentence)
      for (const sentence of demo.private) expect(plain(text), format).not.toContain(sentence)
    }
    const agreements = {
      pdf: execFileSync('pdftotext', ['-raw', demo.agreement.pdf, '-'], { encoding: 'utf8' }),
      docx: execFileSync('pandoc', ['--to=plain', '--wrap=none', demo.agreement.docx], { encoding: 'utf8' }),
    }
    for (const [format, text] of Object.entries(agreements)) {
      for (const line of ['Signed on 23 November 2026', 'Ditandatangani pada 23 November 2026', 'Kesepakatan mentoring']) expect(plain(text), format).toContain(line)
      for (const sentence of demo.private) expect(plain(text), format).not.toContain(sentence)
    }
    const left = filesBelow(out).filter((file) => !file.endsWith('demo.json'))
    expect(left.length).toBeGreaterThan(20)
    expect(readable(left, demo.private)).toEqual([])
    expect(privateFoldersOf(process.pid)).toEqual([])
    // Nothing about the documents tells where or with what they were made.
    for (const file of [demo.files.pdf, demo.files.docx, demo.files.html, demo.agreement.pdf, demo.agreement.docx]) {
      for (const trace of [out, 'HeadlessChrome', 'Mentoring Journal']) expect(readFileSync(file).includes(trace), `${trace} in ${file}`).toBe(false)
    }

    const planted = join(out, 'planted')
    for (const encoding of ['utf8', 'utf16le'] as const) {
      writeFileSync(planted, Buffer.from(`…${demo.private[0]}…`, encoding))
      expect(readable([planted], demo.private)).toHaveLength(1)
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})
