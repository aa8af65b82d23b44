import type { Language } from '../../../shared/language.ts'
import type { Page } from '../open-app.ts'
import { words } from './first-start.ts'

/** The place Path, by what a person sees. */
export function pathPage(page: Page, language: Language = 'en') {
  const t = words(language)
  const main = page.getByRole('main')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    open: () => page.keyboard.press('Control+8'),
    map: page.getByRole('list', { name: t('path.map'), exact: true }),
    here: page.getByRole('list', { name: t('path.map'), exact: true }).locator('[aria-current="step"]'),
    phase: (name: string) => page.getByRole('list', { name: t('path.map'), exact: true }).getByRole('button', { name }),
    list: (name: string) => page.getByRole('list', { name: t('path.list', { name }), exact: true }),
    tick: (line: string) => page.getByRole('checkbox', { name: line, exact: true }),
    set: button(t('path.set')),
    follow: button(t('path.follow')),
    primer: button(t('path.primer')),
    reasons: button(t('path.reasons')),
    undo: button(t('act.undo')),
    status: main.getByRole('status').last(),
  }
}
