import { Readable } from 'node:stream'
import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Services } from '../../kernel/services.ts'
import { storeFile } from '../../modules/files/index.ts'
import {
  type ArrivedMail,
  isOurs,
  knownMail,
  mailboxOf,
  namesOfItsRequests,
  namesOfMail,
  takeMail,
  workspaceMark,
} from '../../modules/mails/index.ts'
import { type Intake, Unreadable } from '../channel.ts'
import { answersNotice } from './notice-id.ts'
import { readMail } from './read/read-mail.ts'
import type { ReadAttachment, ReadMail } from './read/read-mail-types.ts'

/** Takes a mail that came in: reads it, keeps its files, and puts it where it belongs (rules 33 to 36). */
export async function takeMailIntake(intake: Intake, services: Services): Promise<void> {
  const { execute, store, secrets } = services
  if (intake.raw.length === 0) throw new Unreadable('the mail server has this mail and does not give it')
  const mail = await readMail(Buffer.from(intake.raw))
  if (mail.from === null && mail.report === null) throw new Unreadable('it has no sender')
  const isRight = isOurs(secrets)
  const [kept, mailbox] = await Promise.all([
    keep(services, intake, mail),
    mailboxOf(store.read, intake.channel),
    // An answer that overtook what it answers would begin a thread of its own.
    intake.turn(namesOfMail(mail, isRight), () => namesOfItsRequests(store.read, mail, isRight)),
  ])
  if (kept === null) return
  const { problems, ...files } = kept
  const { outcome } = await execute(takeMail, system, {
    mailbox,
    mail: arrived(mail, problems, secrets),
    ...files,
    isRight,
  })
  // It makes no work for operators, and is kept where administrators see what came and has no place.
  if (outcome === 'strayReport') throw new Unreadable(`a delivery report about no mail of ours${failedOnes(mail)}`)
  if (outcome === 'noticeAnswer') throw new Unreadable('an answer to a mail that told an operator something')
}

/** Keeps the files of a mail and the mail itself; null when it has come before. */
async function keep(services: Services, { id, raw }: Intake, mail: ReadMail) {
  // Before its files are written once more.
  if (await knownMail(services.store.read, mail.messageId)) return null
  const fileOwner = `intake:${id}`
  const body = Readable.from([Buffer.from(raw)])
  const [{ kept, problems }, rawFile] = await Promise.all([
    keepFiles(services, mail.attachments, fileOwner),
    storeFile(services, system, { name: 'mail.eml', owner: fileOwner, body, most: raw.length }),
  ])
  const shown = kept.flatMap(({ fileId, cid, isInline }) => (isInline && cid !== null ? [[cid, fileId]] : []))
  return {
    fileIds: kept.map(({ fileId }) => fileId),
    inlineFiles: Object.fromEntries(shown),
    fileOwner,
    rawFileId: rawFile.id,
    problems,
  }
}

function failedOnes({ report }: ReadMail): string {
  const all = (report?.recipients ?? []).map(({ address, status }) => [address, status].join(' ').trim())
  return all.length === 0 ? '' : `: ${all.slice(0, mostNamed).join(', ')}`
}
const mostNamed = 3

function arrived(mail: ReadMail, problems: readonly string[], secrets: Services['secrets']): ArrivedMail {
  return {
    ...mail,
    isOwnLoop: mail.headers.get('x-care-loop')?.[0]?.trim() === workspaceMark(secrets),
    answersNotice: answersNotice(secrets, mail),
    problems: [...mail.problems, ...problems],
  }
}

interface Kept {
  fileId: string
  cid: string | null
  isInline: boolean
}

/** What is a program or too large stays in the mail itself; that it is not here is said. */
async function keepFiles(
  services: Services,
  attachments: readonly ReadAttachment[],
  owner: string,
): Promise<{ kept: Kept[]; problems: string[] }> {
  const kept: Kept[] = []
  const problems: string[] = []
  for (const { fileName, content, cid, isInline } of attachments) {
    if (content.length === 0) continue
    try {
      const file = await storeFile(services, system, { name: fileName, owner, body: Readable.from([content]) })
      kept.push({ fileId: file.id, cid, isInline })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      problems.push(`${error.code}: ${fileName}`)
    }
  }
  return { kept, problems }
}
