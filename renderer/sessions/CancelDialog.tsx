import { useKeptWords } from '../frame/use-kept-words.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'

/** Cancel with a word, or without one. */
export function CancelDialog({ number, onClose, onDone }: { number: number; onClose: () => void; onDone: (word: string) => void }) {
  const t = useMessages()
  const [word, setWord] = useKeptWords(`cancel:${number}`, '')
  const submit = () => onDone(word.trim())
  return (
    <Dialog
      title={t('session.cancel.title', { n: number })} onClose={onClose} onSubmit={submit}
      acts={<><Button onClick={onClose}>{t('session.cancel.keep')}</Button><Button look="primary" type="submit">{t('session.cancel.act', { n: number })}</Button></>}
    >
      <p>{t('session.cancel.about')}</p>
      <TextArea label={t('session.cancel.word')} look="written" value={word} maxLength={2000} autoFocus onChange={(event) => setWord(event.target.value)} />
    </Dialog>
  )
}
