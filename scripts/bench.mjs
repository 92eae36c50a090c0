// `npm run bench [-- options]`: loads a running server and the bare relay in turns, see docs/performance.md.
import { buildAll } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { main, step } from './lib/print.mjs'
import { handOver } from './lib/run.mjs'

await main(async () => {
  await step('Installing', install)
  // Lists and mail are measured without a browser, see the heads of those files.
  if (process.argv[2] === 'lists')
    return handOver(node24(), ['apps/server/src/testing/lists-bench.ts', ...process.argv.slice(3)])
  if (process.argv[2] === 'mail')
    return handOver(node24(), ['apps/server/src/testing/mail-bench.ts', ...process.argv.slice(3)])
  await step('Building', buildAll)
  await handOver(node24(), ['packages/bench/src/main.ts', ...process.argv.slice(2)])
})
