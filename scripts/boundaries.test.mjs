// Proof that a wrong import fails the check: each fixture says in its first line which rule it breaks.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFiles, placeOf, rules } from './lib/boundaries.mjs'
import { filesBelow } from './lib/fingerprint.mjs'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

const folder = join(root, 'scripts/boundaries-fixtures')
const fixtures = filesBelow('scripts/boundaries-fixtures').map((file) => {
  const breaks = /^\/\/ breaks (\S+)/.exec(readFileSync(file, 'utf8'))?.[1]
  return { file, name: relative(folder, file), breaks }
})

describe('wrong imports', () => {
  it.each(fixtures.filter(({ breaks }) => breaks))('$name breaks $breaks', ({ file, name, breaks }) => {
    const found = checkFiles(folder, [file])
    const sentence = rules.find(({ id }) => id === breaks).says(placeOf(name))
    expect(found.map(({ rule, says }) => ({ rule, says }))).toEqual([{ rule: breaks, says: sentence }])
  })

  it.each(fixtures.filter(({ breaks }) => !breaks))('$name is fine', ({ file }) => {
    expect(checkFiles(folder, [file])).toEqual([])
  })

  it('every rule has a fixture that breaks it', () => {
    expect(rules.map(({ id }) => id).filter((id) => !fixtures.some(({ breaks }) => breaks === id))).toEqual([])
  })

  it('ends the lint step with an error that names file, line and rule', async () => {
    const { code, output } = await run(process.execPath, [
      'scripts/check-boundaries.mjs',
      'scripts/boundaries-fixtures',
    ])
    expect(code).toBe(1)
    expect(output).toContain(
      "apps/desktop/src/features/tasks/knows-comments.ts:2 imports '../comments/api.ts': a feature never imports another feature",
    )
  })
})
