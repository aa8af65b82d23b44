import { expect, it } from 'vitest'
import { neutral } from '../../../../electron/host/chromium/print.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

it('a PDF keeps its length and its title, and loses what made it', () => {
  const made = '1 0 obj\n<</Title (Summary)\n/Creator (Mozilla/5.0 \\(X11\\) Chrome/156)\n/Producer (Skia/PDF m156)>>\nxref\n\x80\xff'

  const neutralised = text(neutral(bytes(made), null))

  expect(neutralised).toHaveLength(made.length)
  expect(neutralised).toContain('/Title (Summary)')
  expect(neutralised).toContain('/Creator ()')
  expect(neutralised).not.toMatch(/Skia|Mozilla|Chrome/)
  expect(neutralised.endsWith('xref\n\x80\xff')).toBe(true)
})

it('with a fixed clock the real time is not in it', () => {
  const made = '<</CreationDate (D:20261122224307+00\'00\')\n/ModDate (D:20261122224307+00\'00\')>>'

  expect(text(neutral(bytes(made), '2026-03-01T09:00:00.000Z'))).toBe('<</CreationDate (D:20260301090000+00\'00\')\n/ModDate (D:20260301090000+00\'00\')>>')
})
