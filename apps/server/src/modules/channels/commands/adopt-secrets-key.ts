import { eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'

const setting = 'secretsKeyId'

export interface AdoptSecretsKey {
  keyId: string
  /** Of the keys that open beside it. */
  oldKeyIds: readonly string[]
  /** What another key has sealed is given up, or may be opened by nobody for now. */
  isForced: boolean
}

/**
 * Keeps which key seals the secrets of this database; the first one is kept, a new one only beside the one before. Refuses
 * CONFLICT, naming the key that it is, when it is another one: with several processes none could open what the others seal.
 */
export const adoptSecretsKey = command({
  name: 'adopt-secrets-key',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { keyId, oldKeyIds, isForced }: AdoptSecretsKey) {
    const { settings } = ctx.tx.t
    await ctx.tx.insert(settings).values({ key: setting, value: keyId }).onConflictDoNothing()
    const [known] = await ctx.tx.select().from(settings).where(eq(settings.key, setting))
    if (known?.value === keyId) return { isChanged: false }
    if (!isForced && !oldKeyIds.includes(String(known?.value)))
      throw new AppError('CONFLICT', 'the secrets are sealed with another key', { keyId: known?.value })
    await ctx.tx.update(settings).set({ value: keyId }).where(eq(settings.key, setting))
    return { isChanged: true }
  },
})
