import type { ItemId } from '../../shared/ids.ts'
import { formatDay } from '../../shared/format-date.ts'
import { Language } from '../../shared/language.ts'
import { languageNames } from '../../shared/locales.ts'
import { useSpace } from '../frame/space.tsx'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Select } from '../ui/Select.tsx'
import { useAgreementItem, useVersions } from '../versions/use-versions.ts'
import { languagesFor } from './agreement-copy.ts'
import css from './Sharing.module.css'
import type { What } from './what.ts'

/** What of the agreement goes, and in one language or in two beside each other. */
export function AgreementFields({ agreementId, value, set }: { agreementId: ItemId; value: What; set: (change: Partial<What>) => void }) {
  const t = useMessages()
  const screen = useLanguage()
  const space = useSpace()
  const agreement = useAgreementItem()
  const versions = useVersions(agreementId)
  if (versions === undefined || agreement === undefined || agreement === null) return null
  const { all, latest, differs, nextNumber } = versions
  const usual = languagesFor(value.audience, space, agreement.body)
  const language = value.language ?? usual.language
  const beside = value.language === null ? usual.beside : value.beside
  return (
    <div className={css.days}>
      <Select<string>
        label={t('sharing.agreement.version')} boxed value={value.versionId ?? (differs || latest === null ? 'draft' : latest.id)}
        options={[
          ...(differs ? [{ value: 'draft', label: t('versions.draft', { number: nextNumber }) }] : []),
          ...all.map(({ id, body }) => ({ value: id, label: t('sharing.agreement.option', { number: body.number, date: formatDay(screen, body.on) }) })),
        ]}
        onChange={(id) => set({ versionId: id === 'draft' ? 'draft' : all.find((version) => version.id === id)?.id ?? null })}
      />
      <Select
        label={t('sharing.language')} boxed value={language} options={Language.options.map((one) => ({ value: one, label: languageNames[one] }))}
        onChange={(next) => set({ language: next, beside: next === beside ? language : beside })}
      />
      <Select<Language | ''>
        label={t('sharing.agreement.beside')} boxed value={beside ?? ''}
        options={[{ value: '', label: t('sharing.agreement.beside.none') }, ...Language.options.filter((one) => one !== language).map((one) => ({ value: one, label: languageNames[one] }))]}
        onChange={(next) => set({ language, beside: next === '' ? null : next })}
      />
    </div>
  )
}
