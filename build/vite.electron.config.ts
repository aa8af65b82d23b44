import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { EnvironmentOptions } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const shell = `${root}electron/host/electron`

/** Native modules, and what Electron itself provides. */
const external = ['electron', 'better-sqlite3-multiple-ciphers', '@node-rs/argon2']

function bundle(input: Record<string, string>, format: 'es' | 'cjs', ending: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external, builtins: [/^node:/], conditions: ['node', 'import', 'module', 'default'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: `${root}dist/electron`,
      emptyOutDir: false,
      // Read by people who want to know what runs; size does not matter here.
      minify: false,
      sourcemap: false,
      rollupOptions: {
        input,
        external,
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: `[name].${ending}` },
      },
    },
  }
}

/**
 * The privileged side for Electron, which does not run TypeScript: `vite build
 * -c build/vite.electron.config.ts` writes main and core as modules, and the
 * preload as CommonJS, as a sandboxed preload has to be.
 */
export default defineConfig({
  root,
  publicDir: false,
  environments: {
    main: bundle({ main: `${shell}/main.ts` }, 'es', 'js'),
    preload: bundle({ preload: `${shell}/preload.ts` }, 'cjs', 'cjs'),
    core: bundle({ 'core': `${root}electron/core.ts`, 'docx-worker': `${root}electron/exports/docx-worker.ts`,
      'dump-worker': `${root}electron/dump/dump-worker.ts`,
      'import-worker': `${root}electron/imports/import-worker.ts`,
      'backup-worker': `${root}electron/vault/backups/backup-worker.ts` }, 'es', 'js'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload', 'core']) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
    },
  },
})
