// `npm run format [paths]`: rewrites the files in the project's style; `-- --check` only looks.
import { install } from './lib/install.mjs'
import { node24, tool } from './lib/node24.mjs'
import { main, step } from './lib/print.mjs'
import { handOver } from './lib/run.mjs'

await main(async () => {
  await step('Installing', install)
  await handOver(node24(), [tool('oxfmt'), ...process.argv.slice(2)])
})
