// `node scripts/media.mjs [playwright arguments]`: the tests with sound alone, in their own network, said as they run.
import { join } from 'node:path'
import { ensureBrowsers } from './lib/browsers.mjs'
import { ensureMedia, inNamespace } from './lib/media.mjs'
import { node24, tool } from './lib/node24.mjs'
import { root } from './lib/paths.mjs'
import { main } from './lib/print.mjs'
import { handOver } from './lib/run.mjs'

await main(async () => {
  Object.assign(process.env, await ensureMedia(), await ensureBrowsers())
  const from = join(root, 'e2e')
  const cli = tool('@playwright/test', { from, program: 'playwright' })
  await handOver(...inNamespace(node24(), [cli, 'test', '-c', from, '--project=media', ...process.argv.slice(2)]))
})
