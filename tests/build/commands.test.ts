/** The contract of the commands: arguments, exit codes, what goes where. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { callerPath, CommandError, outFolder } from '../../build/flags.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function run(script: string, args: string[], cwd = tempFolder()) {
  return spawnSync(process.execPath, [join(root, 'build', script), ...args], { cwd, encoding: 'utf8' })
}

describe('unknown arguments', () => {
  for (const [script, args] of [['test.mjs', ['--fast']], ['features.mjs', ['--yaml']], ['run.mjs', ['lint', '--fix']], ['run.mjs', ['typecheck', 'electron']], ['run.mjs', ['everything']], ['run.mjs', []]] as const) {
    it(`${script} ${args.join(' ')} is refused with 2`, () => {
      const { status, stdout, stderr } = run(script, [...args])

      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).not.toBe('')
    })
  }
})

describe('the folder of --out', () => {
  it('is made when it is not there', () => {
    const folder = join(tempFolder(), 'new', 'one')

    expect(outFolder(folder, false)).toBe(folder)
  })

  it('is refused with 2 when something is in it, unless forced', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'kept.txt'), 'kept')

    expect(() => outFolder(folder, false)).toThrow(CommandError)
    expect(outFolder(folder, true)).toBe(folder)
    expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('kept')
  })

  it('is meant from where npm was called', () => {
    const before = process.env['INIT_CWD']
    process.env['INIT_CWD'] = '/somewhere/else'
    const path = callerPath('out')
    if (before === undefined) delete process.env['INIT_CWD']
    else process.env['INIT_CWD'] = before

    expect(path).toBe('/somewhere/else/out')
  })
})

describe('npm run features', () => {
  const outcome = (title: string, state = 'passed', where = 'e2e') => ({ title, where, shell: 'chromium', state, reason: null })

  /** A repository of its own, so that the commit is known. */
  function repository(outcomes: unknown[], commit?: string) {
    const folder = tempFolder()
    cpSync(join(root, 'build'), join(folder, 'build'), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, '.gitignore'), 'node_modules\ntest-results\n')
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
    const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.invalid', ...args], { cwd: folder, encoding: 'utf8' })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'x')
    mkdirSync(join(folder, 'test-results'))
    const sources = spawnSync(process.execPath, ['-e', `import('${join(folder, 'build/test-results.ts')}').then((m) => console.log(JSON.stringify(m.currentSources())))`], { cwd: folder, encoding: 'utf8' })
    writeFileSync(join(folder, 'test-results', 'run.json'), JSON.stringify({ v: 1, ...JSON.parse(sources.stdout), ...(commit === undefined ? {} : { commit }), outcomes }))
    return { folder, run: (...args: string[]) => spawnSync(process.execPath, [join(folder, 'build/features.ts'), ...args], { cwd: folder, encoding: 'utf8' }) }
  }

  it('counts rows that a journey carried and that passed', () => {
    const { run: features } = repository([
      outcome('[F39] a word is found'), outcome('[F7] [F8] two at once'), outcome('[F1, F2] with a comma'), outcome('[F3] broken', 'failed'),
      outcome('[F4] not run', 'skipped'), outcome('[F5] without a window', 'passed', 'unit'), outcome('[F10] [F11] [F12] [F13] too many'),
    ])

    const { stdout, status } = features()

    expect(status).toBe(0)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('features: 5/87')
  })

  it('gives the same as JSON', () => {
    const { run: features } = repository([outcome('[F39] a word is found')])

    const report = JSON.parse(features('--json').stdout)

    expect(report).toMatchObject({ v: 1, met: 1, of: 87 })
    expect(report.rows).toHaveLength(87)
    expect(report.rows[38]).toEqual({ id: 'F39', tests: ['[F39] a word is found'], met: true })
  })

  it('refuses a run of another commit, and one of other files', () => {
    const other = repository([], '0'.repeat(40))
    const changed = repository([])
    writeFileSync(join(changed.folder, 'package.json'), '{"type":"module","x":1}')

    for (const { status, stdout } of [other.run(), changed.run()]) {
      expect(status).toBe(1)
      expect(stdout).toBe('')
    }
  })
})

it('an old Node is told what it needs, in its first line', () => {
  const boot = readFileSync(join(root, 'build', 'boot.mjs'), 'utf8')

  expect(boot.indexOf('major < 20')).toBeGreaterThan(0)
  expect(boot.indexOf('major < 20')).toBeLessThan(boot.indexOf('await installPackages()'))
  expect([...boot.matchAll(/from '([^']+)'/g)].every(([, from]) => from?.startsWith('node:'))).toBe(true)
})
