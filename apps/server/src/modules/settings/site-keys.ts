import { system } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/app-error.ts'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { newId, newToken } from '../../kernel/ids.ts'
import type { Services } from '../../kernel/services.ts'
import { addSiteKey } from './commands/add-site-key.ts'
import { resealSiteKey } from './commands/reseal-site-key.ts'
import { revokeSiteKey } from './commands/revoke-site-key.ts'
import { sealedSiteKey, siteKeyList } from './queries/site-keys.ts'

/** A secret opens only where it was sealed for. */
const sealedFor = (keyId: string): string => `site-key:${keyId}`

/** The secret of a site's key in force; null when it is none, or a key of before sealed it that is gone. */
export async function siteSecret({ store, secrets, log }: Services, siteId: string, keyId: string) {
  const sealed = await sealedSiteKey(store.read, siteId, keyId)
  if (sealed === null) return null
  try {
    return secrets.open(sealed, sealedFor(keyId))
  } catch {
    log.error({ siteId, keyId }, 'the secret of an identity key cannot be opened: make a new key')
    return null
  }
}

export const siteKeyHandlers: Handlers<'listSiteKeys' | 'addSiteKey' | 'revokeSiteKey'> = {
  listSiteKeys: async ({ params }, { store }) => ({ items: await siteKeyList(store.read, params.siteId) }),
  async addSiteKey(call, services) {
    const { siteId } = call.params
    const made = newId(services.clock.now())
    const sealed = services.secrets.seal(newToken(), sealedFor(made))
    const input = { siteId, keyId: made, sealed }
    // A repeated call made no second key: what is answered is the secret of the first.
    const { keyId } = await services.execute(addSiteKey, call.actor, input, optionsOf(call))
    const secret = await siteSecret(services, siteId, keyId)
    const key = (await siteKeyList(services.store.read, siteId)).find(({ id }) => id === keyId)
    if (!key || secret === null) throw notFound('key')
    return { key, secret }
  },
  async revokeSiteKey(call, { execute }) {
    await execute(revokeSiteKey, call.actor, call.params, optionsOf(call))
    return { ok: true }
  },
}

/** At the start: seals anew what a key of before has sealed. */
export async function resealSiteKeys({ store, secrets, execute, log }: Services): Promise<void> {
  const { siteKeys } = store.t
  for (const { id: keyId, sealed: before } of await store.read.select().from(siteKeys)) {
    if (!secrets.isOld(before)) continue
    try {
      const sealed = secrets.seal(secrets.open(before, sealedFor(keyId)), sealedFor(keyId))
      await execute(resealSiteKey, system, { keyId, before, sealed })
    } catch (error) {
      log.warn({ keyId, error: error instanceof Error ? error.name : 'unknown' }, 'identity key not sealed anew')
    }
  }
}
