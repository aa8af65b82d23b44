import type { ReactNode } from 'react'
import { languageNames, languages } from '../../shared/locales.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { useChooseLanguage } from '../preferences.tsx'
import { leafTitleId } from './LeafTitle.tsx'
import css from './Vault.module.css'

/** The bare desk before the vault is open: one leaf, the promise, the languages. */
export function VaultDesk({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const t = useMessages()
  const language = useLanguage()
  const choose = useChooseLanguage()
  return (
    <div className={css.desk}>
      <main className={css.place} aria-labelledby={leafTitleId}>
        <div className={wide ? `${css.leaf} ${css.wide}` : css.leaf}>{children}</div>
      </main>
      <footer className={css.foot}>
        <p className={css.offline}>{t('app.offline')}</p>
        <div className={css.languages}>
          {languages.map((option) => (
            <button key={option} type="button" lang={option} className={css.language} aria-pressed={option === language} onClick={() => void choose(option)}>
              {languageNames[option]}
            </button>
          ))}
        </div>
      </footer>
    </div>
  )
}
