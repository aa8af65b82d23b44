import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const root = fileURLToPath(new URL('../renderer/', import.meta.url))

/**
 * The components bring their few words in thirty-four languages. The page speaks
 * two of these; for Indonesian, which is not among them, it brings words itself.
 */
const ourLanguages: Plugin = {
  name: 'our-languages',
  load: (id) => /\/react-(?:aria|stately)[\w-]*\/.*\/intl\/.*\/(?!en-US|nl-NL)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? 'export default {}' : null,
}

/** The page: two entries (the app, the shell's own file dialog), no inline script or style, no source map. */
export default defineConfig({
  root,
  base: './',
  plugins: [react(), ourLanguages],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome150',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      // Texts of one language are not code: each in a file named after it, however it is asked for.
      output: { codeSplitting: { groups: [{ debugName: 'texts', name: (id) => /\/shared\/texts\/([\w-]+-(?:en|nl|id))\.ts$/.exec(id)?.[1] ?? null }] } },
      input: { index: `${root}index.html`, dialog: `${root}dialog.html` },
    },
  },
})
