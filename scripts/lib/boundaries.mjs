// Which part of the house may import which. The map is docs/ARCHITECTURE.md; this file is what enforces it.
import { readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'

const packageFolders = {
  '@care/domain': 'packages/domain',
  '@care/contract': 'packages/contract',
  '@care/client': 'packages/client',
  '@care/i18n': 'packages/i18n',
  '@care/testkit': 'packages/testkit',
  '@care/bench': 'packages/bench',
  '@care/server': 'apps/server',
  '@care/desktop': 'apps/desktop',
  '@care/widget': 'apps/widget',
  '@care/portal': 'apps/portal',
  '@care/e2e': 'e2e',
}

/** What each package may import: workspace packages and packages from the registry (`*` = any it declares). */
const packageRules = {
  domain: { care: [], npm: [], says: 'domain imports nothing: rules are pure and run everywhere' },
  contract: { care: ['domain'], npm: ['zod'], says: 'contract imports only domain and zod' },
  client: {
    care: ['contract'],
    npm: ['socket.io-client', 'jssip'],
    says: 'client imports only contract, socket.io-client and jssip',
  },
  i18n: { care: [], npm: [], says: 'i18n imports nothing' },
  testkit: { care: ['contract', 'domain'], npm: [], says: 'testkit imports only contract and domain' },
  bench: { care: ['client', 'contract'], npm: '*', says: 'bench reaches the product only through client and contract' },
  server: { care: ['domain', 'contract'], npm: '*', says: 'the server imports only domain and contract' },
  desktop: {
    care: ['client', 'contract', 'domain', 'i18n'],
    npm: '*',
    says: 'desktop imports only client, contract, domain and i18n',
  },
  portal: {
    care: ['client', 'contract', 'domain', 'i18n'],
    npm: '*',
    says: 'portal imports only client, contract, domain and i18n',
  },
  widget: {
    care: ['client', 'contract', 'i18n'],
    npm: ['preact', 'socket.io-client'],
    says: 'widget imports only client, contract, i18n, preact and socket.io-client: it must stay small',
  },
  e2e: {
    care: ['client', 'contract', 'i18n'],
    npm: '*',
    says: 'e2e imports only client, contract and i18n: it uses the product from outside',
  },
}
const testHelpers = ['testkit', 'client', 'domain', 'contract']
const uis = ['domain', 'contract', 'client', 'i18n', 'desktop', 'widget', 'portal']
const nodeUsers = ['server', 'bench', 'e2e']
const drivers = /^(better-sqlite3|pg|drizzle-orm\/(sqlite-core|pg-core|better-sqlite3|node-postgres)(\/.*)?)$/

/** Server layers and what each may reach inside the server; `modules` are the lists beside the module folders. */
const doors = ['http', 'realtime', 'sweeps', 'channels']
const inner = ['kernel', 'db', 'config']
const serverMay = {
  kernel: inner,
  db: inner,
  config: inner,
  module: [...inner, 'module', 'modules'],
  modules: [...inner, 'module', 'modules'],
  ...Object.fromEntries(doors.map((door) => [door, [...inner, 'module', 'modules', ...doors]])),
}
const below = (layer) => serverMay[layer].filter((name) => name !== layer && name !== 'modules').join(', ')

/** `from` and `to` are places (see `placeOf`); a rule speaks when it applies and is broken. */
export const rules = [
  {
    id: 'no-ui-imports-server',
    says: () => 'nothing that runs in a browser imports the server',
    broken: (from, to) => uis.includes(from.pkg) && to.pkg === 'server',
  },
  {
    id: 'by-package-name',
    says: () => 'another package is imported by its name, never by a path into it',
    broken: (from, to, spec) =>
      Boolean(to.pkg) && from.pkg !== to.pkg && (spec.startsWith('.') || spec.includes('/src/')),
  },
  {
    id: 'packages',
    says: (from) => packageRules[from.pkg].says,
    broken: (from, to) =>
      Boolean(to.pkg) &&
      to.pkg !== from.pkg &&
      !packageRules[from.pkg].care.includes(to.pkg) &&
      !(from.isTest && testHelpers.includes(to.pkg)),
  },
  {
    id: 'registry-packages',
    says: (from) => packageRules[from.pkg].says,
    broken: (from, to) =>
      Boolean(to.npm) &&
      !from.isTest &&
      packageRules[from.pkg].npm !== '*' &&
      !packageRules[from.pkg].npm.includes(to.name),
  },
  {
    id: 'no-node-in-browsers',
    says: () => 'what runs in a browser does not import node: modules',
    broken: (from, to) => Boolean(to.node) && !from.isTest && !nodeUsers.includes(from.pkg),
  },
  {
    id: 'drivers-only-in-db',
    says: () => 'only apps/server/src/db knows a database driver or dialect',
    broken: (from, to) =>
      from.pkg === 'server' && drivers.test(to.npm ?? '') && !['db', 'testing'].includes(from.layer) && !from.isTest,
  },
  {
    id: 'drizzle-by-one-file',
    says: () => 'the words of queries come from db/drizzle.ts: each file that names the library makes the start slower',
    broken: (from, to) => from.pkg === 'server' && to.npm === 'drizzle-orm' && from.layer !== 'db',
  },
  {
    id: 'server-layers',
    says: (from) =>
      `${from.layer === 'module' ? 'a module' : from.layer} imports only ${below(from.layer)} of the server`,
    broken: (from, to) =>
      inOneServer(from, to) && from.layer in serverMay && !from.isTest && !serverMay[from.layer].includes(to.layer),
  },
  {
    id: 'module-by-index',
    says: () => 'a module is imported only through its index.ts',
    broken: (from, to) =>
      inOneServer(from, to) &&
      !from.isTest &&
      from.layer !== 'testing' &&
      to.layer === 'module' &&
      to.part !== from.part &&
      to.rest !== 'index.ts' &&
      !(from.layer === 'modules' && to.rest === 'events.ts'),
  },
  {
    id: 'no-testing-in-production',
    says: () => 'only tests import apps/server/src/testing',
    broken: (from, to) => inOneServer(from, to) && to.layer === 'testing' && from.layer !== 'testing' && !from.isTest,
  },
  {
    id: 'desktop-upward',
    says: (from) =>
      `desktop layers go up only, shared → media → features → app: ${from.layer} does not import what is above it`,
    broken: (from, to) => from.pkg === 'desktop' && to.pkg === 'desktop' && !from.isTest && height(to) > height(from),
  },
  {
    id: 'feature-alone',
    says: () => 'a feature never imports another feature: compose them in app',
    broken: (from, to) =>
      from.pkg === 'desktop' &&
      to.pkg === 'desktop' &&
      from.layer === 'features' &&
      to.layer === 'features' &&
      from.part !== to.part,
  },
]

const inOneServer = (from, to) => from.pkg === 'server' && to.pkg === 'server'
const height = (place) => ['shared', 'media', 'features', 'app'].indexOf(place.layer)

/** Names the place of a file (path from the root, with slashes): package, layer, part of the layer, rest. */
export function placeOf(path) {
  const found = Object.entries(packageFolders).find(([, folder]) => path === folder || path.startsWith(`${folder}/`))
  if (!found) return {}
  const [name, folder] = found
  const isTest =
    /\.(test|spec)\.tsx?$|\/testing\//.test(path) || (folder !== 'e2e' && !path.startsWith(`${folder}/src/`))
  const [layer = '', part = '', ...rest] = path
    .slice(folder.length + 1)
    .replace(/^src\//, '')
    .split('/')
  const place = { pkg: name.slice(6), isTest, layer, part, rest: rest.join('/') }
  if (place.pkg === 'server') {
    if (layer === 'modules') return { ...place, layer: place.rest ? 'module' : 'modules' }
    if (!part) return { ...place, layer: layer === 'config.ts' ? 'config' : 'root' }
  }
  if (place.pkg === 'desktop' && !part) return { ...place, layer: 'app' }
  return place
}

const importForms = [
  /^\s*(?:import\b|export\b|\})[^'"\n]*\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g,
]

/** Every module that a source text imports, with its line. The formatter keeps `from` on one line with its end. */
export const importsOf = (text) =>
  importForms.flatMap((form) =>
    [...text.matchAll(form)].map((match) => ({
      spec: match[1],
      line: text.slice(0, match.index + match[0].length).split('\n').length,
    })),
  )

function targetOf(file, spec) {
  if (spec.startsWith('.')) return placeOf(posix.normalize(posix.join(dirname(file).split(sep).join('/'), spec)))
  if (spec.startsWith('node:')) return { node: true }
  const name = spec
    .split('/')
    .slice(0, spec.startsWith('@') ? 2 : 1)
    .join('/')
  return packageFolders[name] ? placeOf(`${packageFolders[name]}/src/index.ts`) : { npm: spec, name }
}

/** All wrong imports of the files below `root`: `{file, line, spec, rule, says}`. */
export function checkFiles(root, files) {
  return files.flatMap((absolute) => {
    const file = relative(root, absolute).split(sep).join('/')
    const from = placeOf(file)
    if (!from.pkg) return []
    return importsOf(readFileSync(join(root, file), 'utf8')).flatMap(({ spec, line }) => {
      const to = targetOf(file, spec)
      const rule = rules.find((candidate) => candidate.broken(from, to, spec))
      return rule ? [{ file, line, spec, rule: rule.id, says: rule.says(from) }] : []
    })
  })
}
