import { expect, test } from 'vitest'
import { runWork } from '../../../electron/api/work.ts'
import { AppError } from '../../../shared/errors.ts'
import { testBackend } from '../../helpers/test-backend.ts'

test('a lock stops long work, which is then said to be cancelled', async () => {
  const { backend, events } = await testBackend()
  let stopped = false
  const work = runWork(backend, 'backup', ({ signal }) => new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      stopped = true
      reject(new Error('stopped'))
    })
  }))

  backend.lock('idle')

  await expect(work).rejects.toEqual(new AppError('work.cancelled'))
  expect(stopped).toBe(true)
  expect(events).toContainEqual({ name: 'work.done', data: { id: 'backup', code: 'work.cancelled' } })
})

test('long work of one name runs once at a time', async () => {
  const { backend } = await testBackend()
  const { promise, resolve } = Promise.withResolvers<number>()
  const first = runWork(backend, 'backup', () => promise)

  await expect(runWork(backend, 'backup', () => promise)).rejects.toEqual(new AppError('work.cancelled'))
  resolve(7)

  expect(await first).toBe(7)
})
