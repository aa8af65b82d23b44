// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test } from 'vitest'
import { Select } from '../../../renderer/ui/Select.tsx'

const options = ['one', 'two', 'three', 'four'].map((value) => ({ value, label: value }))

/** A choice whose act ends when the test says so. */
function show() {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const box = document.createElement('div')
  document.body.append(box)
  const root = createRoot(box)
  const asked: string[] = []
  const ends: Array<() => void> = []
  const onChange = (value: string) => {
    asked.push(value)
    return new Promise<void>((resolve) => { ends.push(resolve) })
  }
  act(() => root.render(createElement(Select, { label: 'Which', value: 'one', options, onChange })))
  onTestFinished(() => { act(() => root.unmount()); box.remove() })
  const select = box.querySelector('select')
  if (select === null) throw new Error('no select')
  const choose = (value: string) => act(() => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  return { select, asked, choose, end: (n: number) => act(async () => { ends[n]?.() }) }
}

test('steps of the arrows show at once; of those taken while one is acted on, the last is acted on next', async () => {
  const { select, asked, choose, end } = show()

  choose('two')
  choose('three')
  choose('four')
  const [shown, first] = [select.value, [...asked]]
  await end(0)
  const second = [...asked]
  await end(1)

  expect([shown, first, second, asked.length]).toEqual(['four', ['two'], ['two', 'four'], 2])
})
