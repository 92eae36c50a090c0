import { relative } from 'node:path'
import { root } from './paths.mjs'
import { green, red, say } from './print.mjs'
import { tail } from './run.mjs'

const describe = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/** One line when a part ends; the end of its output when it failed. */
export function sayPart(result) {
  const mark = result.failed ? red('✗') : green('✓')
  say(`${mark} ${result.name.padEnd(22)} ${describe(result)} in ${result.seconds.toFixed(1)} s`)
  if (!result.failed) return
  say(tail(result.output, 80).replaceAll(/^/gm, '    '))
  say(`    whole output: ${relative(root, result.log)}`)
}

/** The table over all parts and, as the very last line, the sum. Returns whether everything passed. */
export function saySummary(results) {
  say(
    `\n${'part'.padEnd(24)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(10)}`,
  )
  for (const { name, passed, failed, skipped, seconds } of results)
    say(
      `${name.padEnd(24)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}${seconds.toFixed(1).padStart(10)}`,
    )
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  say(`\n${describe(total)}`)
  return total.failed === 0
}
