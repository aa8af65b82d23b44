import { useEffect, useRef, useState } from 'react'
import type { Hit } from '../../shared/search.ts'
import type { SpaceId } from '../../shared/ids.ts'
import { call } from '../api.ts'
import { useErrorText } from '../messages/messages.tsx'
import { useUndo } from '../ui/undo.tsx'
import { kindsIn } from './look.ts'
import type { Field } from './look.ts'

/** More than anyone reads; one more word finds the rest. */
export const hitLimit = 100

export type Found = { hits: Hit[] | null; /** The question it answers. */ for: string; field: Field }

/** What holds these words: asked once a frame while one types, and an answer that comes late is dropped. */
export function useHits(text: string, field: Field, /** Null: in all. */ spaceId: SpaceId | null): Found {
  const errorText = useErrorText()
  const { failed } = useUndo()
  const [answer, setAnswer] = useState<Found>({ hits: null, for: '', field })
  const asked = useRef(0)
  useEffect(() => {
    const mine = ++asked.current
    if (text.trim() === '') {
      setAnswer({ hits: null, for: '', field })
      return
    }
    const frame = requestAnimationFrame(() => {
      call('search.find', { text, spaceId, kinds: kindsIn[field], limit: hitLimit }).then(
        (hits) => { if (asked.current === mine) setAnswer({ hits, for: text.trim(), field }) },
        (error: unknown) => { if (asked.current === mine) failed(errorText(error)) },
      )
    })
    return () => cancelAnimationFrame(frame)
    // Which sentence a failure gets does not make it another question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text, field, spaceId])
  return answer
}
