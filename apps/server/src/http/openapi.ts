import {
  type Access,
  apiGroups,
  commonErrors,
  deskEvents,
  type Endpoint,
  type ErrorCode,
  errorCodes,
  errorEnvelope,
  widgetEvents,
} from '@care/contract'
import { permissions } from '@care/domain'
import { z } from 'zod'

type Json = Record<string, unknown>

const groupTitles: Record<keyof typeof apiGroups, string> = {
  auth: 'Sign-in and sessions',
  tasks: 'Tasks',
  presence: 'Presence',
  notifications: 'Notifications',
  liveQueues: 'Live queues and figures',
  activities: 'Activities, messages, comments, files',
  calls: 'Calls in the browser',
  phone: 'Phone systems',
  recordings: 'Recording of calls',
  drafts: 'Drafts',
  mails: 'Mails: the outbox',
  callbacks: 'Call backs',
  customers: 'Customers',
  companies: 'Companies',
  customerFields: 'Own fields of customers',
  customerMerges: 'Customers: hints and merges',
  ties: 'Ties between requests',
  lists: 'Lists of requests',
  requests: 'Requests',
  followUps: 'To-dos and deals',
  requestTypes: 'Request types',
  groups: 'Groups of operators',
  locations: 'Locations',
  channels: 'Channels',
  views: 'Views',
  bulk: 'Bulk actions',
  macros: 'Macros',
  quickReplies: 'Quick replies',
  blockedSenders: 'Blocked senders',
  calendars: 'Opening hours',
  settings: 'Settings',
  audit: 'Audit',
  siteKeys: 'Identity keys of sites',
  widget: 'Chat widget (visitors)',
  widgetCalls: 'Calls from the widget (visitors)',
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json
  return json
}

/** Who may call, in a sentence. */
export function accessText(access: Access): string {
  if (access === 'public') return 'Anybody.'
  if (access === 'visitor') return 'A visitor of the widget, by `authorization: Visitor <token>`.'
  if (access === 'signedIn') return 'Any signed-in operator, by the session cookie.'
  return `Operators with the permission \`${access}\` (${permissions[access]}).`
}

/** Codes that this endpoint may answer, each with what its caller should do. */
export function errorsOf(endpoint: Endpoint): ErrorCode[] {
  const byAccess: ErrorCode[] =
    endpoint.access === 'public'
      ? []
      : endpoint.access === 'visitor'
        ? ['VISITOR_UNKNOWN', 'FOREIGN_ORIGIN']
        : ['NOT_SIGNED_IN', 'FORBIDDEN']
  const byVersion: ErrorCode[] = endpoint.needsVersion ? ['VERSION_MISSING'] : []
  const forWrites =
    endpoint.method === 'GET'
      ? commonErrors.filter((code) => code !== 'BAD_JSON' && code !== 'TOO_LARGE')
      : commonErrors
  return [...new Set([...endpoint.errors, ...byAccess, ...byVersion, ...forWrites])]
}

function parametersOf(endpoint: Endpoint): Json[] {
  const place = (where: 'path' | 'query', schema: z.ZodType): Json[] => {
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Record<string, Json>
      required?: string[]
    }
    return Object.entries(properties).map(([name, json]) => ({
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      schema: json,
    }))
  }
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  })
  return [
    ...place('path', endpoint.params),
    ...place('query', endpoint.query),
    ...(endpoint.needsVersion ? [header('If-Match', true, 'The version that the caller saw.')] : []),
    ...(endpoint.method === 'GET' || endpoint.access === 'public'
      ? []
      : [
          header(
            'Idempotency-Key',
            false,
            'At most 100 characters. The same key again gives the first answer and changes nothing.',
          ),
        ]),
  ]
}

function responsesOf(endpoint: Endpoint): Json {
  const content =
    endpoint.raw === 'download'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } }
  const byStatus = Map.groupBy(errorsOf(endpoint), (code) => errorCodes[code].status)
  const refusals = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `${code}: ${errorCodes[code].todo}`).join(' '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  ])
  return Object.fromEntries([['200', { description: 'Done.', content }], ...refusals])
}

function bodyOf(endpoint: Endpoint): Json {
  if (endpoint.method === 'GET') return {}
  if (endpoint.raw === 'upload')
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
    }
  const schema = schemaOf(endpoint.body, 'input')
  const isEmpty =
    schema['type'] === 'object' && Object.keys((schema['properties'] as Json | undefined) ?? {}).length === 0
  return isEmpty ? {} : { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

const securityOf = (access: Access): Json[] =>
  access === 'public' ? [] : access === 'visitor' ? [{ visitor: [] }] : [{ session: [] }]

/** The API in OpenAPI 3.1, made from the same definitions that the server parses by. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [group, endpoints] of Object.entries(apiGroups) as [keyof typeof apiGroups, Record<string, Endpoint>][])
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
      const socket = endpoint.overSocket
        ? ' May also be called through the open socket: `emit("call", { endpoint, params, body })`.'
        : ''
      paths[path] = {
        ...paths[path],
        [endpoint.method.toLowerCase()]: {
          operationId: name,
          tags: [groupTitles[group]],
          summary: endpoint.summary,
          description: `Who may call: ${accessText(endpoint.access)}${socket}`,
          security: securityOf(endpoint.access),
          parameters: parametersOf(endpoint),
          ...bodyOf(endpoint),
          responses: responsesOf(endpoint),
        },
      }
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Care Desktop',
      version,
      description: 'Instants are epoch milliseconds. Every refusal is one envelope; its code says what to do.',
    },
    tags: Object.values(groupTitles).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Error: schemaOf(errorEnvelope, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'care_session' },
        visitor: { type: 'http', scheme: 'Visitor' },
      },
    },
    'x-realtime': { desk: eventsOf(deskEvents), widget: eventsOf(widgetEvents) },
  }
}

const eventsOf = (events: Record<string, z.ZodType>): Json =>
  Object.fromEntries(Object.entries(events).map(([name, schema]) => [name, schemaOf(schema, 'output')]))
