import type { DeliveryState } from '@care/domain'
import type { Sayings } from './history-words.ts'

/** What a history says of mails, phone calls and what became of them. */
export const channelSayings = {
  'activity.plannedAgain': ({ dueAt }, { t, format }) => [
    t('history.events.plannedAgain', { time: typeof dueAt === 'number' ? format.dateTime(dueAt) : '' }),
  ],
  'chat.rated': ({ score }, { t }) => [t('history.events.rated', { n: Number(score) })],
  'mail.begun': (_, { t }) => [t('history.events.mailBegun')],
  'mail.queued': (_, { t }) => [t('history.events.mailQueued')],
  'mail.cancelled': (_, { t }) => [t('history.events.mailCancelled')],
  'mail.putOff': (_, { t }) => [t('history.events.mailPutOff')],
  'mail.retried': (_, { t }) => [t('history.events.mailRetried')],
  'mail.sent': (_, { t }) => [t('history.events.mailSent')],
  'mail.failed': (_, { t }) => [t('history.events.mailFailed')],
  'mail.reported': ({ state }, { t }) => [t(`mail.delivery.${state as DeliveryState}`)],
  'phone.called': ({ direction }, { t }) => [
    t(direction === 'out' ? 'history.events.calledOut' : 'history.events.calledIn'),
  ],
  'phone.missed': (_, { t }) => [t('history.events.callMissed')],
  'phone.dialFailed': (_, { t }) => [t('history.events.dialFailed')],
  'phone.recordingNotKept': ({ problem }, { t }) => [
    t('history.events.recordingNotKept', {
      why: t(`history.events.recordingProblems.${known.find((one) => one === problem) ?? 'other'}`),
    }),
  ],
} satisfies Sayings

const known = ['NOT_RECORDED', 'NOT_ANNOUNCED', 'TOO_LARGE'] as const
