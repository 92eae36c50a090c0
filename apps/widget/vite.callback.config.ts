import { defineConfig } from 'vite'

/** The page behind a customer's link of a call back: the server shows it at /callback and its files below. */
export default defineConfig({
  root: 'src/callback',
  base: '/callback/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/callback',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: false,
  },
})
