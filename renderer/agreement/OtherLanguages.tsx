import { useState } from 'react'
import type { ItemOf } from '../../shared/item.ts'
import { Language, languageWords } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { MarginSection } from '../ui/Sheet.tsx'
import css from './Agreement.module.css'
import { ClauseEditor } from './ClauseEditor.tsx'
import { readIn } from './use-agreement.ts'
import type { ClauseItem, NumberedClause } from './use-agreement.ts'
import type { ClauseActs } from './use-clause-acts.ts'

/** How a clause reads in the languages that are not on the page: each can be changed or written here. */
export function OtherLanguages({ clause, agreement, names, acts }: { clause: NumberedClause; agreement: ItemOf<'agreement'>; names: Names; acts: ClauseActs }) {
  const t = useMessages()
  const words = languageWords[useLanguage()]
  const [writing, setWriting] = useState<{ other: Language; soon: Promise<ClauseItem> | null } | null>(null)
  const { item, number } = clause
  const { language, beside } = agreement.body
  const others = Language.options.filter((other) => other !== language && other !== beside).map((other) => ({ other, text: readIn(item.body, other, names) }))
  const written = others.filter(({ text }) => text !== null).length
  return (
    <MarginSection id="clause-languages" title={t('agreement.languages')} {...(written > 0 && { count: written })} open>
      <dl className={css.others}>
        {others.map(({ other, text }) => {
          const name = languageNames[other]
          return (
            <div key={other}>
              <dt className={css.hint}>{name}</dt>
              {writing?.other === other ? (
                <dd className={css.marginEditor}>
                  <ClauseEditor
                    item={item} soon={writing.soon} agreement={agreement} group={item.body.group} id={item.id} label={t('clause.words', { number, language: name })} language={other} text={text ?? ''}
                    onDone={(typed, touched) => {
                      setWriting(null)
                      if (touched) void acts.changed(clause, other, typed)
                    }}
                  />
                </dd>
              ) : (
                <dd>
                  {text === null ? <p className={css.hint}>{t('clause.languages.none', { language: words[other] })}</p> : <p className={css.quoted} lang={other}>{text}</p>}
                  <Button pull="start" aria-label={text === null ? t('clause.write.named', { number, language: words[other] }) : t('clause.edit', { number, language: name })} onClick={() => setWriting({ other, soon: acts.writing(item) })}>
                    {t(text === null ? 'clause.write' : 'clause.change')}
                  </Button>
                </dd>
              )}
            </div>
          )
        })}
      </dl>
    </MarginSection>
  )
}
