import { defineConfig } from 'vite'

/** The page of a demo customer who calls: the server shows it at /demo/caller/, in demo mode only. */
export default defineConfig({
  root: 'src/caller',
  base: '/demo/caller/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/caller',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: false,
  },
})
