import type { RequestDetails } from '@care/contract'

/** The first stage of waiting that may be chosen now without being asked anything; null when it waits already or may not. */
export const waitingStage = (request: RequestDetails): string | null =>
  request.category !== 'waiting'
    ? (request.stages.find((stage) => stage.category === 'waiting' && stage.isNext && !stage.asks)?.key ?? null)
    : null
