import type { Mail, MailPerson } from '@care/contract'
import { getDraft, setDraft } from '../../shared/drafts/drafts.ts'
import { focusComposer } from '../../shared/workspace/open-task.ts'
import type { LetterKind } from './receivers.ts'

/** A mail as it is written, kept with the draft of its words. */
export interface Letter {
  kind: LetterKind
  /** The mail that it answers or forwards, as the writer chose; null: what `answeredOf` finds. */
  answersId: string | null
  /** Null: as the mail that it answers says. */
  to: readonly MailPerson[] | null
  cc: readonly MailPerson[] | null
  bcc: readonly MailPerson[]
  subject: string | null
  html: string
  /** The words of the HTML. When the draft has others, it was written elsewhere and counts. */
  text: string
}

export const emptyLetter: Letter = {
  kind: 'reply',
  answersId: null,
  to: null,
  cc: null,
  bcc: [],
  subject: null,
  html: '',
  text: '',
}

/** What the draft holds; one that cannot be read costs its looks, never its words. */
export function letterOf(activityId: string): Letter {
  const text = getDraft(activityId, 'reply')
  const stored = read(getDraft(activityId, 'letter'))
  return stored.text === text ? stored : { ...stored, text, html: htmlOf(text) }
}

function read(stored: string): Letter {
  if (stored === '') return emptyLetter
  try {
    return { ...emptyLetter, ...(JSON.parse(stored) as Partial<Letter>) }
  } catch {
    return emptyLetter
  }
}

export function keepLetter(activityId: string, letter: Letter): void {
  setDraft(activityId, 'reply', letter.text)
  setDraft(activityId, 'letter', JSON.stringify(letter))
}

export function dropLetter(activityId: string): void {
  setDraft(activityId, 'reply', '')
  setDraft(activityId, 'letter', '')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Words as the editor takes them, a line each. */
export const htmlOf = (text: string): string =>
  text === ''
    ? ''
    : text
        .split('\n')
        .map((line) => `<div>${line.replace(/[&<>]/gu, (sign) => signs[sign] ?? sign) || '<br>'}</div>`)
        .join('')

/** What was sent from this window, by its message: taken back it is given back to the writer. */
const sent = new Map<string, { letter: Letter; files: string }>()
const mostKept = 50

export function keepSent(messageId: string, letter: Letter, files: string): void {
  sent.set(messageId, { letter, files })
  const [oldest] = sent.keys()
  if (sent.size > mostKept && oldest !== undefined) sent.delete(oldest)
}

/** Puts what was taken back where it was written, unless something else is begun there. */
export function giveBack({ activityId, messageId }: Pick<Mail, 'activityId' | 'messageId'>): void {
  const known = sent.get(messageId)
  if (!known || getDraft(activityId, 'reply') !== '') return
  keepLetter(activityId, known.letter)
  setDraft(activityId, 'files', known.files)
  focusComposer('reply')
}
