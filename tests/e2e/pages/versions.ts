import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

const t = words('en')

/** Settling, signing, and the versions that stand, by what a person sees. */
export function versionsPage(page: Page) {
  const main = page.getByRole('main')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    /** From the agreement. */
    tab: page.getByRole('tab', { name: t('agreement.tab.versions'), exact: true }),
    settle: button(t('versions.settle')),
    title: page.getByRole('heading', { level: 1 }),
    how: (how: 'signed' | 'spoken' | 'paper' | 'declined') => page.getByRole('radio', { name: t(`sign.how.${how}`) }),
    reads: (name: string, language: string) => page.getByRole('group', { name: t('reads.of', { name }), exact: true }).getByRole('checkbox', { name: language, exact: true }),
    goOn: main.locator('[data-primary]'),
    name: main.getByRole('textbox', { name: new RegExp(`${t('sign.turn.name', { name: '' })}$`) }),
    act: button,
    dialog: page.getByRole('dialog'),
    confirm: page.getByRole('dialog').locator('[data-primary]'),
    words: main.locator('[data-part="check-words"]'),
    row: (n: number) => main.getByRole('listitem').filter({ has: page.getByRole('button', { name: t('versions.number', { number: n }), exact: true }) }),
    read: (n: number) => button(t('versions.number', { number: n })),
    menu: async (n: number, act: string) => {
      await button(t('versions.menu', { number: n })).click()
      await page.getByRole('menuitem', { name: act, exact: true }).click()
    },
    signatures: page.getByRole('region', { name: t('version.signatures'), exact: true }),
    withdraw: (name: string) => button(t('version.withdraw.of', { name })),
    sign: (name: string, n: number) => button(t('version.sign.of', { name, number: n })),
    seeChanges: button(t('versions.see-changes')),
    changes: main.locator('[data-change]:visible'),
    verify: page.getByRole('textbox', { name: t('versions.verify.field') }),
    undo: button(t('act.undo')),
  }
}
