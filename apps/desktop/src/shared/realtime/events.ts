import type { DeskEvents, LookingEvent, TypingEvent } from '@care/contract'
import type { QueryClient } from '@tanstack/react-query'

/** Everything that is pushed to a desk: stored changes and what only lasts a moment. */
export type DeskPushes = DeskEvents & { typing: TypingEvent; looking: LookingEvent }

/** What an event does to the cache; a feature exports the ones it cares for, with `satisfies Partial<DeskEventHandlers>`. */
export type DeskEventHandlers = { [K in keyof DeskPushes]: (client: QueryClient, payload: DeskPushes[K]) => void }
