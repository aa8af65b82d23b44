import { useNavigate } from '@tanstack/react-router'
import type { OneParty } from '../../shared/agreement.ts'
import { dayOfMoment, formatDay } from '../../shared/format-date.ts'
import { standingOf } from '../../shared/rules/signing.ts'
import { call } from '../api.ts'
import { useItemActs } from '../frame/use-item-acts.ts'
import { useLanguage, useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { GroupHead } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/undo.tsx'
import type { VersionItem } from './use-versions.ts'
import css from './Versions.module.css'
import { useWho } from './who.ts'

/** Who stands by a version, and who stood by it once; each signs and withdraws for themselves. */
export function Signatures({ version }: { version: VersionItem }) {
  const t = useMessages()
  const language = useLanguage()
  const navigate = useNavigate()
  const { attempt } = useItemActs()
  const { did } = useUndo()
  const { id, body } = version
  const who = useWho(body.parties)
  const withdraw = async (party: OneParty) => {
    const item = await attempt(() => call('version.withdraw', { id, who: party }))
    const at = item?.kind === 'version' ? item.body.signatures.findLast((one) => one.who === party)?.withdrawnAt ?? null : null
    if (at !== null) did(t('version.did.withdrawn', { name: who[party] }), () => attempt(() => call('version.withdraw', { id, who: party, undo: at })))
  }
  return (
    <section className={css.part} aria-labelledby="signatures">
      <div>
        <GroupHead id="signatures">{t('version.signatures')}</GroupHead>
        {body.how !== 'signed' && <p>{t(`versions.how.${body.how}`)}</p>}
        {body.how === 'signed' && standingOf(body).map(({ who: party, state }) => (
          <div key={party} className={css.signature}>
            <div>
              {body.signatures.filter((one) => one.who === party).map((one) => (
                <p key={one.at}>
                  <span className={one.withdrawnAt === null ? css.signed : `${css.signed} ${css.struck}`} dir="auto">{one.name}</span>{' '}
                  <span className={css.hint}>
                    {one.withdrawnAt === null ? t('version.signed-on', { date: formatDay(language, one.on) })
                      : t('version.withdrew-on', { date: formatDay(language, one.on), until: formatDay(language, dayOfMoment(one.withdrawnAt)) })}
                  </span>
                </p>
              ))}
              {state === 'missing' && <p>{t('versions.not-yet', { name: who[party] })}</p>}
            </div>
            {state === 'signed'
              ? <Button pull="end" aria-label={t('version.withdraw.of', { name: who[party] })} onClick={() => void withdraw(party)}>{t('version.withdraw')}</Button>
              : (
                <Button
                  pull="end" aria-label={t('version.sign.of', { name: who[party], number: body.number })}
                  onClick={() => void navigate({ to: '/agreement/sign', search: { version: id, who: party } })}
                >{t('version.sign')}</Button>
              )}
          </div>
        ))}
      </div>
    </section>
  )
}
