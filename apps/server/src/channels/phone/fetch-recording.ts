import { recordingFetchMs } from '@care/domain/phone'
import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { JobHandler } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import { takeRecording } from '../../modules/calls/index.ts'
import { findChannel } from '../../modules/channels/index.ts'
import {
  claimPhoneRecording,
  type ClaimedRecording,
  type PhoneCallKey,
  settlePhoneRecording,
  type SettlePhoneRecording,
} from '../../modules/phone/index.ts'
import { accessTo, noteTrouble, noteWell } from '../access.ts'
import type { Access } from '../channel.ts'
import { troubleOf } from '../trouble.ts'
import { dialectOf } from './dialects/index.ts'
import { phoneFields } from './fields.ts'
import { NotToBeHad, openRecording } from './open-recording.ts'

type Became = Pick<SettlePhoneRecording, 'became' | 'problem'>

/**
 * Fetches a recording from the phone system that made it and gives it to its call (row K5), with a lease, so that it is
 * fetched by one process; a process that died leaves it to the next.
 */
export const fetchRecordingJob: JobHandler = async (payload, services) => {
  const key = { channelId: String(payload['channelId']), callId: String(payload['callId']) }
  const claimed = await services.execute(claimPhoneRecording, system, key)
  if (!claimed) return
  const became = await fetchIt(services, key, claimed)
  const { state } = await services.execute(settlePhoneRecording, system, { ...key, ...became })
  if (state !== 'kept') services.log.info({ ...key, state, problem: became.problem }, 'recording not fetched')
}

async function fetchIt(services: Services, key: PhoneCallKey, claimed: ClaimedRecording): Promise<Became> {
  const channel = await findChannel(services.store.read, key.channelId)
  if (!channel) return { became: 'failed', problem: 'CHANNEL_GONE' }
  if (!channel.isOn) return { became: 'again', problem: 'CHANNEL_OFF' }
  let access: Access | undefined
  try {
    access = accessTo(services, { fields: phoneFields }, channel, AbortSignal.timeout(recordingFetchMs))
    const call = dialectOf(access.settings['dialect']).recording(claimed, access, services.clock.now())
    const body = await openRecording(call, access.signal)
    const { activityId: callId, ms } = claimed
    await takeRecording(services, { callId, body, ...(ms === null ? {} : { ms }) })
    await noteWell(services, channel)
    return { became: 'kept', problem: null }
  } catch (error) {
    // What a file lacks says nothing of the phone system; who does not let us in has to be looked at.
    if (isLockedOut(error)) await noteTrouble(services, channel, error, access?.secrets)
    return becomes(error)
  }
}

const isLockedOut = (error: unknown): boolean =>
  ['WRONG_CREDENTIALS', 'SEALED_ELSEWHERE'].includes(troubleOf(error).problem)

function becomes(error: unknown): Became {
  if (error instanceof NotToBeHad) return { became: 'failed', problem: error.problem }
  if (!(error instanceof AppError)) return { became: 'again', problem: troubleOf(error).problem }
  if (error.code === 'TOO_LARGE') return { became: 'failed', problem: 'TOO_LARGE' }
  if (error.code === 'FILE_TYPE_REFUSED') return { became: 'failed', problem: 'NO_SOUND' }
  if (error.code === 'NOT_ALLOWED_NOW') return { became: 'refused', problem: 'NOT_RECORDED' }
  return { became: 'again', problem: 'BROKE_OFF' }
}
