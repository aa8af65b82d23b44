import { expect, test } from './open-app.ts'
import { sessionPage, sessionsPage } from './pages/sessions.ts'

test('whoever writes faster than it is kept loses no letter and gets nothing twice', async ({ openApp }) => {
  const { page } = await openApp({ begun: {} })
  const [sessions, session] = [sessionsPage(page), sessionPage(page)]
  await sessions.open()
  await sessions.plan.click()
  await sessions.dialog.accept.click()
  await session.start.click()
  const rows = (kind: string) => page.evaluate(async (kind) => {
    const spaces = await window.bridge.call('space.list', undefined) as { value: Array<{ id: string }> }
    const list = await window.bridge.call('item.list', { spaceId: spaces.value[0]?.id, kinds: [kind], limit: 99 }) as { value: Array<{ title: string }> }
    return list.value.map(({ title }) => title).toReversed()
  }, kind)

  for (const kind of ['commitment', 'result', 'note'] as const) {
    await session.kind(kind).check()
    await session.capture.click()
    await page.keyboard.type(`First ${kind}`)
    await page.keyboard.press('Enter')
    await page.keyboard.type(`Second ${kind}`)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('taken back')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect.poll(() => rows(kind)).toEqual([`First ${kind}`, `Second ${kind}`, ...(kind === 'note' ? [expect.any(String)] : [])])
  }
  await expect(session.note(2)).toHaveText('Second note')

  await session.mode('before').click()
  await session.add.click()
  await page.keyboard.type('x')
  await page.keyboard.press('Backspace')
  await session.mode('after').click()
  await expect.poll(() => rows('note')).toEqual(['First note', 'Second note'])
  await expect.poll(() => rows('agenda-item')).toEqual([])
})
