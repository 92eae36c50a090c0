import type { Ctx } from '../../kernel/command.ts'
import type { Module } from '../../kernel/module.ts'
import { removeBody } from './disk.ts'
import { dropFiles } from './store.ts'

const removeBytes = 'removeFileBytes'

/** Uploads, and what messages, drafts and quick replies keep of them. */
export const filesModule: Module = {
  name: 'files',
  jobs: {
    [removeBytes]: async ({ fileIds }, { config }) => {
      for (const id of fileIds as string[]) await removeBody(config.dataDir, id)
    },
  },
}

/** Bytes that no row of `files` knows: they go after the commit. */
export function oweRemoval(ctx: Ctx, fileIds: readonly string[]): void {
  if (fileIds.length > 0) ctx.owe(removeBytes, { fileIds: [...fileIds] })
}

/** Forgets files of what they belong to: nobody gets them any more, and their bytes go after the commit. */
export async function letGoOfFiles(ctx: Ctx, fileIds: readonly string[], belongsTo: string): Promise<void> {
  if (fileIds.length === 0) return
  await dropFiles(ctx, fileIds, belongsTo)
  oweRemoval(ctx, fileIds)
}
