import type { FieldOption } from '@care/domain'
import type { Ctx } from '../../kernel/command.ts'

/** Options with their keys: one that names a known key keeps it and its values, another is new. */
export const keyedOptions = (
  ctx: Ctx,
  before: readonly FieldOption[],
  given: readonly { key?: string | undefined; name: string }[],
): FieldOption[] =>
  given.map(({ key, name }) => ({ key: before.find((option) => option.key === key)?.key ?? ctx.newId(), name }))
