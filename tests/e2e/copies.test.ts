import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { texts } from '../../shared/texts/texts.ts'
import { docxWords } from '../electron/exports/docx-parts.ts'
import { expect, test } from './open-app.ts'
import { agreementPage } from './pages/agreement.ts'
import { words } from './pages/first-start.ts'
import { sharingPage } from './pages/sharing.ts'
import { versionsPage } from './pages/versions.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'
const mentor = 'Sari 🌱'
const named = (text: string) => text.replaceAll('{mentor}', mentor).replaceAll('{mentee}', 'Ana')
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

test('[F26] a signed version goes out as PDF and DOCX in two languages, a copy for each in the language that one reads', async ({ openApp }) => {
  const app = await openApp({ now, begun: { sheet: 'later', other: mentor } })
  const { page } = app
  const [agreement, versions, sharing] = [agreementPage(page), versionsPage(page), sharingPage(page)]
  const clauses = (language: 'en' | 'id') => Object.values(texts[language].clauses).map(named)
  await agreement.open()
  await agreement.begin('sample').click()
  await expect(agreement.rows.first()).toBeVisible()
  await agreement.setPair('en', 'id')
  await versions.tab.click()
  await versions.settle.click()
  await versions.reads('Ana', 'English').check()
  await versions.reads(mentor, 'Bahasa Indonesia').check()
  await versions.goOn.click()
  for (const name of ['Ana', mentor]) {
    await expect(versions.title).toHaveText(t('sign.turn.title', { name, number: 1 }))
    await versions.name.fill(name)
    await versions.goOn.click()
  }
  await versions.confirm.click()
  const checkWords = await versions.words.innerText()

  await versions.act(t('sign.done.copy')).click()
  await expect(sharing.version.locator('option:checked')).toHaveText(t('sharing.agreement.option', { number: 1, date: '23 November 2026' }))
  await expect(sharing.language.locator('option:checked')).toHaveText('Bahasa Indonesia')
  await expect(sharing.beside.locator('option:checked')).toHaveText('English')
  await sharing.goOn.click()
  await expect(sharing.item(clauses('id')[0] ?? '')).toContainText(clauses('en')[0] ?? '')
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()
  await expect(sharing.preview).toContainText(`Kata verifikasi: ${checkWords}`)
  await sharing.saveAs(app, 'pdf', app.home)
  const docx = docxWords(await sharing.saveAs(app, 'docx', app.home)).join('\n')
  await sharing.nextCopy(t('sharing.who.myself')).click()
  await expect(sharing.item(clauses('en')[0] ?? '')).toBeVisible()
  await page.keyboard.press('Control+End')
  await sharing.goOn.click()
  const markdown = (await sharing.saveAs(app, 'markdown', app.home)).toString()
  await page.keyboard.press('Control+7')

  const pdf = oneLine(execFileSync('pdftotext', ['-raw', join(app.home, 'summary.pdf'), '-'], { encoding: 'utf8' }))
  for (const text of [...clauses('id').slice(0, 3), ...clauses('en').slice(0, 3)]) {
    expect(docx).toContain(text)
    expect(markdown).toContain(text)
  }
  for (const text of ['Kesepakatan mentoring', 'Mentoring agreement', 'Ditandatangani pada 23 November 2026', 'Signed on 23 November 2026', checkWords]) expect(pdf).toContain(text)
  for (const text of ['Ditandatangani pada 23 November 2026', 'Signed on 23 November 2026', mentor]) expect(docx).toContain(text)
  expect(markdown).toContain('# Mentoring agreement · Kesepakatan mentoring')
  expect(markdown).toContain(`Check words: ${checkWords}`)
  await expect(sharing.ledger).toHaveCount(3)
  await expect(sharing.ledger.first()).toContainText('Mentoring agreement, version 1, English · Bahasa Indonesia')
  await expect(sharing.ledger.last()).toContainText('Kesepakatan mentoring, versi 1, Bahasa Indonesia · English')
  await expect(sharing.ledger.last()).toContainText(`for ${mentor}, mentor · PDF · 12 items`)
})
