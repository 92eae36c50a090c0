import type { Colleague } from '@care/contract'
import { canSeeRequest, foldText, permissionsOf, searchWords } from '@care/domain'
import { asc, eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { LoadedRequest } from '../store.ts'

interface Person {
  id: string
  name: string
  email: string
  isActive: boolean
  canSee: boolean
}
/** As many as a list to pick from shows. */
const shownMost = 20

/** Everybody with an account, by name, and whether he may see this request; a workspace has some thousand at most. */
export async function peopleAround(
  db: Reader,
  { request, taskOperatorIds }: Pick<LoadedRequest, 'request' | 'taskOperatorIds'>,
): Promise<Person[]> {
  const { operators, queueMembers } = db.t
  const { id, name, email, role, isActive } = operators
  const [everybody, members] = await Promise.all([
    db.select({ id, name, email, role, isActive }).from(operators).orderBy(asc(operators.name), asc(operators.id)),
    request.queueId === null
      ? []
      : db.select({ id: queueMembers.operatorId }).from(queueMembers).where(eq(queueMembers.queueId, request.queueId)),
  ])
  const ofQueue = new Set(members.map((member) => member.id))
  return everybody.map(({ role: ofRole, ...person }) => {
    const queueIds = new Set(ofQueue.has(person.id) && request.queueId !== null ? [request.queueId] : [])
    const viewer = { operatorId: person.id, permissions: permissionsOf(ofRole), queueIds }
    return { ...person, canSee: person.isActive && canSeeRequest(viewer, { ...request, taskOperatorIds }) }
  })
}

/** Whom `actorId` may mention, by what he has typed: each word typed begins a word of the name or of the address. */
export async function colleaguesFor(
  db: Reader,
  loaded: Pick<LoadedRequest, 'request' | 'taskOperatorIds'>,
  { actorId, search }: { actorId: string; search: string },
): Promise<Colleague[]> {
  const people = (await peopleAround(db, loaded)).filter(({ canSee }) => canSee)
  const sameName = new Map<string, number>()
  for (const { name } of people) sameName.set(foldText(name), (sameName.get(foldText(name)) ?? 0) + 1)
  const typed = searchWords(search)
  return people
    .filter(({ id, name, email }) => id !== actorId && isFound(typed, `${name} ${email}`))
    .slice(0, shownMost)
    .map(({ id, name, email }) => {
      const hasNamesake = (sameName.get(foldText(name)) ?? 0) > 1
      return { id, name, label: hasNamesake ? `${name} (${email})` : name, hint: hasNamesake ? email : '' }
    })
}

const isFound = (typed: readonly string[], text: string): boolean => {
  const words = searchWords(text)
  return typed.every((part) => words.some((word) => word.startsWith(part)))
}
