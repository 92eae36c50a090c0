import {
  autoCloseDaysDefault,
  defaultOutcomes,
  defaultWorkflow,
  offerSecondsDefault,
  reopenDaysDefault,
  wrapUpSecondsDefault,
} from '@care/domain'
import { command } from '../../../kernel/command.ts'
import { soundWorkflow } from '../sound-workflow.ts'
import { newSiteKey } from './add-site.ts'
import { toMs } from './edit-request-type.ts'

/** Keys of the rows that every workspace begins with. */
export const firstRows = { typeId: 'general', queueId: 'general', siteId: 'website' } as const

export interface Bootstrap {
  /** Of the first site; random when absent. */
  siteKey?: string | undefined
  allowedOrigins: string[]
}

/** Gives an empty database the type, the queue and the site that everything else needs. Changes nothing that is there. */
export const bootstrapWorkspace = command({
  name: 'bootstrap-workspace',
  action: [],
  load: async () => null,
  allow: () => false,
  async run({ tx }, _, { siteKey, allowedOrigins }: Bootstrap) {
    const { requestTypes, queues, sites } = tx.t
    const [type] = await tx.select({ id: requestTypes.id }).from(requestTypes).limit(1)
    if (type) return { isNew: false }
    const made = await tx
      .insert(requestTypes)
      .values({
        id: firstRows.typeId,
        name: 'General',
        isDefault: true,
        autoCloseMs: toMs(autoCloseDaysDefault),
        reopenMs: toMs(reopenDaysDefault),
        onReply: 'reopen',
        workflow: soundWorkflow(defaultWorkflow),
        outcomes: [...defaultOutcomes],
        version: 1,
      })
      .onConflictDoNothing()
      .returning({ id: requestTypes.id })
    // Another process that started together was faster.
    if (made.length === 0) return { isNew: false }
    await tx.insert(queues).values({
      id: firstRows.queueId,
      name: 'General',
      strategy: 'longestIdle',
      offerSeconds: offerSecondsDefault,
      wrapUpSeconds: wrapUpSecondsDefault,
      version: 1,
    })
    await tx.insert(sites).values({
      id: firstRows.siteId,
      key: siteKey ?? newSiteKey(),
      name: 'Website',
      allowedOrigins,
      queueId: firstRows.queueId,
      typeId: firstRows.typeId,
      language: 'en',
      hasPreChat: true,
      colour: '#205a43',
      version: 1,
    })
    return { isNew: true }
  },
})
