import { useNavigate, useSearch } from '@tanstack/react-router'
import type { OneParty } from '../../shared/agreement.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { ItemOf } from '../../shared/item.ts'
import { standingOf } from '../../shared/rules/signing.ts'
import { useCall } from '../frame/data.ts'
import { Screen } from '../frame/Screen.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Empty, SheetHead } from '../ui/Sheet.tsx'
import { Settled } from './Settled.tsx'
import { SignDraft } from './SignDraft.tsx'
import { SignLater } from './SignLater.tsx'
import { useAgreementItem, useVersions } from './use-versions.ts'

/** Settling the draft, signing what was settled before, and what stands afterwards. */
export function SignScreen() {
  const t = useMessages()
  const navigate = useNavigate()
  const { version, who, done } = useSearch({ from: '/agreement/sign' })
  const agreement = useAgreementItem()
  if (done !== undefined) return <OneVersion key={done} id={done} who={who} done />
  if (version !== undefined) return <OneVersion key={version} id={version} who={who} done={false} />
  const back = { label: t('agreement.title'), go: () => void navigate({ to: '/agreement' }) }
  if (agreement === undefined) return <Screen wide>{null}</Screen>
  if (agreement === null) return <Screen wide><SheetHead title={t('agreement.title')} back={back} /><Empty>{t('error.agreement.empty')}</Empty></Screen>
  return <Draft agreement={agreement} back={back} />
}

function Draft({ agreement, back }: { agreement: ItemOf<'agreement'>; back: { label: string; go: () => void } }) {
  const versions = useVersions(agreement.id)
  return versions === undefined ? <Screen wide>{null}</Screen> : <SignDraft agreement={agreement} versions={versions} back={back} />
}

function OneVersion({ id, who, done }: { id: ItemId; who: OneParty | undefined; done: boolean }) {
  const t = useMessages()
  const navigate = useNavigate()
  const { data, isError } = useCall('item.get', id)
  if (data?.kind === 'version') {
    const back = { label: t('versions.number', { number: data.body.number }), go: () => void navigate({ to: '/agreement/version/$id', params: { id } }) }
    const party = who ?? standingOf(data.body).find(({ state }) => state !== 'signed')?.who
    const canSign = !done && data.body.how === 'signed' && standingOf(data.body).some((one) => one.who === party && one.state !== 'signed')
    return canSign && party !== undefined ? <SignLater version={data} party={party} onBack={back} /> : <Settled version={data} />
  }
  if (!isError && data === undefined) return <Screen wide>{null}</Screen>
  const back = { label: t('agreement.tab.versions'), go: () => void navigate({ to: '/agreement', search: { tab: 'versions' } }) }
  return <Screen wide><SheetHead title={t('agreement.tab.versions')} back={back} /><Empty>{t('version.gone')}</Empty></Screen>
}
