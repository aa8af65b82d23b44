import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'

const root = fileURLToPath(new URL('../renderer/reader/', import.meta.url))

/** `'sha256-…'` of what stands between the tags: nothing else may run or give style. */
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** No address at all may be asked; WebAssembly is for the key and for SQLite. */
const policy = (script: string, style: string) => [
  `default-src 'none'`, `script-src ${hashOf(script)} 'wasm-unsafe-eval'`, `style-src ${hashOf(style)}`, `base-uri 'none'`, `form-action 'none'`,
].join('; ')

/** Script and style inside the page itself, and a policy that knows them by their hashes. */
function inOneFile(): Plugin {
  return {
    name: 'in-one-file',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const take = (ending: string): string => {
        const found = Object.entries(bundle).filter(([name]) => name.endsWith(ending))
        if (found.length !== 1) throw new Error(`the reader has ${found.length} files ending in ${ending}`)
        const [name, file] = found[0] ?? ['', undefined]
        delete bundle[name]
        return file?.type === 'chunk' ? file.code : String(file?.source ?? '')
      }
      // Inside a page's script these would end it, or begin a comment.
      const script = `\n${take('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--')}`
      const style = take('.css')
      const page = bundle['reader.html']
      if (page?.type !== 'asset') throw new Error('the reader has no page')
      page.source = String(page.source)
        .replace(/\s*<script\b[^>]*><\/script>/g, '').replace(/\s*<link\b[^>]*>/g, '')
        .replace('<meta charset="utf-8" />', () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy(script, style)}" />`)
        .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
        .replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`)
      for (const name of Object.keys(bundle)) if (name !== 'reader.html') throw new Error(`the reader would need ${name} beside it`)
    },
  }
}

/** The page that reads backups and copies: one file, for any browser of the last years, opened from a folder. */
export default defineConfig({
  root,
  base: './',
  plugins: [react(), inOneFile()],
  build: {
    outDir: '../../dist/reader',
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: `${root}reader.html`, output: { codeSplitting: false } },
  },
})
