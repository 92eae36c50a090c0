import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { JobHandler } from '../../kernel/module.ts'
import type { Services } from '../../kernel/services.ts'
import { findChannel } from '../../modules/channels/index.ts'
import { beginDial, lineOfOperator, noteDial } from '../../modules/phone/index.ts'
import { accessTo, noteTrouble, noteWell } from '../access.ts'
import { type Access, ChannelTrouble } from '../channel.ts'
import { troubleOf } from '../trouble.ts'
import { dialectOf } from './dialects/index.ts'
import { phoneFields } from './fields.ts'

/** So long a phone system may take to say that it dials. */
const patienceMs = 15_000

/** Has the phone system dial what an operator asked for; once, whatever breaks off, and not when he has hung up meanwhile. */
export const dialJob: JobHandler = async (payload, services) => {
  const activityId = String(payload['activityId'])
  const begun = await begin(services, activityId)
  if (begun === null) return
  const outcome = await askToDial(services, begun)
  await services.execute(noteDial, system, { activityId, ...outcome })
}

type Begun = Awaited<ReturnType<typeof beginDial.run>>

/** Null: nothing is to be dialled. One that was asked before a crash is not asked again: nobody knows how far it came. */
async function begin({ execute }: Services, activityId: string): Promise<Begun | null> {
  try {
    return await execute(beginDial, system, { activityId })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await execute(noteDial, system, { activityId, callId: null, problem: 'BROKEN' })
    return null
  }
}

async function askToDial(
  services: Services,
  { activityId, channelId, operatorId, number }: Begun,
): Promise<{ callId: string | null; problem: string | null }> {
  const { store, clock } = services
  const channel = await findChannel(store.read, channelId)
  const line = await lineOfOperator(store.read, channelId, operatorId)
  if (!channel?.isOn || !line) return { callId: null, problem: 'BROKEN' }
  let access: Access | undefined
  try {
    access = accessTo(services, { fields: phoneFields }, channel, AbortSignal.timeout(patienceMs))
    const dialect = dialectOf(access.settings['dialect'])
    if (!dialect.dial) throw new ChannelTrouble('BROKEN', 'this phone system cannot be asked to dial')
    const { userName, extension } = line
    const order = { reference: activityId, agent: { userName, extension }, number, at: clock.now() }
    const { callId } = await dialect.dial(order, access)
    await noteWell(services, channel)
    return { callId, problem: null }
  } catch (error) {
    await noteTrouble(services, channel, error, access?.secrets)
    return { callId: null, problem: troubleOf(error).problem }
  }
}
