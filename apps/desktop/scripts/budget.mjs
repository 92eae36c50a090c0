// Measures the build: what a first load fetches, and each part that is loaded later. Exits 1 when over a limit.
// Counted: index.html, its scripts, preloads and stylesheets, and the largest language. Fonts are not.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { enScreens } from '../../../packages/i18n/src/desktop/en-screens.ts'

const limits = { firstLoadKiB: 250, requests: 8, laterKiB: 60 }
const dist = join(import.meta.dirname, '..', 'dist')
const languages = ['en', 'ru', 'pl', 'bg']
const kib = (bytes) => bytes / 1024
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length

const html = readFileSync(join(dist, 'index.html'), 'utf8')
const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file)
const first = ['index.html', ...new Set(named)]
const assets = readdirSync(join(dist, 'assets')).map((file) => `assets/${file}`)
const catalogues = assets.filter((file) =>
  languages.some((language) => file.startsWith(`assets/${language}-desk-`) && file.endsWith('.js')),
)
const later = assets.filter((file) => /\.(js|css)$/.test(file) && !first.includes(file) && !catalogues.includes(file))

const largestLanguage = catalogues.toSorted((a, b) => gzipped(b) - gzipped(a))[0]
if (!largestLanguage) throw new Error('no language among the built files; has the build changed its names?')
const fetched = [...first, largestLanguage]
const total = fetched.reduce((sum, file) => sum + gzipped(file), 0)

const problems = []
if (kib(total) > limits.firstLoadKiB) problems.push(`first load is over ${limits.firstLoadKiB} KiB`)
if (fetched.length > limits.requests) problems.push(`first load takes more than ${limits.requests} requests`)
for (const file of later)
  if (kib(gzipped(file)) > limits.laterKiB) problems.push(`${file} is over ${limits.laterKiB} KiB`)

// Words of screens are not there yet at the first load; the desk would show their names.
const keysOf = (words, prefix = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' || 'other' in value ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )
const scripts = first.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(dist, file), 'utf8'))
const literals = new Set(scripts.join('\n').match(/(?<=["'`])[\w-]+(?:\.[\w-]+)+\.?(?=["'`]|\$\{)/g))
for (const key of keysOf(enScreens))
  if (literals.has(key) || literals.has(key.replace(/[^.]+$/, '')))
    problems.push(`the first load uses the word "${key}" of en-screens.ts: move it to en-desk.ts`)

const row = (file) => `  ${kib(gzipped(file)).toFixed(1).padStart(7)} KiB  ${file}`
process.stdout.write(
  [
    `First load: ${kib(total).toFixed(1)} of ${limits.firstLoadKiB} KiB gzip in ${fetched.length} of ${limits.requests} requests`,
    ...fetched.map(row),
    `Later, each at most ${limits.laterKiB} KiB:`,
    ...later.map(row),
    ...problems.map((problem) => `OVER BUDGET: ${problem}`),
    '',
  ].join('\n'),
)
if (problems.length > 0) process.exitCode = 1
