import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * Later code, all of which is fetched ahead: in few requests instead of one for each layer and for each piece that two
 * of them share. What a part imports comes with it, except what stands in one before it; the writer of mails, the
 * telephone and the joining of recordings bring libraries of their own and stay apart.
 */
const laterParts = [
  {
    name: 'talk',
    test: /\/features\/(communication|comments)\/|\/features\/mail\/Mail(Part|Body)\.tsx/,
  },
  { name: 'calls', test: /\/features\/(calls|callbacks)\// },
  {
    name: 'context',
    test: /\/features\/(activity|customer|follow-ups|journey|move|notifications|palette|request|snooze|tasks|ties|transfer|wrap-up)\/|\/app\/[A-Z]\w*Dialogs?\.tsx/,
  },
  {
    name: 'screens',
    test: /\/app\/[A-Z]\w*Screens?\.tsx|\/features\/(bulk|live-queues|lists|macros|numbers|quick-replies|views)\//,
  },
  { name: 'settings', test: /\/app\/WorkSettings\.tsx|\/features\/[a-z-]+\/\w+Page\.tsx/ },
]

/**
 * The bundler puts its helpers into a file of their own as soon as a library of a later part needs them too, which would
 * be one more request before anything is shown. They hold no state, so the first load has a copy of them. No option of
 * rolldown 1.2 does that: its groups are not asked about the helpers, and `experimentalInlineCommonChunks` leaves them
 * where they are. The build stops when their form changes, rather than ship one request more unseen.
 */
const ownHelpers: Plugin = {
  name: 'own-helpers',
  generateBundle: {
    order: 'pre',
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const helpers = chunks.find(({ name }) => name === 'rolldown-runtime')
      const entry = chunks.find(({ isEntry }) => isEntry)
      if (!helpers || !entry) return
      const file = helpers.fileName.split('/').pop() ?? ''
      const asObject = (names: string): string =>
        names
          .split(',')
          .map((name) => name.split(' as ').toReversed().join(':'))
          .join(',')
      const made = helpers.code.replace(
        /export\s*\{([^}]*)\};?\s*$/,
        (_all, names: string) => `return{${asObject(names)}}`,
      )
      const from = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["']\\./${file}["'];?`)
      if (made === helpers.code || !from.test(entry.code)) throw new Error('the helpers have another form by now')
      entry.code = entry.code.replace(
        from,
        (_all, names: string) => `const{${names.replaceAll(' as ', ':')}}=(()=>{${made}})();`,
      )
      entry.imports = entry.imports.filter((name) => name !== helpers.fileName)
    },
  },
}

export default defineConfig({
  plugins: [react(), ownHelpers],
  build: {
    target: ['chrome120', 'firefox121', 'safari17'],
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    assetsInlineLimit: (file) => !file.endsWith('.woff2'),
    rolldownOptions: {
      output: {
        // Otherwise everything that a later screen shares with the first becomes a request of its own.
        codeSplitting: {
          groups: [{ name: 'desk', tags: ['$initial'] }, ...laterParts],
        },
      },
    },
  },
})
