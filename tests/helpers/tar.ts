/** Tar archives for tests: honest ones, and with any head that somebody might forge. */
export type TarMember = { name: string; bytes: Uint8Array; kind?: string; link?: string; size?: number }

const block = 512

export function tarOf(members: readonly TarMember[]): Uint8Array {
  const parts = members.flatMap((member) => [tarHead(member), padded(member.bytes)])
  return Buffer.concat([...parts, new Uint8Array(block * 2)])
}

export function tarHead({ name, bytes, kind = '0', link = '', size = bytes.length }: TarMember): Uint8Array {
  const head = Buffer.alloc(block)
  head.write(name, 0, 100)
  head.write('0000644\0', 100)
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  head.write('14367700000\0', 136)
  head.write('        ', 148)
  head.write(kind, 156)
  head.write(link, 157, 100)
  head.write('ustar\x0000', 257, 'latin1')
  const sum = head.reduce((all, byte) => all + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return head
}

function padded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(bytes.length / block) * block)
  out.set(bytes)
  return out
}
