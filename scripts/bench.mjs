// `npm run bench [-- options]`: loads a running server and the bare relay in turns, see docs/performance.md.
import { buildAll } from './lib/build.mjs'
import { install } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { main, step } from './lib/print.mjs'
import { handOver } from './lib/run.mjs'

await main(async () => {
  await step('Installing', install)
  // These are measured without a browser, see the heads of their files.
  const [part, ...options] = process.argv.slice(2)
  if (part === 'lists' || part === 'mail' || part === 'sweep')
    return handOver(node24(), [`apps/server/src/testing/${part}-bench.ts`, ...options])
  await step('Building', buildAll)
  await handOver(node24(), ['packages/bench/src/main.ts', ...process.argv.slice(2)])
})
