import { useState } from 'react'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import type { Names } from '../../shared/texts/fill.ts'
import { texts } from '../../shared/texts/texts.ts'
import { useAct } from '../frame/data.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty } from '../ui/Sheet.tsx'
import css from './Agreement.module.css'

/** Two ways to begin; either can be changed line by line afterwards. */
export function BeginAgreement({ names }: { names: Names }) {
  const t = useMessages()
  const screenLanguage = useLanguage()
  const space = useSpace()
  const act = useAct()
  const [language, setLanguage] = useState<Language>(screenLanguage)
  const begin = (from: 'sample' | 'blank') => void act('agreement.begin', { spaceId: space.id, from, language })
  const { mentor, mentee } = texts[screenLanguage].noName.plain
  const words = { mentor: names.mentor || mentor, mentee: names.mentee || mentee }
  return (
    <Empty
      act={
        <div className={css.begin}>
          <div className={css.way}>
            <Button look="primary" onClick={() => begin('sample')}>{t('agreement.begin.sample')}</Button>
            <p className={css.hint}>{t('agreement.begin.sample.about', words)}</p>
          </div>
          <div className={css.way}>
            <Button look="outline" onClick={() => begin('blank')}>{t('agreement.begin.blank')}</Button>
            <p className={css.hint}>{t('agreement.begin.blank.about')}</p>
          </div>
          <div className={css.beginLanguage}>
            <Select
              label={t('agreement.begin.language')} boxed value={language} onChange={setLanguage}
              options={Language.options.map((value) => ({ value, label: languageNames[value] }))}
            />
          </div>
        </div>
      }
    >{t('agreement.empty')}</Empty>
  )
}
