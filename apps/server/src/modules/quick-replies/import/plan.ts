import { type ImportLine, type ImportReport, type QuickReplyFields, quickReplyFields } from '@care/contract'
import { limits } from '@care/domain'
import { foldShortcut, unknownVariables } from '@care/domain/quick-replies'
import type { ReplyRecord } from '../store.ts'
import type { ReadLine } from './read-file.ts'

type Fields = Omit<QuickReplyFields, 'attachmentIds'>
type Problem = ImportLine['problems'][number]

export interface ImportPlan {
  report: ImportReport
  added: Fields[]
  changed: (Pick<Fields, 'title' | 'group' | 'texts'> & { id: string })[]
}

/** What the lines would do to the replies that are there; pure, so that the preview and the import say the same. */
export function planImport(lines: readonly ReadLine[], known: readonly ReplyRecord[], places: number): ImportPlan {
  const byShortcut = new Map(known.map((reply) => [reply.shortcutFolded, reply]))
  const seenAt = new Map<string, number>()
  const plan: ImportPlan = {
    report: { added: 0, changed: 0, same: 0, refused: 0, lines: [] },
    added: [],
    changed: [],
  }
  for (const [index, read] of lines.entries()) {
    const { fields, problems } = checkLine(read, byShortcut)
    const folded = fields ? foldShortcut(fields.shortcut) : ''
    const earlier = fields ? seenAt.get(folded) : undefined
    if (earlier !== undefined) problems.push({ code: 'repeated', detail: String(earlier) })
    const old = byShortcut.get(folded)
    if (index >= limits.quickRepliesImport || (fields && !old && earlier === undefined && plan.added.length >= places))
      problems.push({ code: 'tooMany', detail: '' })
    const isGood = fields !== null && problems.length === 0
    if (isGood) seenAt.set(folded, read.line)
    note(plan, read, problems, isGood ? decide(plan, fields, old) : 'refuse')
  }
  return plan
}

function note(plan: ImportPlan, { line, given }: ReadLine, problems: Problem[], result: ImportLine['result']): void {
  const { report } = plan
  report.lines.push({
    line,
    shortcut: given?.shortcut.slice(0, limits.quickReply.shortcut) ?? '',
    title: given?.title.slice(0, limits.quickReply.title) ?? '',
    result,
    problems,
  })
  report[({ add: 'added', change: 'changed', same: 'same', refuse: 'refused' } as const)[result]] += 1
}

function decide(plan: ImportPlan, fields: Fields, old: ReplyRecord | undefined): 'add' | 'change' | 'same' {
  if (!old) {
    plan.added.push(fields)
    return 'add'
  }
  const { title, group, texts } = fields
  if (title === old.title && group === old.group && areSame(texts, old.texts)) return 'same'
  plan.changed.push({ id: old.id, title, group, texts })
  return 'change'
}

const areSame = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => a[key] === b[key])

/** The same rules as for a reply made by hand. Languages that the line does not have stay as they are. */
function checkLine(
  { given }: ReadLine,
  known: ReadonlyMap<string, ReplyRecord>,
): { fields: Fields | null; problems: Problem[] } {
  if (given === null) return { fields: null, problems: [{ code: 'notRead', detail: '' }] }
  const old = known.get(foldShortcut(given.shortcut))
  const parsed = quickReplyFields.safeParse({
    shortcut: given.shortcut,
    title: given.title,
    group: given.group ?? old?.group ?? '',
    texts: { ...old?.texts, ...given.texts },
  })
  if (parsed.success) {
    const { attachmentIds: _none, ...fields } = parsed.data
    return { fields, problems: [] }
  }
  const unknown = unknownVariables(Object.values(given.texts).join('\n')).map((name): Problem => ({
    code: 'unknownVariable',
    detail: `{${name}}`,
  }))
  const wrong = parsed.error.issues.flatMap((issue): Problem[] => {
    const [field, language] = issue.path.map(String)
    if (issue.code === 'custom' && issue.message.startsWith('unknown variable')) return []
    return field === 'shortcut' || field === 'title' || field === 'group' || field === 'texts'
      ? [{ code: field, detail: language ?? '' }]
      : []
  })
  const problems = [...wrong, ...unknown]
  return { fields: null, problems: problems.length > 0 ? problems : [{ code: 'notRead', detail: '' }] }
}
