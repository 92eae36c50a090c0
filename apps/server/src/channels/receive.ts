import { createHash } from 'node:crypto'
import { isStorable } from '../db/storable.ts'
import { system } from '../kernel/actor.ts'
import { newId } from '../kernel/ids.ts'
import type { Services } from '../kernel/services.ts'
import { keepRaw, knownIntakes, type NewIntake, removeRaw, storeIntakes } from '../modules/channels/index.ts'
import type { CameIn } from './channel.ts'

/** Names on the other side that an index takes; longer ones are known by their hash. */
const longestName = 200
const nameOf = (externalId: string): string =>
  externalId.length <= longestName && isStorable(externalId)
    ? externalId
    : `sha256:${createHash('sha256').update(externalId).digest('base64url')}`

/** So many names are looked up beforehand. */
const lookedUp = 100

/**
 * Makes durable what came in, each once, and owes that it is taken; how many were new. Refuses NOT_FOUND while the channel
 * is off. What breaks off before the commit may be sent again and is then new.
 */
export async function receive(
  services: Services,
  channelId: string,
  cameIn: readonly CameIn[],
): Promise<{ taken: number }> {
  const { execute, config, clock, store } = services
  const once = new Map(cameIn.map(({ externalId, raw }) => [nameOf(externalId), raw]))
  // What only repeats itself costs a look, and no transaction.
  if (once.size > 0 && once.size <= lookedUp) {
    const known = await knownIntakes(store.read, channelId, [...once.keys()])
    for (const name of known) once.delete(name)
  }
  const intakes: NewIntake[] = []
  for (const [externalId, raw] of once) {
    const id = newId(clock.now())
    intakes.push({ id, externalId, raw: await keepRaw(config, id, raw), rawBytes: raw.length })
  }
  if (intakes.length === 0) return { taken: 0 }
  // When this throws the commit may have happened nevertheless; a file too many is swept, one too few would be a loss.
  const { newIds } = await execute(storeIntakes, system, { channelId, intakes })
  const known = intakes.filter(({ id, raw }) => raw === null && !newIds.includes(id))
  for (const { id } of known) await removeRaw(config, id)
  return { taken: newIds.length }
}
