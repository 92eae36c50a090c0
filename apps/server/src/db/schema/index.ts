import type { Kit } from '../dialect/column-kit.ts'
import { defineActivities } from './activities.ts'
import { defineAudit } from './audit.ts'
import { defineBlockedSenders } from './blocked-senders.ts'
import { defineBulk } from './bulk.ts'
import { defineCalls } from './calls.ts'
import { defineCallbacks } from './callbacks.ts'
import { defineChannels } from './channels.ts'
import { defineCustomers } from './customers.ts'
import { defineFollowUps } from './follow-ups.ts'
import { defineFigures } from './figures.ts'
import { defineDrafts } from './drafts.ts'
import { defineKernel } from './kernel.ts'
import { defineMacros } from './macros.ts'
import { defineMails } from './mails.ts'
import { defineNotifications } from './notifications.ts'
import { defineLists } from './lists.ts'
import { definePeople } from './people.ts'
import { definePhone } from './phone.ts'
import { defineQuickReplies } from './quick-replies.ts'
import { defineRecordings } from './recordings.ts'
import { defineRequests } from './requests.ts'
import { defineSearch } from './search.ts'
import { defineTies } from './ties.ts'
import { defineViews } from './views.ts'
import { defineWorkspace } from './workspace.ts'

/** All tables in the words of one dialect. */
export const defineSchema = (kit: Kit) => ({
  ...defineWorkspace(kit),
  ...definePeople(kit),
  ...defineCustomers(kit),
  ...defineRequests(kit),
  ...defineTies(kit),
  ...defineActivities(kit),
  ...defineCalls(kit),
  ...defineRecordings(kit),
  ...defineDrafts(kit),
  ...defineMails(kit),
  ...defineCallbacks(kit),
  ...defineChannels(kit),
  ...definePhone(kit),
  ...defineLists(kit),
  ...defineSearch(kit),
  ...defineViews(kit),
  ...defineBulk(kit),
  ...defineMacros(kit),
  ...defineQuickReplies(kit),
  ...defineFollowUps(kit),
  ...defineBlockedSenders(kit),
  ...defineNotifications(kit),
  ...defineFigures(kit),
  ...defineAudit(kit),
  ...defineKernel(kit),
})
export type Tables = ReturnType<typeof defineSchema>
