import { authorise } from './authorise.ts'
import type { Command, Ctx } from './command.ts'

/** One step of a command that is made of others. */
export type Part<O = unknown> = (ctx: Ctx) => Promise<O>

/**
 * A command as a step of another one: loaded, authorised and run as by itself, in the same transaction, so that either
 * all steps are done or none. Its events are stored with those of the whole.
 */
export const part =
  <I, S, O>(command: Command<I, S, O>, input: I): Part<O> =>
  async (ctx) => {
    const subject = await command.load(ctx, input)
    authorise(command, ctx, subject, input)
    return command.run(ctx, subject, input)
  }

/** Runs the parts one after the other; whether any of them has changed anything. */
export async function runParts(ctx: Ctx, parts: readonly Part[]): Promise<boolean> {
  let changes = 0
  const counting: Ctx = {
    ...ctx,
    emit: (type, facts, carry) => {
      changes += 1
      ctx.emit(type, facts, carry)
    },
  }
  for (const run of parts) await run(counting)
  return changes > 0
}
