import { command } from '../../../kernel/command.ts'
import { presentFile } from '../store.ts'
import type { Sniffed } from '../sniff.ts'

interface FileInput extends Sniffed {
  id: string
  name: string
  size: number
  owner: string
}

/** Registers an uploaded file. Until a message takes it, only its owner may read it. */
export const addFile = command({
  name: 'add-file',
  action: ['tasks.handle', 'comments.write', 'visitor'],
  load: async (_ctx, input: FileInput) => input,
  allow: ({ actor }, { owner }) =>
    (actor.kind === 'operator' || actor.kind === 'visitor') && owner === `${actor.kind}:${actor.id}`,
  async run(ctx, file) {
    const { files } = ctx.tx.t
    const [row] = await ctx.tx
      .insert(files)
      .values({ ...file, activityId: null, createdAt: ctx.now })
      .returning()
    if (!row) throw new Error('file was not inserted')
    return presentFile(row)
  },
})
