import type { Bridge } from '../shared/bridge.ts'
import type { CallName, Input, Output } from '../shared/contract.ts'
import { AppError } from '../shared/errors.ts'
import type { Reply } from '../shared/errors.ts'
import type { EventData, EventName } from '../shared/events.ts'
import { openChannel, seal, unseal } from './channel.ts'

declare global {
  interface Window { bridge: Bridge }
}

/** Ask the privileged side; rejects only with {@link AppError}. */
export async function call<N extends CallName>(
  name: N, ...input: undefined extends Input<N> ? [] : [Input<N>]
): Promise<Output<N>> {
  let reply = await carry(name, input[0])
  // Another core has taken the place of the one that knew our key.
  if (!reply.ok && reply.code === 'vault.locked' && !opened && !plain.includes(name)) {
    await beginChannel()
    reply = await carry(name, input[0])
  }
  if (reply.ok && opening.includes(name)) opened = true
  if (!reply.ok) throw new AppError(reply.code, reply.facts === undefined ? {} : { facts: reply.facts })
  // The bridge carries what dispatch answered for this very name.
  return reply.value as Output<N>
}

const opening: readonly CallName[] = ['vault.unlock', 'vault.create', 'vault.recover', 'keychain.unlock', 'space.list']
/** An open page never changes cores: its last words belong to the one that it knows. */
let opened = false

/** Nothing that was written: asked before there is a channel, or answered by the shell. */
const plain: readonly CallName[] = ['channel.open', 'vault.status', 'vault.lock', 'window.close', 'preference.get', 'preference.set']

async function carry(name: CallName, input: unknown): Promise<Reply<unknown>> {
  // What crosses is a Reply, by the Bridge's own word.
  const reply = await window.bridge.call(name, plain.includes(name) ? input : seal(input)) as Reply<unknown>
  return reply.ok ? { ok: true, value: unseal(reply.value) } : reply
}

/** Before anything else is asked that holds words. A core with which no key can be agreed on is talked to in the open: words that are saved matter more. */
export function beginChannel(): Promise<void> {
  return openChannel((key) => call('channel.open', { key })).catch(() => undefined)
}

/** Hear one kind of event; returns how to stop. */
export function onEvent<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void {
  return window.bridge.onEvent((event) => {
    // The name was just compared, which TypeScript cannot follow through a generic.
    if (event.name === name) listener(event.data as EventData<N>)
  })
}

/** Tell the shell that the person is there. */
export function active(): void {
  window.bridge.active()
}
