import { describe, expect, it } from 'vitest'
import { openTestBackend } from '../../helpers/test-backend.ts'

describe('preferences', () => {
  it('are kept, and what is not for the page never reaches it', async () => {
    const { test } = await openTestBackend()

    await test.call('preference.set', { theme: 'dark' })
    const got = await test.call('preference.set', { idleMinutes: 12 })

    expect(got).toMatchObject({ theme: 'dark', idleMinutes: 12 })
    expect(Object.keys(got).sort()).toEqual([
      'compact', 'idleMinutes', 'language', 'lockHiddenMinutes', 'lockOnScreenLock', 'lockOnSleep', 'protectContent', 'reducedMotion', 'textSize', 'theme',
    ])
    expect(await test.outcome('preference.set', { vaultFolder: '/etc' })).toBe('input.invalid')
    expect(test.host.preferences.vaultFolder).toBe(test.folder)
  })
})
