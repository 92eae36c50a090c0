import { normaliseTag } from '../activity/tags.ts'
import { foldText } from '../text/fold.ts'
import { limits } from '../text/limits.ts'

/** How long skills filter when a queue says nothing else, in seconds. Rule 14. */
export const relaxSkillsSecondsDefault = 60

/** Longest time that a queue may insist on its skills; never relaxing (null) is another choice. Rule 14. */
export const relaxSkillsSecondsMost = 86_400

/** A skill as it is stored: like a tag, and without halves of characters, which PostgreSQL's JSON refuses. Rule 14. */
export const normaliseSkill = (s: string): string => normaliseTag(s.replace(/\p{Cs}/gu, ''))

/** Whether a normalised skill can be seen and is not too long. Rules 5, 14. */
export const isSkill = (s: string): boolean => s.length <= limits.skill && /[\p{L}\p{N}\p{P}\p{S}]/u.test(s)

const folded = (skill: string): string => foldText(normaliseSkill(skill))

/** Skills in their order, each once however it is written; the first spelling stays. Rule 14. */
export function normaliseSkills(skills: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const skill of skills) if (!seen.has(folded(skill))) seen.set(folded(skill), normaliseSkill(skill))
  return [...seen.values()]
}

/** Skills in the form in which they are compared. Rule 14. */
export type SkillSet = ReadonlySet<string>

/** What somebody can do, or what a task needs from its queue and of its own, to compare often. Rule 14. */
export const skillSet = (...lists: ReadonlyArray<readonly string[]>): SkillSet => new Set(lists.flat().map(folded))

/** Whether he can do all that is needed; nothing needed suits everybody. Rule 14. */
export function hasSkills(has: SkillSet, needed: SkillSet): boolean {
  for (const skill of needed) if (!has.has(skill)) return false
  return true
}

/** Whether the queue's time is over, after which skills only prefer and no longer filter; null = never. Rule 14. */
export function areSkillsRelaxed(eligibleSince: number, relaxSkillsSeconds: number | null, now: number): boolean {
  return relaxSkillsSeconds !== null && now - eligibleSince >= relaxSkillsSeconds * 1000
}
