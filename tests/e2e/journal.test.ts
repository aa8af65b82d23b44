import { expect, test } from './open-app.ts'
import { lockAndUnlock, words } from './pages/first-start.ts'
import { journal } from './pages/journal.ts'

const t = words('en')

test('[F48] [F66] a reflection begun on Today is saved, and a lock in mid-sentence gives back the words and the caret', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { field, saved } = journal(page)

  await expect(field).toBeFocused()
  await page.keyboard.type('Sari asked why. It was fear.')
  await expect(saved).toBeVisible()
  for (let step = 0; step < ' It was fear.'.length; step += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(' And again')
  await lockAndUnlock(page)

  await expect(field).toBeFocused()
  await expect(field).toHaveText('Sari asked why. And again It was fear.')
  await page.keyboard.type(' and again')
  await expect(field).toHaveText('Sari asked why. And again and again It was fear.')
  await expect(page.getByText(/Nothing was lost/)).toBeVisible()
})

test('[F7] the prompt offered above becomes the heading of what one writes under it', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { field, newEntry, text, stored } = journal(page)
  const question = page.locator('#sheet p').filter({ has: page.locator(':scope + span button') }).first()
  const first = await question.innerText()

  await page.getByRole('button', { name: t('journal.prompt.another') }).click()
  await expect(question).not.toHaveText(first)
  const second = await question.innerText()
  await field.click()
  await page.keyboard.type('An answer')
  await page.getByText(t('journal.open-entry')).click()

  await expect(text).toHaveText('An answer')
  await expect(question).toHaveText(second)
  expect((await stored()).body.prompt).toBe(second)
  await page.getByRole('button', { name: t('journal.prompt.hide'), exact: true }).click()
  await expect(page.getByText(second)).toHaveCount(0)
  await newEntry()
})

test('[F79] formats by toolbar, by key and by Markdown, and Tab leaves the text', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { newEntry, text, tool, save, row } = journal(page)
  await newEntry()

  await page.keyboard.type('# What I will do\n')
  await page.keyboard.type('1. send it\nwait')
  await page.keyboard.press('Control+]')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+[')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- [ ] ask her\n\n')
  await page.keyboard.type('> no is an answer\n')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('loud')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' and _soft_ ')
  await tool('editor.bullets').click()
  await page.keyboard.type('one')

  await expect(text.getByRole('heading', { level: 2 })).toHaveText('What I will do')
  await expect(text.locator('ol ol li')).toHaveText('wait')
  await expect(text.getByRole('checkbox')).not.toBeChecked()
  await expect(text.locator('blockquote')).toHaveText('no is an answer')
  await expect(text.locator('strong')).toHaveText('loud')
  await expect(text.locator('em')).toHaveText('soft')
  await expect(tool('editor.bullets')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(t('editor.words', { count: 17 }))).toBeVisible()

  await page.keyboard.press('Tab')
  await expect(tool('editor.bold')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tool('editor.italic')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()

  await save()
  await page.keyboard.press('Control+2')
  await row('What I will do').click()
  await expect(text.locator('ol ol li')).toHaveText('wait')
  await expect(text.locator('strong')).toHaveText('loud')
})

test('what is pasted comes in as words: no style, no script, no picture', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { newEntry, text, status } = journal(page)
  await newEntry()

  await text.evaluate((surface) => {
    const data = new DataTransfer()
    data.setData('text/html', '<style>p{color:red}</style><p style="color:red">A <b>bold</b> <a href="javascript:alert(1)">word</a><img src="https://example.org/x.png" onerror="alert(1)"></p><script>alert(1)</script>')
    data.setData('text/plain', 'A bold word')
    surface.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })

  await expect(text).toHaveText('A bold word')
  await expect(text.locator('strong')).toHaveText('bold')
  await expect(text.locator('img, a, script, style, [style]')).toHaveCount(0)
  await expect(status).toContainText(t('editor.paste.pictures'))
})

test('undo goes back to before one left the entry', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { newEntry, text, save, row } = journal(page)
  await newEntry()
  await page.keyboard.type('first')
  await page.waitForTimeout(500)
  await page.keyboard.press('Enter')
  await page.keyboard.type('second')
  await save()

  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+2')
  await row('first').click()
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')

  await expect(text).toHaveText('first')
})

