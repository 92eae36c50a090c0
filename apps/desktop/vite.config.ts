import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

interface Modules {
  getModuleInfo: (id: string) => { isEntry: boolean; importers: readonly string[] } | null
}
const inFirstLoad = new Set<string>()

/** Whether the entry reaches the module by plain imports alone, so that the first load needs it in any case. */
function isInFirstLoad(id: string, modules: Modules): boolean {
  const seen = new Set([id])
  // The set grows while it is walked: importers of importers, each once.
  for (const one of seen) {
    const info = modules.getModuleInfo(one)
    if (info?.isEntry || inFirstLoad.has(one)) {
      inFirstLoad.add(id)
      return true
    }
    for (const importer of info?.importers ?? []) seen.add(importer)
  }
  return false
}

export default defineConfig({
  plugins: [react()],
  build: {
    target: ['chrome120', 'firefox121', 'safari17'],
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    assetsInlineLimit: (file) => !file.endsWith('.woff2'),
    rolldownOptions: {
      output: {
        // Otherwise everything that a later screen shares with the first becomes a request of its own.
        codeSplitting: {
          groups: [{ name: (id, modules) => (isInFirstLoad(id, modules) ? 'desk' : null), debugName: 'first load' }],
        },
      },
    },
  },
})
