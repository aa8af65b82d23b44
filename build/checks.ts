import { packageProgram, run } from './processes.ts'

export type Check = { name: string; passed: boolean }

/** The root has the commands; each folder's own settings check the rest, and tests check that they do. */
const projects = ['.', 'shared', 'electron', 'renderer', 'tests']

export async function checkTypes(): Promise<Check[]> {
  const [node, tsc] = packageProgram('typescript/bin/tsc')
  // Side by side: each uses one core. Findings go to stderr: stdout belongs to the command's own last line.
  return Promise.all(projects.map(async (project) => {
    const { code } = await run(node, [tsc, '--noEmit', '-p', project], { stdio: ['ignore', 2, 2] })
    return { name: `types: ${project}`, passed: code === 0 }
  }))
}

export async function checkLint(): Promise<Check[]> {
  const [node, eslint] = packageProgram('eslint/bin/eslint.js')
  const { code } = await run(node, [eslint, '-c', 'build/eslint.config.js', '--max-warnings', '0', '.'], { stdio: ['ignore', 2, 2] })
  return [{ name: 'lint', passed: code === 0 }]
}
