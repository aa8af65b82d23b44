import { useCallback, useEffect, useState } from 'react'

/** Whole seconds until the next try, counted by a clock that nobody sets. */
export function useWait() {
  const [until, setUntil] = useState(0)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1_000))
      setLeft(seconds)
      if (seconds === 0) clearInterval(timer)
    }
    const timer = setInterval(tick, 200)
    tick()
    return () => clearInterval(timer)
  }, [until])
  const wait = useCallback((seconds: number) => setUntil(performance.now() + seconds * 1_000), [])
  return { left, wait }
}
