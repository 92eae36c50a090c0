import type { Permission } from '@care/domain'
import {
  Bell,
  BookText,
  Cable,
  CalendarClock,
  ChartNoAxesColumn,
  Gauge,
  Globe,
  Handshake,
  History,
  Inbox,
  List,
  ListPlus,
  ListTodo,
  MapPin,
  Route,
  ShieldBan,
  UserCog,
  Users,
  UsersRound,
  Workflow,
} from 'lucide-react'
import { useLocation } from 'wouter'
import { useSelection } from '../shared/workspace/selection.ts'

/** Screens beside the desk: address, the key after `g`, icon and word in the rail; one line each. A phone’s bar has no room for `inMenu`: they are in the settings menu there. */
export const pages = [
  { id: 'requests', path: '/requests', key: 'r', icon: List, word: 'shell.allRequests', shortWord: 'shell.requests' },
  { id: 'customers', path: '/customers', key: 'c', icon: Users, word: 'shell.customers', inMenu: true },
  { id: 'liveQueues', path: '/live-queues', key: 'q', icon: Gauge, word: 'shell.liveQueues', inMenu: true },
  { id: 'todos', path: '/todos', key: 't', icon: ListTodo, word: 'shell.todos', inMenu: true },
  { id: 'deals', path: '/deals', key: 'e', icon: Handshake, word: 'shell.deals', inMenu: true },
  { id: 'quickReplies', path: '/quick-replies', key: 'k', icon: BookText, word: 'shell.quickReplies', inMenu: true },
] as const

/** Screens of the settings menu, for those who may (null: everybody); one line each. */
export const settingsPages = [
  { id: 'notifications', path: '/settings/notifications', permission: null, icon: Bell, word: 'shell.notifications' },
  {
    id: 'numbers',
    path: '/numbers',
    permission: 'requests.view' satisfies Permission,
    icon: ChartNoAxesColumn,
    word: 'shell.myNumbers',
  },
  {
    id: 'macros',
    path: '/settings/macros',
    permission: 'requests.edit' satisfies Permission,
    icon: Workflow,
    word: 'shell.macros',
  },
  {
    id: 'customerFields',
    path: '/settings/customer-fields',
    permission: 'settings.customerFields' satisfies Permission,
    icon: ListPlus,
    word: 'shell.customerFields',
  },
  {
    id: 'requestTypes',
    path: '/settings/request-types',
    permission: 'settings.requestTypes' satisfies Permission,
    icon: Route,
    word: 'shell.requestTypes',
  },
  {
    id: 'locations',
    path: '/settings/locations',
    permission: 'settings.locations' satisfies Permission,
    icon: MapPin,
    word: 'shell.locations',
  },
  {
    id: 'channels',
    path: '/settings/channels',
    permission: 'settings.channels' satisfies Permission,
    icon: Cable,
    word: 'shell.channels',
  },
  {
    id: 'sites',
    path: '/settings/sites',
    permission: 'settings.sites' satisfies Permission,
    icon: Globe,
    word: 'shell.sites',
  },
  {
    id: 'queues',
    path: '/settings/queues',
    permission: 'settings.queues' satisfies Permission,
    icon: Inbox,
    word: 'shell.queues',
  },
  {
    id: 'groups',
    path: '/settings/groups',
    permission: 'settings.groups' satisfies Permission,
    icon: UsersRound,
    word: 'shell.groups',
  },
  {
    id: 'operators',
    path: '/settings/operators',
    permission: 'settings.operators' satisfies Permission,
    icon: UserCog,
    word: 'shell.operators',
  },
  {
    id: 'openingHours',
    path: '/settings/opening-hours',
    permission: 'settings.queues' satisfies Permission,
    icon: CalendarClock,
    word: 'shell.openingHours',
  },
  {
    id: 'blockedSenders',
    path: '/settings/blocked-senders',
    permission: 'senders.block' satisfies Permission,
    icon: ShieldBan,
    word: 'shell.blockedSenders',
  },
  {
    id: 'audit',
    path: '/settings/audit',
    permission: 'audit.view' satisfies Permission,
    icon: History,
    word: 'shell.audit',
  },
] as const

/** Screens that are reached from others. */
const otherPages = [{ id: 'wallboard', path: '/wallboard' }] as const

export type PageId = (typeof pages | typeof settingsPages | typeof otherPages)[number]['id']

const workPages = ['channels', 'sites', 'queues', 'groups', 'operators', 'audit'] as const
/** Screens whose code comes together, with WorkSettings. */
export type WorkPage = (typeof workPages)[number]
export const isWorkPage = (page: PageId | null): page is WorkPage => workPages.some((one) => one === page)

/** The screen whose address is open; null on the desk. */
export function usePage(): PageId | null {
  const [address] = useLocation()
  const all = [...pages, ...settingsPages, ...otherPages]
  return all.find(({ path }) => address === path || address.startsWith(`${path}/`))?.id ?? null
}

/** The way back to the desk, with the task that was open there. */
export function useDeskAddress(): string {
  const activityId = useSelection((selection) => selection.activityId)
  return activityId === null ? '/' : `/a/${encodeURIComponent(activityId)}`
}
