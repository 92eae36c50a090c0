import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Services } from '../../kernel/services.ts'
import { resealSiteKeys } from '../settings/index.ts'
import { adoptSecretsKey } from './commands/adopt-secrets-key.ts'
import { resealSecrets } from './commands/reseal-secrets.ts'
import { sealedFor } from './store.ts'

/**
 * At the start: sees that this process seals with the database's key, and seals anew what a key of before has sealed. Alone,
 * a process goes on with another key, and channels say that their secrets cannot be read; beside others it must not, because
 * they would undo each other's work. Throws with what to do.
 */
export async function settleSecretsKey(services: Services): Promise<void> {
  const { config, secrets, execute, log } = services
  const isForced = config.oldSecretsKeys === 'lost' || config.redisUrl === null
  const { keyId, oldKeyIds } = secrets
  try {
    const { isChanged } = await execute(adoptSecretsKey, system, { keyId, oldKeyIds, isForced })
    if (isChanged) log.warn({ keyId }, 'the key of secrets has changed')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new Error(
      'SECRETS_KEY: the secrets in this database are sealed with another key. Give every process the same SECRETS_KEY, or the same DATA_DIR with its secrets.key; name a key of before in SECRETS_KEY_OLD; if it is gone for good, SECRETS_KEY_OLD=lost starts without it and passwords of channels must be typed again',
      { cause: error },
    )
  }
  if (oldKeyIds.length === 0) return
  await resealAll(services)
  await resealSiteKeys(services)
}

async function resealAll({ store, secrets, execute, log }: Services): Promise<void> {
  const { channels } = store.t
  const rows = await store.read
    .select({ id: channels.id, version: channels.version, secrets: channels.secrets })
    .from(channels)
  for (const { id: channelId, version, secrets: sealed } of rows) {
    if (!Object.values(sealed).some((one) => secrets.isOld(one))) continue
    try {
      const anew = Object.entries(sealed).map(([field, one]) => {
        const about = sealedFor(channelId, field)
        return [field, secrets.isOld(one) ? secrets.seal(secrets.open(one, about), about) : one] as const
      })
      await execute(resealSecrets, system, { channelId, version, secrets: Object.fromEntries(anew) })
    } catch (error) {
      // One that no key opens says so by its health; one that was changed meanwhile was sealed anew by that.
      log.warn({ channelId, error: error instanceof Error ? error.name : 'unknown' }, 'secrets not sealed anew')
    }
  }
}
