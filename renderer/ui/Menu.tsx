import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useDialogLayer } from './dialog-layer.ts'
import css from './Menu.module.css'

export type MenuAct = { id: string; label: string; act: () => void; danger?: boolean; off?: boolean }

/** The acts of one row, behind its ⋯ button; `label` names the row for those who do not see it. */
export function RowMenu({ label, acts, children, tabStop = true, appWords = false }: {
  label: string
  acts: readonly MenuAct[]
  children?: ReactNode
  /** False where arrows reach it inside a list. */
  tabStop?: boolean
  /** All of its words are the app's own: they stay readable when text is hidden. */
  appWords?: boolean
}) {
  const layer = useDialogLayer()
  const own = appWords ? { 'data-app-words': '' } : {}
  return (
    <MenuTrigger>
      <Button aria-label={label} excludeFromTabOrder={!tabStop} className={children === undefined ? `${css.trigger}` : `${css.trigger} ${css.word}`}>
        {children !== undefined && appWords ? <span {...own}>{children}</span> : children ?? <Ellipsis size={20} strokeWidth={1.75} aria-hidden />}
      </Button>
      <Popover {...layer} {...own} className={css.popover ?? ''} placement="bottom end">
        <Menu className={css.menu ?? ''} disabledKeys={acts.filter((act) => act.off).map((act) => act.id)} aria-label={label}>
          {acts.map((act) => (
            <MenuItem key={act.id} id={act.id} className={act.danger ? `${css.item} ${css.danger}` : `${css.item}`} onAction={act.act}>{act.label}</MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
