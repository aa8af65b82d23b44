/** Everything that can be wrong with a file or with what was typed. */
export type TroubleCode =
  | 'foreign' | 'damaged' | 'newer' | 'wrong-passphrase' | 'wrong-passphrase-or-damaged' | 'code-typo' | 'wrong-code' | 'too-costly'

export class Trouble extends Error {
  readonly code: TroubleCode
  constructor(code: TroubleCode, cause?: unknown) {
    super(code, cause === undefined ? {} : { cause })
    this.code = code
  }
}

/** Says how far it is, and lets the page breathe. */
export type Step = (done: number, of: number) => Promise<void>

/** Once this much time went by, the page gets a turn. */
const turnMs = 40

export function stepper(told: (share: number) => void): Step {
  let last = performance.now()
  return async (done, of) => {
    const now = performance.now()
    if (now - last < turnMs && done < of) return
    told(of === 0 ? 1 : done / of)
    await breathe()
    last = performance.now()
  }
}

/** One turn for the page to draw itself. */
export const breathe = () => new Promise<void>((resolve) => { setTimeout(resolve, 0) })
