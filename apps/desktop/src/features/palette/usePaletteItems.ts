import type { ListedRequest, Task } from '@care/contract'
import { shownName } from '@care/domain'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useActivity } from '../../shared/entities/activity.ts'
import { useCan, useMe } from '../../shared/entities/me.ts'
import { useRestedText } from '../../shared/hooks/useRestedText.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { presentCommands } from '../../shared/keyboard/commands.ts'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { presentShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { headingOfKeys, wordsOfKey } from '../../shared/keyboard/words.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { presenceWord } from '../../shared/words/presence.ts'
import { tellApart } from '../../shared/words/tell-apart.ts'
import { focusComposer } from '../../shared/workspace/open-task.ts'
import { useShown } from '../../shared/workspace/selection.ts'
import type { Item } from './item.ts'
import { openedBy, type Opened } from './memory.ts'
import { useCustomersFound, useOperators, useRepliesFound, useRequestsFound } from './sources.ts'

/** Ways to what other features show. */
export interface PaletteWays {
  onCustomer: (customerId: string) => void
  onRequest: (request: { requestId: string; customerId: string }) => void
  onNumber: (number: number) => void
  /** The requests that an operator has. */
  onOperator: (operatorId: string) => void
  onTransfer: (activityId: string, to: { operatorId: string; name: string }) => void
}

export interface PaletteItems {
  items: readonly Item[]
  isSearching: boolean
  hasFailed: boolean
  retry: () => void
}

/** Everything that can be done or opened, by what is typed: what the screen offers at once, what the server finds later. */
export function usePaletteItems(typed: string, ways: PaletteWays): PaletteItems {
  const words = useRestedText(typed.trim())
  const isOffline = useIsOffline()
  const actions = useActions()
  const requests = useRequests(typed, words, ways)
  const people = usePeople(typed, words, ways)
  const replies = useReplies(words)
  const asked = [requests, people, replies]
  return {
    items: [...requests.items, ...actions, ...people.items, ...replies.items],
    isSearching: typed.trim() !== '' && !isOffline && (words !== typed.trim() || asked.some((one) => one.isFetching)),
    hasFailed: asked.some((one) => one.isError),
    retry: () => asked.forEach((one) => one.refetch()),
  }
}

/** What keys and menus of the screen do now. Asked once: they do not change while the palette lies over them. */
function useActions(): Item[] {
  const t = useT()
  const hints = useKeyHints()
  const [present] = useState(() => ({ shortcuts: presentShortcuts(), commands: presentCommands() }))
  return [
    ...present.shortcuts.map(({ group, id, run }): Item => {
      const isGo = group.id === 'go'
      const keys = hints.text(group.keys[id]?.[0])
      const detail = isGo ? {} : { detail: headingOfKeys(t, group) }
      return {
        id: `key ${group.id}.${id}`,
        section: isGo ? 'go' : 'actions',
        label: wordsOfKey(t, group, id),
        ...detail,
        keys,
        run,
      }
    }),
    ...present.commands.map(({ id, group, label, run }): Item => ({
      id: `menu ${id}`,
      section: 'actions',
      label,
      detail: group,
      run,
    })),
  ]
}

interface Asked {
  items: Item[]
  isFetching: boolean
  isError: boolean
  refetch: () => void
}

