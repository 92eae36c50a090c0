// `npm run dev`: the demo server, restarted when its sources change, and the desktop with hot reload in front of it.
import { buildApp } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { main, say, step } from './lib/print.mjs'
import { end, start, toolEnv } from './lib/run.mjs'

const port = process.env.PORT || '3000'

await main(async () => {
  await step('Installing', install)
  await step('Building the widget', () => buildApp('widget'))
  const env = toolEnv({ PORT: port, CARE_SERVER_URL: `http://localhost:${port}` })
  const server = start(node24(), ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts', '--demo'], {
    env,
    stdio: 'inherit',
  })
  const desktop = start(node24(), ['scripts/lib/dev-desktop.mjs'], { env, stdio: 'inherit' })
  say('Work on http://127.0.0.1:5173 (desktop, hot reload); the server behind it prints its own addresses.\n')

  await Promise.all(
    [server, desktop].map(
      (child, i, all) => new Promise((done) => child.once('close', () => (all.forEach((other) => end(other)), done()))),
    ),
  )
})