test('a save that was refused shows both texts, and the one not kept is in the history', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { newEntry, text, save, stored, openSection, margin } = journal(page)
  await newEntry()
  await page.keyboard.type('mine')
  await save()

  const item = await stored()
  await page.evaluate(async ({ id, revision, body }) => {
    const elsewhere = JSON.parse(JSON.stringify(body).replace('mine', 'the other')) as unknown
    await window.bridge.call('item.save', { id, revision, content: { kind: 'entry', body: elsewhere } })
  }, item)
  await page.keyboard.type(' and more')
  const question = page.getByRole('dialog', { name: t('save.refused.title') })

  await expect(question).toContainText('mine and more')
  await expect(question).toContainText('the other')
  await question.getByRole('button', { name: t('save.refused.keep-theirs') }).click()
  await expect(text).toHaveText('the other')
  await openSection('journal.margin.history')
  await expect(margin).toContainText('mine and more')
})

test('[F80] an earlier version is read, put back, and put back undone; all are forgotten on purpose', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { newEntry, text, save, row, openSection, margin, status } = journal(page)
  await newEntry()
  await page.keyboard.type('as it was')
  await save()
  await page.keyboard.press('Control+2')
  await row('as it was').click()
  await expect(text).toBeFocused()
  await page.keyboard.type(', and is no more')
  await save()

  await openSection('journal.margin.history')
  await margin.getByRole('button', { name: /as it was$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: t('journal.history.restore') }).click()
  await expect(text).toHaveText('as it was')
  await status.getByRole('button', { name: t('act.undo') }).click()
  await expect(text).toHaveText('as it was, and is no more')

  await margin.getByRole('button', { name: t('journal.history.forget') }).click()
  const last = page.getByRole('dialog')
  await expect(last.getByRole('button', { name: t('journal.history.keep') })).toBeFocused()
  await last.getByRole('button', { name: /Forget \d versions?/ }).click()
  await expect(margin).toContainText(t('journal.history.none'))
})

test('[F50] who may see an entry is said and can be changed and changed back', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { newEntry, margin, save, status, row } = journal(page)
  await newEntry()
  await page.keyboard.type('for one person')
  await save()

  await expect(margin.getByRole('radio', { name: t('privacy.private') })).toBeChecked()
  await margin.getByRole('radio', { name: t('privacy.shareable') }).check()
  await page.keyboard.press('Control+2')
  await expect(row('for one person')).toContainText(t('privacy.shareable'))
  await row('for one person').click()
  await margin.getByRole('radio', { name: t('privacy.private') }).check()
  await status.getByRole('button', { name: t('act.undo') }).click()
  await expect(margin.getByRole('radio', { name: t('privacy.shareable') })).toBeChecked()
})

test('an entry that was removed comes back with one press', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { newEntry, margin, save, status, row, text } = journal(page)
  await newEntry()
  await page.keyboard.type('not lost')
  await save()

  await margin.getByRole('button', { name: t('journal.remove') }).click()
  await expect(row('not lost')).toHaveCount(0)
  await status.getByRole('button', { name: t('act.undo') }).click()
  await row('not lost').click()

  await expect(text).toHaveText('not lost')
})

test('[F52] [F53] each kind has its own filter, and an empty one says what to write', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { save, row } = journal(page)
  const filter = (key: Parameters<typeof t>[0]) => page.getByRole('group', { name: t('journal.filters') }).getByRole('button', { name: t(key) })

  await page.keyboard.press('Control+2')
  await expect(page.getByText(t('journal.empty'))).toBeVisible()
  await filter('journal.filter.decision').click()
  await expect(page.getByText(t('journal.empty.decision'))).toBeVisible()
  await page.getByRole('button', { name: t('journal.new') }).first().click()
  await page.getByRole('textbox', { name: t('journal.sort.decision') }).waitFor()
  await page.keyboard.type('I stay in the north team')
  await save()
  await page.getByLabel(t('journal.kind')).selectOption('win')
  await page.keyboard.press('Control+2')

  await expect(page.getByText(t('journal.empty.decision'))).toBeVisible()
  await filter('journal.filter.win').click()
  await expect(row('I stay in the north team')).toBeVisible()
})

test('[F86] the journal by keyboard alone', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const { text, saved } = journal(page)

  for (const words of ['one', 'two', 'three']) {
    await page.keyboard.press('Control+n')
    await expect(text).toBeFocused()
    await page.keyboard.type(words)
    await expect(saved).toBeVisible()
  }
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('heading', { level: 1, name: t('place.journal') })).toBeFocused()
  const rows = page.locator('#sheet li button')
  await expect(rows).toHaveCount(3)
  while (!await rows.first().evaluate((row) => row === document.activeElement)) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(text).toHaveText('two')
  await expect(text).toBeFocused()

  await page.keyboard.press('F6')
  await expect(page.getByRole('complementary', { name: t('region.margin') }).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByRole('heading', { level: 1, name: t('place.journal') })).toBeVisible()
})
