import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import type { SpaceDraft } from '../../shared/space.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import menu from '../ui/Menu.module.css'
import { useUndo } from '../ui/undo.tsx'
import { tidyDraft, WhoFields } from '../vault/WhoFields.tsx'
import { useAct } from './data.ts'
import css from './Switcher.module.css'
import { useKeptDraft } from './use-kept-words.ts'
import { useOtherName, useRoleLine, useSpace, useSpaceName, useSpaces } from './space.tsx'

/** Whose journal this is, and the way to another: each relationship has a space of its own. */
export function Switcher({ brief = false }: { /** On the bar of a narrow window: the name alone. */ brief?: boolean }) {
  const t = useMessages()
  const navigate = useNavigate()
  const space = useSpace()
  const { all, enter } = useSpaces()
  const name = useOtherName()
  const spaceName = useSpaceName()
  const roleLine = useRoleLine()
  const { clear } = useUndo()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <MenuTrigger>
        <AriaButton className={`${css.trigger}`} aria-label={t('space.switch', { name, role: roleLine(space) })}>
          <span className={css.lines}>
            <span className={css.name}>{name}</span>
            {!brief && <span className={css.role}>{roleLine(space)}</span>}
          </span>
          <ChevronDown size={20} strokeWidth={1.75} aria-hidden />
        </AriaButton>
        <Popover className={`${menu.popover} ${css.popover}`} placement="bottom start">
          <Menu className={`${menu.menu}`} aria-label={t('space.list')}>
            {all.length > 1 && (
              <MenuSection selectionMode="single" selectedKeys={[space.id]} onSelectionChange={() => undefined}>
                <Header className={css.head}>{t('space.list')}</Header>
                {all.map((one) => (
                  <MenuItem key={one.id} id={one.id} textValue={spaceName(one)} className={`${menu.item} ${css.item}`} onAction={() => { if (one.id !== space.id) { clear(); void enter(one.id) } }}>
                    <span className={css.name}>{spaceName(one)}</span>
                    <span className={css.role}>{roleLine(one)}</span>
                  </MenuItem>
                ))}
              </MenuSection>
            )}
            {all.length > 1 && <Separator className={`${css.line}`} />}
            <MenuItem className={`${menu.item}`} onAction={() => void navigate({ to: '/settings', search: { section: 'people' } })}>{t('space.about')}</MenuItem>
            <MenuItem className={`${menu.item}`} onAction={() => setAdding(true)}>{t('space.add')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {adding && <AddSpace me={space.me} onClose={() => setAdding(false)} />}
    </>
  )
}

/** My own name is known already; it may be another one there. */
function AddSpace({ me, onClose }: { me: string; onClose: () => void }) {
  const t = useMessages()
  const act = useAct()
  const here = useSpace()
  const spaceName = useSpaceName()
  const { enter } = useSpaces()
  const { did } = useUndo()
  const [draft, setDraft] = useKeptDraft<SpaceDraft>('space:add', { role: 'mentor', me, other: '' })
  const add = async () => {
    const made = await act('space.create', tidyDraft(draft))
    if (made === null) return
    onClose()
    await enter(made.id)
    did(t('space.added', { name: spaceName(made) }), async () => {
      // With something in it, it stays, and one stays in it.
      const gone = await act('space.remove', made.id)
      if (gone !== null) await enter(here.id)
      return gone
    })
  }
  return (
    <Dialog
      title={t('space.add.title')} onClose={onClose} onSubmit={() => void add()} wide
      acts={<><Button onClick={onClose}>{t('act.cancel')}</Button><Button look="primary" type="submit">{t('space.add.act')}</Button></>}
    >
      <p className={css.about}>{t('space.add.about')}</p>
      <div className={css.fields}><WhoFields value={draft} onChange={setDraft} /></div>
    </Dialog>
  )
}
