import { defineSchema } from '../schema/index.ts'
import { postgresKit } from './postgres.ts'

/** For drizzle-kit, which wants every table as an export. */
export const {
  settings,
  counters,
  queues,
  queueMembers,
  sites,
  operators,
  sessions,
  setupTokens,
  rateLimits,
  presence,
  connections,
  processes,
  companies,
  customers,
  customerWords,
  visitors,
  requestTypes,
  requests,
  ratings,
  activities,
  offers,
  activityTags,
  messages,
  comments,
  files,
  events,
  jobs,
  idempotency,
} = defineSchema(postgresKit)
