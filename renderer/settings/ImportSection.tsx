import { appWords } from '../frame/discreet.ts'
import { useWork } from '../frame/use-work.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/Button.tsx'
import { WorkBar } from '../ui/WorkBar.tsx'
import { CopyBack } from './CopyBack.tsx'
import { DryRun } from './DryRun.tsx'
import { EarlierImports } from './EarlierImports.tsx'
import { useImportState } from './import-plan.ts'
import css from './Settings.module.css'
import { useImports } from './use-imports.ts'

/** What was written elsewhere: chosen, looked at, added; and the imports that can be taken out again. */
export function ImportSection() {
  const t = useMessages()
  const { plan, doing } = useImportState()
  const work = useWork('import')
  const imports = useImports()
  const words = doing === null ? '' : t(`import.${doing}`)
  if (plan !== null) {
    return (
      <>
        <DryRun key={plan.id} plan={plan} busy={doing !== null} onAdd={imports.add} onLeave={imports.leave} />
        <WorkBar work={{ ...work, running: work.running && doing !== null }} words={words} />
      </>
    )
  }
  return (
    <>
      <div>
        <div className={css.prose} {...appWords}><p>{t('import.about')}</p></div>
        {imports.refused !== null && <p role="alert" className={`${css.problem} ${css.after}`} {...appWords}>{imports.refused}</p>}
        <WorkBar work={{ ...work, running: work.running && doing !== null }} words={words} />
        <div className={css.buttons}>
          <Button look="outline" data-primary off={doing !== null} onClick={() => void imports.choose('file')}>{t('import.file')}</Button>
          <Button look="outline" off={doing !== null} onClick={() => void imports.choose('folder')}>{t('import.folder')}</Button>
        </div>
      </div>
      <EarlierImports busy={doing !== null} onTakeOut={imports.undo} onPutBack={imports.restore} />
      <CopyBack />
    </>
  )
}
