import { spawn } from 'node:child_process'

/** Whether there is a screen to open a window on. */
export function hasScreen(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}

/** Give `work` a screen that nobody sees, and take it away again. */
export async function withVirtualScreen<T>(work: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') return work(process.env)
  // Xvfb finds a free number by itself and tells it on descriptor 3.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // Ctrl-C is for the window; its screen goes afterwards.
    detached: true,
  })
  const stop = () => { server.kill('SIGTERM') }
  process.on('exit', stop)
  try {
    const number = await displayNumber(server)
    const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: `:${number}` }
    delete env['WAYLAND_DISPLAY']
    return await work(env)
  } finally {
    process.off('exit', stop)
    stop()
  }
}

function displayNumber(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = ''
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8')
      if (told.includes('\n')) resolve(told.trim())
    })
    server.on('error', reject)
    server.on('exit', () => { reject(new Error('Xvfb does not start')) })
  })
}
