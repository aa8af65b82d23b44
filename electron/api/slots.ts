import type { CallName } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { SlotId } from '../../shared/slot.ts'
import { forgetRecoveryCode } from '../database/today.ts'
import { getPreference } from '../database/preferences.ts'
import { readPreference } from '../database/vault-record.ts'
import { addKeychain, removeSlot } from '../vault/change-keys.ts'
import { openWithKeychain } from '../vault/vault.ts'
import type { Backend } from './backend.ts'
import { beginUse } from './begin-use.ts'
import type { Handlers } from './handlers.ts'
import { vaultPlace } from './vault-place.ts'

export const slotHandlers = {
  'slot.list': async (backend) => {
    const { keys, id: vaultId } = backend.vault
    const used = getPreference(backend.db, 'slots-used') ?? {}
    const here = (await backend.host.getPreferences()).keychainSlots[vaultId]
    return keys.slots.map(({ id, kind, made }) => ({
      id: SlotId.parse(id), kind, made, used: used[id] ?? null, here: kind !== 'keychain' || id === here,
    })).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  },
  'slot.remove': (backend, { id, passphrase }) => backend.inTurn(async () => {
    const { vault } = backend
    const kind = vault.keys.slots.find((slot) => slot.id === id)?.kind
    // A sheet that was never typed back may hold anything: it cannot be the only way in.
    if (kind === 'passphrase' && readPreference(backend.db, 'recovery.confirmedAt') === null) throw new AppError('slot.last')
    const remove = () => removeSlot(vault, id, passphrase)
    // Without a passphrase nothing is tried.
    const removed = await (passphrase === null ? remove() : backend.tries.attempt(vault.id, remove))
    if (removed.kind === 'recovery') forgetRecoveryCode(backend.db)
    if (removed.kind === 'keychain') await forgetSecret(backend, vault.id, removed.id)
  }),
  'keychain.offer': (backend) => backend.host.keychainOffer(),
  'keychain.add': (backend, { passphrase }) => backend.inTurn(async () => {
    const { vault, host } = backend
    const offer = await host.keychainOffer()
    if (!offer.offered) throw new AppError('keychain.failed')
    const slotId = await backend.tries.attempt(vault.id, () => addKeychain(vault, passphrase, backend.now(), async (secret) => {
      await host.keychainSet(vault.id, secret)
      return host.keychainGet(vault.id)
    }))
    await host.setPreferences({ keychainSlots: { ...(await host.getPreferences()).keychainSlots, [vault.id]: slotId } })
  }),
  'keychain.unlock': (backend) => backend.inTurn(async () => {
    if (backend.isOpen) throw new AppError('vault.in-use')
    return beginUse(backend, await openWithKeychain(await vaultPlace(backend), (id) => backend.host.keychainGet(id)))
  }),
} satisfies Pick<Handlers, Extract<CallName, `slot.${string}` | `keychain.${string}`>>

const order = ['passphrase', 'recovery', 'keychain']

/** The slot is gone, so a secret that stays behind opens nothing; it is cleared away all the same. */
async function forgetSecret(backend: Backend, vaultId: string, slotId: string): Promise<void> {
  const { [vaultId]: here, ...others } = (await backend.host.getPreferences()).keychainSlots
  if (here !== slotId) return
  await backend.host.setPreferences({ keychainSlots: others })
  try {
    await backend.host.keychainRemove(vaultId)
  } catch {
    console.error('keychain.remove failed: AppError')
  }
}
