import { apiGroups, deskEvents, type Endpoint, errorCodes, widgetEvents } from '@care/contract'
import { z } from 'zod'
import { accessText, errorsOf } from './openapi.ts'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** `words` between backticks become code. */
const inline = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')

interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  anyOf?: Shape[]
  enum?: unknown[]
  const?: unknown
  maxLength?: number
  additionalProperties?: Shape | boolean
}

/** A type as one would write it down: `string ≤ 200 | null`. */
function typeText(shape: Shape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (shape.anyOf) return [...new Set(shape.anyOf.map(typeText))].join(' | ')
  if (shape.type === 'array') return `${typeText(shape.items ?? {})}[]`
  if (shape.properties) return 'object'
  if (shape.type === 'string' && shape.maxLength) return `string ≤ ${shape.maxLength}`
  return Array.isArray(shape.type) ? shape.type.join(' | ') : (shape.type ?? 'any')
}

function rowsOf(shape: Shape, prefix = '', depth = 0): string {
  const inner = shape.properties
    ? shape
    : shape.type === 'array'
      ? (shape.items ?? {})
      : (shape.anyOf?.find((one) => one.properties) ?? {})
  return Object.entries(inner.properties ?? {})
    .map(([name, value]) => {
      const isNeeded = inner.required?.includes(name) === true
      const path = `${prefix}${name}`
      return `<tr><td><code>${escape(path)}</code></td><td>${escape(typeText(value))}</td><td>${isNeeded ? '' : 'optional'}</td></tr>${depth < 2 ? rowsOf(value, `${path}.`, depth + 1) : ''}`
    })
    .join('')
}

function table(title: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const shape = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Shape
  const rows = rowsOf(shape)
  return rows === ''
    ? ''
    : `<h4>${title}</h4><table><thead><tr><th>Field</th><th>Type</th><th></th></tr></thead><tbody>${rows}</tbody></table>`
}

function endpointSection(name: string, endpoint: Endpoint): string {
  const notes = [
    ...(endpoint.needsVersion ? ['Send the version you saw as <code>If-Match</code>.'] : []),
    ...(endpoint.raw === 'upload' ? ['The body is the raw file.'] : []),
    ...(endpoint.raw === 'download' ? ['The answer is the raw file.'] : []),
    ...(endpoint.overSocket ? ['May also be called through the open socket.'] : []),
  ]
  const errors = errorsOf(endpoint).map(
    (code) => `<li><code>${code}</code> ${errorCodes[code].status}. ${escape(errorCodes[code].todo)}</li>`,
  )
  return `<details id="${name}"><summary><code class="method">${endpoint.method}</code> <code>${escape(endpoint.path)}</code> <span>${inline(endpoint.summary)}</span></summary>
<p><b>${name}</b>. Who may call: ${inline(accessText(endpoint.access))} ${notes.join(' ')}</p>
${table('Path', endpoint.params, 'input')}${table('Query', endpoint.query, 'input')}${endpoint.method === 'GET' || endpoint.raw === 'upload' ? '' : table('Body', endpoint.body, 'input')}${endpoint.raw === 'download' ? '' : table('Answer', endpoint.response, 'output')}
<h4>Refusals</h4><ul>${errors.join('')}</ul></details>`
}

const eventsSection = (title: string, events: Record<string, z.ZodType>): string =>
  `<section><h2>${title}</h2>${Object.entries(events)
    .map(
      ([name, schema]) =>
        `<details><summary><code>${name}</code></summary>${table('Payload', schema, 'output') || '<p>Empty.</p>'}</details>`,
    )
    .join('')}</section>`

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1.5rem;color:#17181d;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}h4{margin:1rem 0 .25rem;font-size:.9rem}a{color:#3b45c6}
details{border:1px solid #e4e4ea;border-radius:7px;margin:.4rem 0;padding:.4rem .75rem}summary{cursor:pointer}summary span{color:#51535f}
code{font:13px ui-monospace,monospace;background:#f4f4f7;padding:.1em .3em;border-radius:4px}.method{display:inline-block;min-width:3.6rem;font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.87rem}th,td{text-align:left;border-bottom:1px solid #e4e4ea;padding:.25rem .5rem;vertical-align:top;overflow-wrap:anywhere}
nav a{margin-right:1rem}@media(prefers-color-scheme:dark){body{background:#17181c;color:#ecedf1}code{background:#24252b}a{color:#a3aafa}details,th,td{border-color:#383a43}summary span{color:#b1b3be}}`

/** The API reference as one page without scripts and without anything from elsewhere, from the contract itself. */
export function docsPage(): string {
  const groups = Object.entries(apiGroups) as [string, Record<string, Endpoint>][]
  const sections = groups.map(
    ([group, endpoints]) =>
      `<section id="${group}"><h2>${group}</h2>${Object.entries(endpoints)
        .map(([name, endpoint]) => endpointSection(name, endpoint))
        .join('')}</section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Care Desktop API</title><style>${style}</style></head><body>
<main><h1>Care Desktop API</h1>
<p>JSON over HTTP; the same as <a href="/api/openapi.json">OpenAPI 3.1</a>. Instants are epoch milliseconds. Writes take an <code>Idempotency-Key</code>: the same key again gives the first answer and changes nothing. Every refusal is <code>{code, message, details, requestId}</code>.</p>
<nav aria-label="Sections">${groups.map(([group]) => `<a href="#${group}">${group}</a>`).join('')}<a href="#live">live events</a></nav>
${sections.join('\n')}
<div id="live">${eventsSection('Live events of the desk (Socket.IO namespace /desk)', deskEvents)}${eventsSection('Live events of the widget (namespace /widget)', widgetEvents)}</div></main></body></html>`
}
