import { createRoot } from 'react-dom/client'
import '../base.css'
import { ask } from './ask.ts'
import { FileWindow } from './FileWindow.tsx'
import { FileWords } from './words.tsx'

async function start(root: HTMLElement): Promise<void> {
  const task = await ask({ ask: 'task' })
  if (task === null) return
  const first = await ask({ ask: 'list', folder: task.folder })
  if (first === null) return
  document.documentElement.lang = task.language
  if (task.theme !== 'system') document.documentElement.dataset.theme = task.theme
  createRoot(root).render(<FileWords value={task.language}><FileWindow task={task} first={first} /></FileWords>)
}

const root = document.getElementById('root')
if (root !== null) void start(root)
