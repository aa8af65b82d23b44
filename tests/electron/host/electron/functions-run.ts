import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import type { Profiler } from 'node:inspector'

export type FunctionCounter = {
  start(): Promise<void>
  /** `file: name` of each function written in a source file that matches, and never called. */
  unused(source: RegExp): Promise<string[]>
}

/** Count which functions of a bundle are called, over all the times it is loaded in this process. */
export function countFunctions(file: string): FunctionCounter {
  const session = new Session()
  return {
    async start() {
      session.connect()
      await session.post('Profiler.enable')
      await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    },
    async unused(source) {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      session.disconnect()
      const counts = sumCounts(result.filter(({ url }) => url.startsWith(`file://${file}`)))
      if (counts.size === 0) throw new Error('the bundle was not loaded')
      const sources = sourceRanges(readFileSync(file, 'utf8'))
      return [...counts.values()].flatMap(({ name, start, count }) => {
        const from = sources.findLast((range) => range.start <= start)?.source ?? ''
        return count === 0 && source.test(from) ? [`${from}: ${name === '' ? `anonymous at ${start}` : name}`] : []
      })
    },
  }
}

function sumCounts(scripts: Profiler.ScriptCoverage[]): Map<string, { name: string; start: number; count: number }> {
  const counts = new Map<string, { name: string; start: number; count: number }>()
  for (const { functions } of scripts) {
    for (const { functionName: name, ranges: [range] } of functions) {
      if (range === undefined) continue
      const key = `${range.startOffset}-${range.endOffset}`
      counts.set(key, { name, start: range.startOffset, count: (counts.get(key)?.count ?? 0) + range.count })
    }
  }
  return counts
}

/** The bundler opens each source file with its path in a comment. */
function sourceRanges(bundle: string): Array<{ start: number; source: string }> {
  return [...bundle.matchAll(/^\/\/(?:#region)? (\S+\.\w+)$/gm)].map((match) => ({ start: match.index, source: match[1] ?? '' }))
}
