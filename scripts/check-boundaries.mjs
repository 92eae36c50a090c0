// Part of the lint step: every import goes in an allowed direction. Rules and their reasons: scripts/lib/boundaries.mjs.
// An argument checks another tree that is laid out like this one.
import { join } from 'node:path'
import { checkFiles } from './lib/boundaries.mjs'
import { filesBelow } from './lib/fingerprint.mjs'
import { root } from './lib/paths.mjs'
import { say } from './lib/print.mjs'

const below = process.argv[2] ?? ''
const files = filesBelow(...['packages', 'apps', 'e2e'].map((folder) => join(below, folder))).filter((file) =>
  /\.(ts|tsx|mts)$/.test(file),
)
const wrong = checkFiles(join(root, below), files)
for (const { file, line, spec, rule, says } of wrong) say(`${file}:${line} imports '${spec}': ${says} [${rule}]`)
say(`${files.length} files, ${wrong.length} wrong imports`)
if (wrong.length > 0 || files.length === 0) process.exitCode = 1