const numberIn = (typed: string): number | null => {
  const match = /^(?:\p{L}{1,4}-?|#)?\s*(\d{1,9})$/u.exec(typed.trim())
  return match ? Number(match[1]) : null
}

/** By number whoever has it; by words own ones, those opened last, and what the server finds. */
function useRequests(typed: string, words: string, ways: PaletteWays): Asked {
  const t = useT()
  const myId = useMe()?.id ?? ''
  const client = useQueryClient()
  const found = useRequestsFound(words)
  const [opened] = useState(() => openedBy(myId))
  const isOffline = useIsOffline()
  const tasks = client.getQueryData<{ items: Task[] }>(['tasks'])?.items ?? []
  const listed = words === '' ? [] : (found.data?.items ?? [])
  const number = numberIn(typed)
  const line = (section: 'recent' | 'requests', one: Opened, isFound = false): Item => ({
    id: `request ${one.requestId}`,
    section,
    label: t('palette.request', { number: String(one.number), title: one.title }),
    detail: one.name || t('common.unknownCustomer'),
    isVip: one.isVip === true,
    isFound,
    run: () => ways.onRequest(one),
  })
  const byNumber = (wanted: number): Item => ({
    id: 'number',
    section: 'requests',
    label: t('palette.openNumber', { number: String(wanted) }),
    isFound: true,
    run: () => ways.onNumber(wanted),
  })
  const all = [
    ...opened.map((one) => line('recent', one)),
    ...(number === null || isOffline ? [] : [byNumber(number)]),
    ...(typed.trim() === '' ? [] : tasks.map((task) => line('requests', ofTask(task)))),
    ...listed.map((request) => line('requests', ofListed(request), true)),
  ]
  return {
    // One that is known in several ways is there once.
    items: [...new Map(all.toReversed().map((item) => [item.id, item])).values()].toReversed(),
    isFetching: found.isFetching,
    isError: found.isError,
    refetch: () => void found.refetch(),
  }
}

const ofTask = ({ requestId, requestNumber: number, requestTitle: title, customer }: Task): Opened => ({
  requestId,
  customerId: customer.id,
  number,
  title,
  name: customer.name,
  isVip: customer.isVip,
})
const ofListed = ({ id: requestId, number, title, customer }: ListedRequest): Opened => ({
  requestId,
  customerId: customer.id,
  number,
  title,
  name: customer.name,
  isVip: customer.isVip,
})

function usePeople(typed: string, words: string, ways: PaletteWays): Asked {
  const t = useT()
  const customers = useCustomersFound(words)
  const operators = useOperators()
  const maySeeWork = useCan('requests.view')
  const activity = useActivity(useShown().activityId).data
  const isTyped = typed.trim() !== ''
  const mark = tellApart(operators.data ?? [])
  const colleagues = (isTyped ? (operators.data ?? []) : []).filter(({ isActive }) => isActive)
  return {
    items: [
      ...(words === '' ? [] : (customers.data?.items ?? [])).map((customer): Item => ({
        id: `customer ${customer.id}`,
        section: 'customers',
        label: shownName(customer, t('common.unknownCustomer')),
        detail: [customer.email, customer.phone, customer.company?.name].filter(Boolean).join(' · '),
        isVip: customer.isVip,
        isFound: true,
        run: () => ways.onCustomer(customer.id),
      })),
      ...colleagues.flatMap((operator): Item[] => {
        const { id, name, presence, awayReason, isDoNotDisturb } = operator
        const detail = [presenceWord(t, presence, awayReason, isDoNotDisturb), mark(operator)]
          .filter(Boolean)
          .join(' · ')
        const canHave = activity?.abilities.transfer && activity.operator?.id !== id && operator.role !== 'dispatcher'
        const transfer: Item = {
          id: `transfer ${id}`,
          section: 'operators',
          label: t('palette.transferTo', { name }),
          detail,
          run: () => activity && ways.onTransfer(activity.id, { operatorId: id, name }),
        }
        const see: Item = {
          id: `operator ${id}`,
          section: 'operators',
          label: t('palette.requestsOf', { name }),
          detail,
          run: () => ways.onOperator(id),
        }
        return [...(canHave ? [transfer] : []), ...(maySeeWork ? [see] : [])]
      }),
    ],
    isFetching: customers.isFetching || operators.isFetching,
    isError: customers.isError || operators.isError,
    refetch: () => {
      if (customers.isError) void customers.refetch()
      if (operators.isError) void operators.refetch()
    },
  }
}

/** Only where one may reply: they go into the composer, which shows what they say. */
function useReplies(words: string): Asked {
  const activity = useActivity(useShown().activityId).data
  const found = useRepliesFound(words, activity?.abilities.reply ?? false)
  return {
    ...found,
    items: found.items.map((reply): Item => {
      return {
        id: `reply ${reply.id}`,
        section: 'replies',
        label: reply.title,
        detail: `/${reply.shortcut}`,
        isFound: true,
        run: () => focusComposer('reply', { quickReplies: reply.shortcut }),
      }
    }),
  }
}
