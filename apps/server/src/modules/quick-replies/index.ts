import type { Module } from '../../kernel/module.ts'
import { removeBody } from '../files/index.ts'
import { removeBytes } from './attachments.ts'
import { audience } from './audience.ts'

/** Templates for messages: own and shared, found as one types (row M3). */
export const quickRepliesModule: Module = {
  name: 'quick-replies',
  audience,
  jobs: {
    [removeBytes]: async ({ fileIds }, { config }) => {
      for (const id of fileIds as string[]) await removeBody(config.dataDir, id)
    },
  },
}
export { purgeQuickReply } from './commands/purge-quick-reply.ts'
export { quickReplyHandlers } from './routes.ts'
export { wordRows } from './store.ts'
