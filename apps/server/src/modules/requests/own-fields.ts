import { type Attributes, isAnswered, missingFields, type RequestField, shownFields, type Stage } from '@care/domain'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { fittedAttributes } from '../customers/index.ts'
import { changesOf, emitEdited } from './changes.ts'
import { type LoadedRequest, restarted, type TypeRecord, writeRequest } from './store.ts'

/** The refusal that names what is to be filled in. */
const required = (fields: readonly RequestField[], stage?: Stage): AppError =>
  new AppError('FIELDS_REQUIRED', 'fields must be filled in', {
    fields: fields.map(({ id, name }) => ({ id, name })),
    ...(stage ? { stage: stage.key } : {}),
  })

/** Refuses FIELDS_REQUIRED when a request with these values may not enter the stage. */
export function requireFields(type: Pick<TypeRecord, 'fields'>, attributes: Attributes, stage: Stage): void {
  const missing = missingFields(type.fields, attributes, stage)
  if (missing.length > 0) throw required(missing, stage)
}

/** The request's attributes with the given ones changed; one that is always required cannot be emptied. */
export async function attributesAfter(
  ctx: Ctx,
  { request, type }: Pick<LoadedRequest, 'request' | 'type'>,
  given: Attributes,
): Promise<Attributes> {
  const after = await fittedAttributes(ctx, type.fields, request.attributes, given)
  const emptied = shownFields(type.fields, after).filter(
    (field) =>
      field.required === 'always' &&
      isAnswered(field, request.attributes[field.id]) &&
      !isAnswered(field, after[field.id]),
  )
  if (emptied.length > 0) throw required(emptied)
  return after
}

/** Writes what a move or a closing brings along, as an edit of its own in the history. */
export async function fillIn(ctx: Ctx, loaded: LoadedRequest, given: Attributes | undefined): Promise<LoadedRequest> {
  if (given === undefined || Object.keys(given).length === 0) return loaded
  const { request, type } = loaded
  const attributes = await attributesAfter(ctx, loaded, given)
  const changes = changesOf(request, type, { attributes })
  if (changes.length === 0) return loaded
  const row = await writeRequest(ctx, request, { attributes, ...restarted(type, request, 'fieldByPerson', ctx.now) })
  emitEdited(ctx, row, changes)
  return { ...loaded, request: row }
}
