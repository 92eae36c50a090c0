import type { HistoryEvent, HistoryLine, RequestDetails, RequestFieldView } from '@care/contract'
import { priorities, type Priority } from '@care/domain'
import type { CallOutcome } from '@care/domain/callbacks'
import type { DesktopT } from '@care/i18n/desktop'
import { inLanguage, sayValue } from '../../shared/fields/own-field.ts'
import type { Format } from '../../shared/i18n/useFormat.ts'
import { localName } from '../../shared/words/local-name.ts'
import { ownPrefix } from './api.ts'
import { channelSayings } from './channel-sayings.ts'

/** What is needed to say ids as names. */
export interface HistoryNames {
  operator: (id: string) => string
  queue: (id: string) => string
  group: (id: string) => string
  type: (id: string) => string
  location: (id: string) => string
  field: (id: string) => RequestFieldView | undefined
  /** A stage of any type, in words; null when no type knows it. */
  stage: (key: string) => string | null
  dealStage: (key: string) => string
}
export interface Context {
  t: DesktopT
  format: Format
  request: RequestDetails
  names: HistoryNames
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : [])
export type Facts = HistoryLine['facts']
export type Sayings = Partial<Record<HistoryEvent, (facts: Facts, context: Context) => string[]>>

const callbackSayings = {
  'callback.planned': ({ dueAt, why }, { t, format }) => {
    const time = typeof dueAt === 'number' ? format.dateTime(dueAt) : ''
    const which = why === 'moved' || why === 'again' ? why : 'planned'
    return [t(`callbacks.events.${which}`, { time })]
  },
  'callback.tried': ({ number, outcome, isGivenUp }, { t }) => [
    t('callbacks.events.tried', {
      n: Number(number),
      outcome: t(`callbacks.outcomes.${outcome as CallOutcome}`),
    }),
    ...(isGivenUp === true ? [t('callbacks.events.givenUp', { n: Number(number) })] : []),
  ],
  'callback.cancelled': ({ by }, { t }) => [
    t(by === 'customer' ? 'callbacks.events.cancelledByCustomer' : 'callbacks.events.cancelled'),
  ],
} satisfies Sayings

/** What ties requests together (row J8). */
const tieSayings = {
  'request.merged': ({ sourceNumber, targetNumber }, { t }) => [
    t('ties.events.merged', { from: text(sourceNumber), to: text(targetNumber) }),
  ],
  'request.unmerged': ({ sourceNumber, targetNumber }, { t }) => [
    t('ties.events.unmerged', { from: text(sourceNumber), to: text(targetNumber) }),
  ],
  'request.split': ({ fromNumber, toNumber }, { t }) => [
    t('ties.events.split', { from: text(fromNumber), to: text(toNumber) }),
  ],
  'request.unsplit': ({ fromNumber, toNumber }, { t }) => [
    t('ties.events.unsplit', { from: text(fromNumber), to: text(toNumber) }),
  ],
  'request.linked': ({ otherNumber }, { t }) => [t('ties.events.linked', { number: text(otherNumber) })],
  'request.unlinked': ({ otherNumber }, { t }) => [t('ties.events.unlinked', { number: text(otherNumber) })],
  'request.parentSet': ({ fromNumber, toNumber }, { t }) =>
    toNumber === null
      ? [t('ties.events.parentGone', { number: text(fromNumber) })]
      : [t('ties.events.parentSet', { number: text(toNumber) })],
  'request.partAdded': ({ partNumber }, { t }) => [t('ties.events.partAdded', { number: text(partNumber) })],
  'request.partRemoved': ({ partNumber }, { t }) => [t('ties.events.partRemoved', { number: text(partNumber) })],
} satisfies Sayings

/** One line of the history in words, one text per change; from and to where the fact has them (row J4). */
export function historyTexts({ type, facts }: HistoryLine, context: Context): string[] {
  const say = (sayings as Sayings)[type as HistoryEvent]
  return say ? say(facts, context) : [context.t('history.events.other')]
}

/** Who did it. */
export function actorName(actor: HistoryLine['actor'], t: DesktopT): string {
  switch (actor.kind) {
    case 'operator':
      return actor.name
    case 'customer':
      return actor.name || t('history.customerActor')
    case 'rule':
      return actor.name || t('history.ruleActor')
    case 'system':
      return t('request.system')
  }
}

const change = ({ t }: Context, field: string, from: string, to: string): string =>
  t('history.change', { field, from: from || t('history.nothing'), to: to || t('history.nothing') })

