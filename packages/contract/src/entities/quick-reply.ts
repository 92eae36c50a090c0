import { limits } from '@care/domain'
import { isShortcut, normaliseShortcut, unknownVariables } from '@care/domain/quick-replies'
import { z } from 'zod'
import { languages } from '../languages.ts'
import { attachment } from './activity.ts'
import { id, instant, language, requiredText, text, version } from './common.ts'

const { quickReply: most } = limits

/** A template in the languages that it has. */
const replyTexts = z.partialRecord(language, z.string())
export type ReplyTexts = z.output<typeof replyTexts>

export const quickReply = z.object({
  id,
  /** Null when all share it. */
  ownerId: id.nullable(),
  shortcut: z.string(),
  title: z.string(),
  group: z.string(),
  texts: replyTexts,
  attachments: z.array(attachment),
  /** How often it was put into a message. */
  uses: z.number().int(),
  updatedAt: instant,
  version,
  abilities: z.object({ edit: z.boolean() }),
})
export type QuickReply = z.output<typeof quickReply>

/** A text whose variables all exist; the message names the ones that do not. */
const template = text(most.text).superRefine((value, ctx) => {
  for (const name of unknownVariables(value))
    ctx.addIssue({ code: 'custom', message: `unknown variable {${name}}`, params: { name } })
})

const shape = z.object({
  shortcut: z
    .string()
    .max(200)
    .transform(normaliseShortcut)
    .pipe(z.string().refine(isShortcut, 'a shortcut is one word of letters, digits, - and _'))
    .meta({ minLength: 1, maxLength: most.shortcut }),
  title: requiredText(most.title),
  group: text(most.group),
  /** Replaced as a whole; a language without text is one that the reply does not have. */
  texts: z
    .partialRecord(language, template)
    .transform((texts): ReplyTexts => Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')))
    .refine((texts) => Object.keys(texts).length > 0, 'a text in one language is needed'),
  attachmentIds: z.array(id).max(limits.attachmentsPerMessage),
})
/** What a quick reply is made of. */
export const quickReplyFields = shape.extend({
  group: shape.shape.group.default(''),
  attachmentIds: shape.shape.attachmentIds.default([]),
})
export type QuickReplyFields = z.output<typeof quickReplyFields>
export const newQuickReply = quickReplyFields.extend({ isShared: z.boolean() })
export const quickReplyPatch = shape.partial()
export type QuickReplyPatch = z.output<typeof quickReplyPatch>

export const replyScopes = ['own', 'shared'] as const
export type ReplyScope = (typeof replyScopes)[number]
export const replyFileFormats = ['json', 'csv'] as const
export type ReplyFileFormat = (typeof replyFileFormats)[number]

/** Why a line of an import is refused. */
export const importProblems = [
  'notRead',
  'shortcut',
  'title',
  'group',
  'texts',
  'unknownVariable',
  'repeated',
  'tooMany',
] as const
export type ImportProblem = (typeof importProblems)[number]
export const importLine = z.object({
  line: z.number().int(),
  shortcut: z.string(),
  title: z.string(),
  result: z.enum(['add', 'change', 'same', 'refuse']),
  /** `detail`: the unknown variable, the line that it repeats, the language of the text. */
  problems: z.array(z.object({ code: z.enum(importProblems), detail: z.string() })),
})
export type ImportLine = z.output<typeof importLine>
/** What an import would do, or has done. */
export const importReport = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
  lines: z.array(importLine),
})
export type ImportReport = z.output<typeof importReport>

/** Columns of the CSV file, in its order. */
export const replyColumns = ['shortcut', 'title', 'group', ...languages] as const
