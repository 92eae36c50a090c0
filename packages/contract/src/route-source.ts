import { apiGroups } from './api/index.ts'
import type { Endpoint } from './endpoint.ts'

const lineOf = (name: string, endpoint: Endpoint): string => {
  const flags = [
    ...(endpoint.raw ? [`raw: '${endpoint.raw}'`] : []),
    ...(endpoint.overSocket ? ['overSocket: true'] : []),
  ]
  return `  ${name}: { method: '${endpoint.method}', path: '${endpoint.path}'${flags.length ? `, ${flags.join(', ')}` : ''} },`
}

const tableOf = (name: string, doc: string, groups: Record<string, Record<string, Endpoint>>): string => {
  const lines = Object.values(groups).flatMap((group) =>
    Object.entries(group).map(([key, value]) => lineOf(key, value)),
  )
  return `/** ${doc} */\nexport const ${name} = {\n${lines.join('\n')}\n} as const satisfies RouteTable\n`
}

/**
 * Text of `routes.ts`: method and path of every endpoint without its schemas, because a browser needs no zod to
 * call. `pnpm --filter @care/contract routes` writes it, a test says when it is stale.
 */
export function routeSource(): string {
  const { widget, widgetCalls, ...desk } = apiGroups
  return [
    '// Made from the endpoints by `pnpm --filter @care/contract routes`. Do not edit.\n',
    "export interface Route {\n  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'\n  path: string\n  raw?: 'upload' | 'download'\n  overSocket?: boolean\n}\nexport type RouteTable = Record<string, Route>\n",
    tableOf('deskRoutes', 'Endpoints of an operator’s session.', desk),
    tableOf('widgetRoutes', 'Endpoints of a visitor of the widget.', { widget, widgetCalls }),
  ].join('\n')
}