/** The server may tell of more than this version knows; of what the contract names nothing is left out. */
const sayings: Required<Sayings> = {
  'request.created': (_, { t }) => [t('history.events.created')],
  'request.edited': (facts, context) =>
    Object.entries(Object(facts.fields) as Facts).map(([field, fact]) => edited(field, Object(fact) as Facts, context)),
  'request.stageMoved': ({ from, to }, context) => [
    change(context, context.t('request.stage'), stageName(from, context), stageName(to, context)),
  ],
  'request.typeChanged': ({ fromType, toType, from, to }, context) => [
    change(context, context.t('request.type'), context.names.type(text(fromType)), context.names.type(text(toType))),
    change(context, context.t('request.stage'), stageName(from, context), stageName(to, context)),
  ],
  'request.followed': ({ operatorId }, context) => [
    context.t('requestMore.followed', { name: person(operatorId, context) }),
  ],
  'request.unfollowed': ({ operatorId }, context) => [
    context.t('requestMore.unfollowed', { name: person(operatorId, context) }),
  ],
  'request.assigned': ({ from, to }, context) => [
    change(context, context.t('request.assignee'), person(from, context), person(to, context)),
  ],
  'request.closed': ({ outcome, isAutomatic, lastUpdateAt }, { t, format, request }) =>
    isAutomatic === true && typeof lastUpdateAt === 'number'
      ? [t('history.events.closedItself', { time: format.dateTime(lastUpdateAt) })]
      : [t('history.events.closed', { outcome: outcomeName(outcome, request, t) })],
  'request.reopened': (_, { t }) => [t('history.events.reopened')],
  'request.keptOpen': (_, { t }) => [t('history.events.keptOpen')],
  'activity.queued': ({ queueId }, { t, names }) => [t('history.events.queued', { queue: names.queue(text(queueId)) })],
  'activity.ended': (_, { t }) => [t('history.events.ended')],
  'activity.resumed': (_, { t }) => [t('history.events.wroteOn')],
  'wrapUp.ended': ({ outcome, isDefault }, { t, request }) => [
    t(isDefault === true ? 'history.events.wrappedUpByDefault' : 'history.events.wrappedUp', {
      outcome: outcomeName(outcome, request, t),
    }),
  ],
  'wrapUp.extended': (_, { t }) => [t('history.events.wrapUpExtended')],
  'activity.tagged': ({ added, removed }, { t }) => [
    ...(list(added).length > 0 ? [t('history.events.tagsAdded', { tags: list(added).join(', ') })] : []),
    ...(list(removed).length > 0 ? [t('history.events.tagsRemoved', { tags: list(removed).join(', ') })] : []),
  ],
  'activity.moved': ({ fromNumber, toNumber, fromCustomerId, toCustomerId }, { t }) => [
    t(fromCustomerId === toCustomerId ? 'history.events.moved' : 'ties.events.movedToCustomer', {
      from: text(fromNumber),
      to: text(toNumber),
    }),
  ],
  'comment.added': (_, { t }) => [t('history.events.commented')],
  'message.edited': (_, { t }) => [t('history.events.messageEdited')],
  'message.deleted': (_, { t }) => [t('history.events.messageDeleted')],
  'offer.made': ({ operatorId }, context) => [
    context.t('history.events.offered', { name: person(operatorId, context) }),
  ],
  'offer.declined': (_, { t }) => [t('history.events.declined')],
  'offer.missed': (_, { t }) => [t('history.events.missed')],
  'offer.withdrawn': (_, { t }) => [t('history.events.withdrawn')],
  'task.accepted': ({ how }, { t }) => [accepted(how, t)],
  'task.transferred': ({ queueId, groupId }, { t, names }) => [
    typeof groupId === 'string'
      ? t('requestMore.handedToGroup', { name: names.group(groupId) })
      : t('history.events.transferred', { queue: names.queue(text(queueId)) }),
  ],
  'task.groupOver': ({ groupId, queueId, why }, { t, names }) => [
    t(why === 'late' ? 'requestMore.groupLate' : 'requestMore.groupNobody', {
      name: names.group(text(groupId)),
      queue: names.queue(text(queueId)),
    }),
  ],
  'task.overflowed': ({ queueId, fromQueueId, offer }, { t, names }) => [
    ...(queueId === fromQueueId
      ? []
      : [
          t('requestMore.overflowed', {
            from: names.queue(text(fromQueueId)),
            to: names.queue(text(queueId)),
          }),
        ]),
    ...(offer === 'message' ? [t('requestMore.messageOffered')] : []),
    ...(offer === 'callback' ? [t('requestMore.callbackOffered')] : []),
  ],
  'transfer.offered': ({ toId }, context) => [context.t('history.events.asked', { name: person(toId, context) })],
  'transfer.consulting': ({ toId }, context) => [context.t('calls.talkedTo', { name: person(toId, context) })],
  'call.held': ({ isHeld }, { t }) => [t(isHeld === true ? 'calls.wasHeld' : 'calls.wentOn')],
  'transfer.accepted': ({ toId }, context) => [context.t('history.events.tookOver', { name: person(toId, context) })],
  'transfer.declined': ({ toId }, context) => [
    context.t('history.events.transferDeclined', { name: person(toId, context) }),
  ],
  'transfer.missed': ({ toId }, context) => [
    context.t('history.events.transferMissed', { name: person(toId, context) }),
  ],
  'transfer.withdrawn': (_, { t }) => [t('history.events.transferWithdrawn')],
  'request.snoozed': ({ until }, { t, format }) => [
    t('history.events.snoozed', { time: typeof until === 'number' ? format.dateTime(until) : '' }),
  ],
  'request.woke': ({ why }, { t }) => [woke(why, t)],
  ...tieSayings,
  ...callbackSayings,
  'todo.added': (_, { t }) => [t('history.events.todoAdded')],
  'todo.edited': (_, { t }) => [t('history.events.todoEdited')],
  'todo.done': (_, { t }) => [t('history.events.todoDone')],
  'todo.undone': (_, { t }) => [t('history.events.todoUndone')],
  'todo.due': ({ ownerId }, context) => [context.t('history.events.todoDue', { name: person(ownerId, context) })],
  'todo.deleted': (_, { t }) => [t('history.events.todoDeleted')],
  'todo.restored': (_, { t }) => [t('history.events.todoRestored')],
  'deal.added': (_, { t }) => [t('history.events.dealAdded')],
  'deal.edited': (_, { t }) => [t('history.events.dealEdited')],
  'deal.stageMoved': ({ from, to }, context) => [
    change(context, context.t('history.events.dealStage'), dealStage(from, context), dealStage(to, context)),
  ],
  'deal.deleted': (_, { t }) => [t('history.events.dealDeleted')],
  'deal.restored': (_, { t }) => [t('history.events.dealRestored')],
  'change.undone': (_, { t }) => [t('history.events.undone')],
  'sender.blocked': (_, { t }) => [t('history.events.senderBlocked')],
  'sender.lifted': (_, { t }) => [t('history.events.senderLifted')],
  'task.returned': ({ reason }, { t }) => [returned(reason, t)],
  ...channelSayings,
}

