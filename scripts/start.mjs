// `npm start`: the demo workspace on http://localhost:3000 (PORT is honoured), from nothing but Node and npm.
import { buildAll } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { main, step } from './lib/print.mjs'
import { handOver } from './lib/run.mjs'

await main(async () => {
  await step('Installing', install)
  await step('Building', buildAll)
  await handOver(node24(), ['apps/server/src/main.ts', '--demo', ...process.argv.slice(2)])
})
