import type { Bridge } from '../shared/bridge.ts'
import type { CallName, Input, Output } from '../shared/contract.ts'
import { AppError } from '../shared/errors.ts'
import type { Reply } from '../shared/errors.ts'
import type { EventData, EventName } from '../shared/events.ts'

declare global {
  interface Window { bridge: Bridge }
}

/** Ask the privileged side; rejects only with {@link AppError}. */
export async function call<N extends CallName>(
  name: N, ...input: undefined extends Input<N> ? [] : [Input<N>]
): Promise<Output<N>> {
  // The bridge carries what dispatch answered for this very name.
  const reply = await window.bridge.call(name, input[0]) as Reply<Output<N>>
  if (!reply.ok) throw new AppError(reply.code, reply.facts === undefined ? {} : { facts: reply.facts })
  return reply.value
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
