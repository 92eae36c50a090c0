import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    outDir: 'dist',
  },
})
