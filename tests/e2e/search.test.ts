import { texts } from '../../shared/texts/texts.ts'
import { expect, test } from './open-app.ts'
import { agreementPage } from './pages/agreement.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'
import { holdSession, said, writeEntry } from './pages/relationship.ts'
import { searchPage } from './pages/search.ts'

const t = words('en')
const now = '2026-11-23T20:20:00.000Z'
const reflection = 'The harbour was quiet, and so was I.'

test('[F70] everything is found while one types, the word marked, and Enter leads to its place', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const [search, agreement] = [searchPage(page), agreementPage(page)]
  await holdSession(page)
  await agreement.open()
  await agreement.begin('sample').click()
  await writeEntry(page, reflection)

  await search.ask('harb')
  await expect(search.hits).toHaveCount(2)
  await expect(search.marked).toHaveText(['harbour', 'harbour'])
  await expect(search.chosen).toContainText(reflection)
  await page.keyboard.press('Enter')
  await expect(journal(page).text).toHaveText(reflection)
  await search.ask('harbour')
  await expect(search.marked).toHaveText(['harbour', 'harbour'])
  await page.keyboard.press('ArrowDown')
  await expect(search.chosen).toContainText(said.promise)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: t('place.plan') })).toBeVisible()
  await expect(search.found).toContainText(said.promise)
  await search.ask('three times')
  await expect(search.chosen).toContainText(`${t('search.kind.note')} · ${t('search.session', { number: 1 })}`)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: t('session.during'), selected: true })).toBeVisible()
  await expect(search.found).toContainText(said.note)
  await search.ask('too soft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: t('session.before'), selected: true })).toBeVisible()
  await search.ask('mine to decide')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: t('session.after'), selected: true })).toBeVisible()
  await search.ask('mistakes included')
  await page.keyboard.press('Enter')
  await expect(search.found).toContainText('Sari shares what experience has taught')
  await expect(agreement.margin).toContainText(texts.en.clauses['mentor-expertise'].replace('{mentor}', 'Sari'))
})

test('[F70] the search is narrowed by kind, says when nothing is found, and leads to places by name', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const search = searchPage(page)
  await holdSession(page)
  await writeEntry(page, reflection)

  await search.ask('harbour')
  await expect(search.hits).toHaveCount(2)
  await search.filter('plan').click()
  await expect(search.hits).toHaveCount(1)
  await expect(search.hits).toContainText(said.promise)
  await search.filter('agreement').click()
  await expect(search.said).toHaveText(t('search.none.kind'))
  await page.getByRole('button', { name: t('search.none.kind.act') }).click()
  await expect(search.hits).toHaveCount(2)
  await search.field.fill('harbourmaster')
  await expect(search.said).toHaveText(t('search.none'))
  await search.field.fill('"(* OR')
  await expect(search.hits).toHaveCount(0)
  await search.field.fill('agree')
  await expect(search.chosen).toHaveText(t('place.agreement'))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: t('agreement.title') })).toBeVisible()
})

test('[F70] what was removed is not found, and what was looked for is forgotten with the lock', async ({ openApp }) => {
  const { page } = await openApp({ now, begun: { sheet: 'later' } })
  const [search, entry] = [searchPage(page), journal(page)]
  await writeEntry(page, reflection)
  await search.ask('quiet')
  await expect(search.hits).toHaveCount(1)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+k')
  await expect(search.field).toHaveValue('quiet')
  await lockAndUnlock(page)

  await expect(search.field).toHaveValue('')
  await page.keyboard.press('Control+2')
  await entry.row(reflection).click()
  await page.getByRole('button', { name: t('journal.remove') }).click()
  await search.ask('quiet')
  await expect(search.said).toHaveText(t('search.none'))
})
