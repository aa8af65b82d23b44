import { useState } from 'react'
import type { KindAndBody } from '../../shared/item.ts'
import { plainText } from '../../shared/rich-text.ts'
import { copyText } from '../copies.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { retryDraft } from './drafts.ts'
import type { Keeper } from './drafts.ts'
import { RefusedSave } from './RefusedSave.tsx'
import css from './SaveTrouble.module.css'
import { useSaving } from './use-draft.ts'

/** The words of a content, for the clipboard. */
export function wordsOf(content: KindAndBody): string {
  switch (content.kind) {
    case 'entry': case 'note': return plainText(content.body.text)
    case 'agenda-item': case 'result': case 'answer': case 'commitment': return content.body.text
    case 'prep': return [content.body.want, content.body.bring, content.body.expect ?? '', content.body.hard].join('\n')
    case 'clause': return Object.values(content.body.texts).join('\n')
    case 'exam': return [content.body.keep, content.body.stop, content.body.start, content.body.strengths, content.body.weaknesses, content.body.help, content.body.looking ?? ''].join('\n')
    case 'criterion': case 'letter': return content.body.text
    case 'candidate': return [content.body.name, content.body.why, content.body.introducer, ...content.body.fits.map(({ word }) => word)].join('\n')
    case 'inquiry': return [content.body.who, content.body.said].join('\n')
    case 'boundary': return [content.body.text, content.body.answers.mentor.text, content.body.answers.mentee.text, content.body.proposal ?? ''].join('\n')
    case 'ending-card': case 'topic': return content.body.text
    case 'agreement-review': return content.body.verdicts.map(({ word }) => word).join('\n')
    case 'question': return [content.body.text, content.body.answers.mentor, content.body.answers.mentee].join('\n')
    case 'story': return [content.body.title, content.body.text].join('\n')
    case 'session': case 'agreement': case 'path': case 'version': return ''
  }
}

/** A save that fails is loud wherever one is; one that was refused asks which text to keep. */
export function SaveTrouble() {
  const { trouble } = useSaving()
  if (trouble === null) return null
  return trouble.state.status === 'refused' ? <RefusedSave key={trouble.id} keeper={trouble} /> : <FailedSave key={trouble.id} keeper={trouble} />
}

function FailedSave({ keeper }: { keeper: Keeper }) {
  const t = useMessages()
  const [copied, setCopied] = useState(false)
  const { code } = keeper.state
  const sentence = code === 'disk.full' ? t('error.disk.full') : code === 'input.invalid' ? t('save.too-long') : t('save.failed')
  return (
    <div role="alert" className={css.strip}>
      <p className={css.sentence}>{sentence}</p>
      <div className={css.acts}>
        <Button look="outline" onClick={() => void retryDraft(keeper)}>{t('save.retry')}</Button>
        <Button onClick={() => void copyText(wordsOf(keeper.state.content)).then(() => setCopied(true))}>
          {copied ? t('save.copied') : t('save.copy')}
        </Button>
      </div>
    </div>
  )
}