function woke(why: unknown, t: DesktopT): string {
  if (why === 'time') return t('history.events.wokeByTime')
  return t(why === 'answer' ? 'history.events.wokeByAnswer' : 'history.events.wokeByHand')
}

function accepted(how: unknown, t: DesktopT): string {
  if (how === 'assigned') return t('history.events.assigned')
  if (how === 'undo') return t('history.events.resumed')
  return t(how === 'hand' ? 'history.events.taken' : 'history.events.accepted')
}

function returned(reason: unknown, t: DesktopT): string {
  if (reason === 'undone') return t('history.events.undone')
  if (reason === 'operatorOffline') return t('history.events.returnedOffline')
  return t(reason === 'signedOut' ? 'history.events.returnedSignedOut' : 'history.events.returned')
}

const named = (name: RequestFieldView['name'] | undefined, t: DesktopT): string | null =>
  name === undefined ? null : localName(name, t.language)
const stageName = (key: unknown, { request, t, names }: Context): string =>
  named(request.stages.find((stage) => stage.key === key)?.name, t) ?? names.stage(text(key)) ?? text(key)
const outcomeName = (key: unknown, { outcome, outcomes }: RequestDetails, t: DesktopT): string =>
  [...outcomes, ...(outcome ? [outcome] : [])].find((known) => known.key === key)?.name[t.language] ?? text(key)
const dealStage = (key: unknown, { names }: Context): string => names.dealStage(text(key))
const person = (id: unknown, { names }: Context): string => (typeof id === 'string' ? names.operator(id) : '')

/** Title and description may be long or personal: the history only says that they changed. */
function edited(field: string, { from, to }: Facts, context: Context): string {
  const { t, format, names } = context
  switch (field) {
    case 'title':
      return from === null && to === null
        ? t('history.changedOnly', { field: t('request.title') })
        : change(context, t('request.title'), text(from), text(to))
    case 'description':
      return from === null && to === null
        ? t('history.changedOnly', { field: t('request.description') })
        : change(context, t('request.description'), text(from), text(to))
    case 'priority': {
      const say = (value: unknown): string =>
        priorities.includes(value as Priority) ? t(`request.priorities.${value as Priority}`) : ''
      return change(context, t('request.priority'), say(from), say(to))
    }
    case 'dueAt': {
      const say = (value: unknown): string => (typeof value === 'number' ? format.dateTime(value) : '')
      return change(context, t('request.due'), say(from), say(to))
    }
    case 'queueId':
      return change(context, t('request.queue'), from ? names.queue(text(from)) : '', names.queue(text(to)))
    case 'typeId':
      return change(context, t('request.type'), names.type(text(from)), names.type(text(to)))
    case 'tags':
      return change(context, t('request.tags'), list(from).join(', '), list(to).join(', '))
    case 'locationId':
      return change(
        context,
        t('requestMore.location'),
        from ? names.location(text(from)) : '',
        to ? names.location(text(to)) : '',
      )
    default:
      return field.startsWith(ownPrefix)
        ? ownField(field.slice(ownPrefix.length), from, to, context)
        : t('history.events.other')
  }
}

function ownField(id: string, from: unknown, to: unknown, context: Context): string {
  const { t, names } = context
  const known = names.field(id)
  if (!known) return t('history.events.other')
  const field = inLanguage(known, t.language)
  const isText = field.kind === 'text' || field.kind === 'longText'
  if (isText && from === null && to === null) return t('history.changedOnly', { field: field.name })
  const say = (value: unknown): string => sayValue(t, field, value, names.operator)
  return change(context, field.name, say(from), say(to))
}
