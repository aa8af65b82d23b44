import react from '@vitejs/plugin-react'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { pageChunks, pageInOrder } from './page-chunks.ts'
import { pageWithout } from './page-without.ts'

const root = fileURLToPath(new URL('../renderer/', import.meta.url))

/** The page: two entries (the app, the shell's own file dialog), no inline script or style, no source map. */
export default defineConfig({
  root,
  base: './',
  plugins: [react(), pageWithout, pageInOrder],
  // Where a rule stands, and nothing drawn by lot: what recurs compresses.
  css: { modules: { generateScopedName: (name, file) => `${relative(root, file).replace('.module.css', '').replaceAll(/\W/g, '-')}_${name}` } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome150',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      output: { codeSplitting: pageChunks(root) },
      input: { index: `${root}index.html`, dialog: `${root}dialog.html` },
    },
  },
})
