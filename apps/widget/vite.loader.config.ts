import { defineConfig } from 'vite'

/** The one script of the host page: a classic script in one piece, dist/widget.js. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    // Host pages may serve older browsers than the chat; the loader must never break their page.
    target: 'es2020',
    lib: { entry: 'src/loader.ts', formats: ['iife'], name: 'CareWidget', fileName: () => 'widget.js' },
  },
})
