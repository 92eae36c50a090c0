import { defineConfig } from 'vite'

/** The iframe's app. Relative addresses: the server shows the page at /widget/frame and the files at /widget/assets/. */
export default defineConfig({
  root: 'src/app',
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/app',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: false,
  },
})
