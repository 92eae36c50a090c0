import type { Api, ResponseOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { Services } from '../../../kernel/services.ts'

/** Whether nobody has an account yet, so that the first start's link is the only way in. */
export async function needsSetup(read: Reader): Promise<boolean> {
  const rows = await read.select({ id: read.t.operators.id }).from(read.t.operators).limit(1)
  return rows.length === 0
}

/** What the sign-in page needs to know; people and passwords only in demo mode. */
export async function workspaceView({ store, config }: Services): Promise<ResponseOf<Api['getWorkspace']>> {
  const { settings } = store.t
  const [[row], isNew] = await Promise.all([
    store.read.select({ value: settings.value }).from(settings).where(eq(settings.key, 'workspace.name')),
    needsSetup(store.read),
  ])
  const name = typeof row?.value === 'string' ? row.value : 'Care Desktop'
  return { name, isDemo: config.isDemo, needsSetup: isNew, demoPeople: config.isDemo ? [...config.demoPeople] : [] }
}
