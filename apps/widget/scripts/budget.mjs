import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { enLater } from '../../../packages/i18n/src/widget/en-later.ts'

/** What a visitor's browser may fetch up to an open, usable chat. Bytes are gzip at level 9, as the server sends them. */
const limits = { loaderBytes: 3 * 1024, totalBytes: 35 * 1024, requests: 4, callBytes: 10 * 1024 }
/** Fetched when somebody calls; a call back and talks of before have views of their own. All have words that come later. */
const ofCalls = /^(CallView|control)-[\w-]+\.js$/
const ofLater = /^(CallbackView|EarlierView|(en|ru|pl|bg)-later)-[\w-]+\.js$/
const languages = ['en', 'ru', 'pl', 'bg']
const dist = join(import.meta.dirname, '../dist')

const sizeOf = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
const kib = (bytes) => `${(bytes / 1024).toFixed(2)} KiB`

/** Scripts and styles that the page names, and whatever they import at once. */
function firstLoad() {
  const html = readFileSync(join(dist, 'app/index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => `app/${path}`)
  const found = new Set(named)
  for (const file of found) {
    const source = readFileSync(join(dist, file), 'utf8')
    for (const [, name] of source.matchAll(/(?:^|[;\s}])import(?:[^"'();]*from)?["']\.\/([^"']+)["']/g))
      found.add(`app/assets/${name}`)
  }
  return [...found]
}

if (!existsSync(join(dist, 'widget.js')) || !existsSync(join(dist, 'app/index.html'))) {
  process.stderr.write('widget budget: build first (pnpm --filter @care/widget build)\n')
  process.exit(1)
}

const loader = sizeOf('widget.js')
const first = firstLoad()
const assets = readdirSync(join(dist, 'app/assets'))
const catalogues = languages.map((language) => {
  const file = assets.find((name) => new RegExp(`^${language}-[\\w-]+\\.js$`).test(name) && !ofLater.test(name))
  return { language, size: file ? sizeOf(`app/assets/${file}`) : Number.NaN }
})
const heaviest = catalogues.reduce((a, b) => (b.size > a.size || Number.isNaN(b.size) ? b : a))
const total = loader + first.reduce((sum, file) => sum + sizeOf(file), 0) + heaviest.size
// Loader, page, its scripts and styles, one language.
const requests = 2 + first.length + 1
const stray = assets.filter(
  (name) =>
    !first.includes(`app/assets/${name}`) &&
    !languages.some((language) => name.startsWith(`${language}-`)) &&
    !ofCalls.test(name) &&
    !ofLater.test(name),
)

/** Words that come later are not there yet at the first load; the widget would show their names. */
const keysOf = (words, prefix = '') =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' || 'other' in value ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )
const scripts = first.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(dist, file), 'utf8'))
const literals = new Set(scripts.join('\n').match(/(?<=["'`])[\w-]+(?:\.[\w-]+)+\.?(?=["'`]|\$\{)/g))
const tooEarly = keysOf(enLater).filter((key) => literals.has(key) || literals.has(key.replace(/[^.]+$/, '')))

const calls = assets.filter((name) => ofCalls.test(name)).reduce((sum, name) => sum + sizeOf(`app/assets/${name}`), 0)

const checks = [
  { name: 'loader', value: kib(loader), limit: kib(limits.loaderBytes), isKept: loader <= limits.loaderBytes },
  {
    name: `JavaScript and CSS up to the chat (${heaviest.language}, the heaviest)`,
    value: kib(total),
    limit: kib(limits.totalBytes),
    isKept: total <= limits.totalBytes,
  },
  { name: 'requests', value: requests, limit: limits.requests, isKept: requests <= limits.requests },
  {
    name: 'JavaScript of a call',
    value: kib(calls),
    limit: kib(limits.callBytes),
    isKept: calls > 0 && calls <= limits.callBytes,
  },
  {
    name: `words of later in the first load ${tooEarly}`,
    value: tooEarly.length,
    limit: 0,
    isKept: tooEarly.length === 0,
  },
  { name: 'other files that load later', value: stray.length, limit: 0, isKept: stray.length === 0 },
]
for (const { name, value, limit, isKept } of checks)
  process.stdout.write(`${isKept ? 'ok  ' : 'OVER'} widget ${name}: ${value} of ${limit}\n`)
process.exit(checks.every((check) => check.isKept) ? 0 : 1)
