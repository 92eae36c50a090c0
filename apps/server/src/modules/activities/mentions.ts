import type { Ref } from '@care/contract'
import { mentionedIn, mentionsMost } from '@care/domain'
import { inArray } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import { type LoadedRequest, peopleAround } from '../requests/index.ts'

/**
 * Whom the text mentions, when all of them may see the request. Refuses with MENTION_REFUSED and names who may not and
 * who is not here any more: nobody is mentioned in vain.
 */
export async function checkMentions(
  db: Reader,
  loaded: Pick<LoadedRequest, 'request' | 'taskOperatorIds'>,
  text: string,
): Promise<Ref[]> {
  const ids = mentionedIn(text)
  if (ids.length === 0) return []
  if (ids.length > mentionsMost)
    throw new AppError('INVALID_INPUT', 'too many mentions', {
      issues: [{ path: 'text', message: `at most ${mentionsMost} mentions` }],
    })
  const people = await peopleAround(db, loaded)
  const found = ids.map(
    (id) => people.find((person) => person.id === id) ?? { id, name: '', isActive: false, canSee: false },
  )
  const refused = found.filter(({ canSee }) => !canSee)
  if (refused.length > 0)
    throw new AppError('MENTION_REFUSED', 'not all who are mentioned may see it', {
      people: refused.map(({ id, name, isActive }) => ({ id, name, why: isActive ? 'cannotSee' : 'gone' })),
    })
  return found.map(({ id, name }) => ({ id, name }))
}

/** Present names of everybody whom these texts mention. */
export async function mentionNames(db: Reader, texts: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(texts.flatMap(mentionedIn))]
  if (ids.length === 0) return new Map()
  const { operators } = db.t
  const rows = await db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(inArray(operators.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
