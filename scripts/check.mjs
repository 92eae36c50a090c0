// `npm run check`: the inner loop, under a minute. Types, format, lint with boundaries, and the tests of all packages.
import { install } from './lib/install.mjs'
import { boundaries, format, lint, runPart, types, vitest } from './lib/parts.mjs'
import { main, step } from './lib/print.mjs'
import { sayPart, saySummary } from './lib/report.mjs'

await main(async () => {
  await step('Installing', install)
  const results = []
  for (const part of [types, format, lint, boundaries, vitest('unit', ['unit'])]) {
    const result = await runPart(part)
    sayPart(result)
    results.push(result)
  }
  if (!saySummary(results)) process.exitCode = 1
})
