import { hourMs, minuteMs } from '../time.ts'

/** How one can be told of something. */
export const ways = ['panel', 'sound', 'browser', 'email'] as const
export type Way = (typeof ways)[number]
export const sounds = ['ring', 'tick', 'alert'] as const
export type Sound = (typeof sounds)[number]

interface KindLine {
  /** Ways that exist for it. An offer and a message have a place of their own in the desk and none in the panel. */
  ways: readonly Way[]
  /** Ways that are on until one says otherwise. */
  defaults: readonly Way[]
  sound: Sound
  /** Looking at what it is about is all that it asks for. */
  isHandledByOpening: boolean
}
const all = ['panel', 'sound', 'browser', 'email'] as const
/** Mail is for who asks for it. */
const told = { ways: all, defaults: ['panel', 'sound', 'browser'], sound: 'tick' } as const

/** Everything that one is told of; one line each. */
export const notificationKinds = {
  offer: { ways: ['sound', 'browser'], defaults: ['sound', 'browser'], sound: 'ring', isHandledByOpening: false },
  message: { ways: ['sound', 'browser'], defaults: ['sound', 'browser'], sound: 'tick', isHandledByOpening: false },
  mention: { ...told, isHandledByOpening: true },
  /** A colleague hands a task over; it rings like an offer. */
  transfer: { ...told, sound: 'ring', isHandledByOpening: false },
  /** The colleague who was asked to take a task over did not. */
  transferDeclined: { ...told, isHandledByOpening: true },
  transferMissed: { ...told, isHandledByOpening: true },
  assigned: { ...told, isHandledByOpening: true },
  /** The customer wrote in one's request while nobody has it in progress. */
  answered: { ...told, isHandledByOpening: true },
  snoozeOver: { ...told, isHandledByOpening: true },
  todoDue: { ...told, isHandledByOpening: false },
  /** Of a supervisor: a queue waits too long. Heard and seen outside the desk only by who asks for it. */
  alert: { ways: all, defaults: ['panel'], sound: 'alert', isHandledByOpening: true },
} as const satisfies Record<string, KindLine>

export type NotificationEvent = keyof typeof notificationKinds
export const notificationEvents = Object.keys(notificationKinds) as [NotificationEvent, ...NotificationEvent[]]

const lineOf = (kind: NotificationEvent): KindLine => notificationKinds[kind]

/** Kinds that are kept as rows and listed in the panel. */
export type NotificationKind = {
  [K in NotificationEvent]: 'panel' extends (typeof notificationKinds)[K]['ways'][number] ? K : never
}[NotificationEvent]
export const panelKinds = notificationEvents.filter((kind): kind is NotificationKind =>
  lineOf(kind).ways.includes('panel'),
)
export const handledByOpening: readonly NotificationKind[] = panelKinds.filter(
  (kind) => lineOf(kind).isHandledByOpening,
)

/** What somebody has chosen, where it differs from the defaults. */
export type ChosenWays = Partial<Record<NotificationEvent, Partial<Record<Way, boolean>>>>

/** Whether there is such a way for it at all. */
export const hasWay = (kind: NotificationEvent, way: Way): boolean => lineOf(kind).ways.includes(way)

/** Whether somebody is told of it this way: as he has chosen, else as the table says. */
export const isTold = (chosen: ChosenWays, kind: NotificationEvent, way: Way): boolean =>
  hasWay(kind, way) && (chosen[kind]?.[way] ?? lineOf(kind).defaults.includes(way))

/** By mail only what stands in the panel too: of nothing else is it known whether he has looked at it. */
export const isMailed = (chosen: ChosenWays, kind: NotificationEvent): boolean =>
  isTold(chosen, kind, 'panel') && isTold(chosen, kind, 'email')

/** So long it waits to be looked at before it is mailed, in ms: who sits at his desk gets no mail. */
export const noticeMailAfterMs = 2 * minuteMs
/** The pause after a try to mail that failed, in ms. */
export const noticeMailRetryMs = 5 * minuteMs
/** So long after what happened a failed mail is tried again, in ms: later it tells nothing new. */
export const noticeMailGivenUpMs = hourMs
