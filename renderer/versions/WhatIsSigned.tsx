import type { Frozen } from '../../shared/rules/freeze.ts'
import type { Language } from '../../shared/language.ts'
import { useMessages } from '../messages/messages.tsx'
import { VersionClauses } from './VersionClauses.tsx'
import css from './Versions.module.css'

/** The clauses, folded away: whoever signs can read them on the spot, in the languages that the two chose. */
export function WhatIsSigned({ line, version, language, beside }: { line?: string; version: Frozen; language: Language; beside: Language | undefined }) {
  const t = useMessages()
  return (
    <>
      {line !== undefined && <p className={css.hint}>{line}</p>}
      <details className={css.fold}>
        <summary>{t('sign.read')}</summary>
        <VersionClauses id="to-settle" version={version} languages={[language, ...(beside === undefined ? [] : [beside])]} first={language} />
      </details>
    </>
  )
}
