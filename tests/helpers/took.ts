/** How long something took, so that other work on the same machine does not count. */

/** Started now; answers with the milliseconds that passed, or with those this process was at work, when they are fewer. */
export function stopwatch(): () => number {
  const [passed, worked] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(worked)
    return Math.min(performance.now() - passed, (user + system) / 1000)
  }
}

/** For what other processes do: the least of a few times, and no more of them than it takes to be below the limit. */
export async function leastMs(limitMs: number, work: () => Promise<unknown>, times = 3): Promise<number> {
  let least = Infinity
  for (let time = 0; time < times && least >= limitMs; time += 1) {
    const start = performance.now()
    await work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}
