import { PathTabs } from './PathTabs.tsx'
import { Phases } from './Phases.tsx'
import { usePathTexts } from './texts.ts'

/** Where the two are on their way. */
export function PathScreen() {
  const words = usePathTexts()
  return <PathTabs tab="phases">{words !== undefined && <Phases words={words} />}</PathTabs>
}
