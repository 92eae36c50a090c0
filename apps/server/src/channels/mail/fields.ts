import type { SettingField } from '@care/domain/channels'

const login = (side: 'imap' | 'smtp', shownIf: SettingField['shownIf'], port: number): SettingField[] => [
  { id: `${side}Host`, kind: 'host', isRequired: true, ...(shownIf && { shownIf }) },
  { id: `${side}Port`, kind: 'number', standard: port, min: 1, max: 65_535, ...(shownIf && { shownIf }) },
  {
    id: `${side}Security`,
    kind: 'choice',
    choices: ['tls', 'startTls', 'none'],
    standard: side === 'imap' ? 'tls' : 'startTls',
    ...(shownIf && { shownIf }),
  },
  { id: `${side}User`, kind: 'text', ...(shownIf && { shownIf }) },
  { id: `${side}Password`, kind: 'secret', ...(shownIf && { shownIf }) },
]

/** What a mailbox is set up with (rows E1, E3). */
export const mailFields: readonly SettingField[] = [
  { id: 'address', kind: 'email', isRequired: true },
  { id: 'senderName', kind: 'text', maxLength: 100 },
  { id: 'receives', kind: 'choice', choices: ['imap', 'smtp', 'nothing'], standard: 'imap', hasHint: true },
  ...login('imap', { field: 'receives', isOneOf: ['imap'] }, 993),
  {
    id: 'imapFolder',
    kind: 'text',
    standard: 'INBOX',
    maxLength: 200,
    shownIf: { field: 'receives', isOneOf: ['imap'] },
  },
  {
    id: 'begins',
    kind: 'choice',
    choices: ['new', 'all'],
    standard: 'new',
    hasHint: true,
    shownIf: { field: 'receives', isOneOf: ['imap'] },
  },
  { id: 'sends', kind: 'yesNo', standard: true },
  ...login('smtp', { field: 'sends', isOneOf: [true] }, 587),
  { id: 'hasPlusAddresses', kind: 'yesNo', standard: false, hasHint: true },
  { id: 'signature', kind: 'text', maxLength: 500 },
]

export type Security = 'tls' | 'startTls' | 'none'

/** How to speak with one of the two servers of a mailbox. */
export interface MailServer {
  host: string
  port: number
  security: Security
  user: string
  password: string
}

export interface MailSettings {
  /** Folded. */
  address: string
  senderName: string
  receives: 'imap' | 'smtp' | 'nothing'
  sends: boolean
  hasPlusAddresses: boolean
  signature: string
  folder: string
  begins: 'new' | 'all'
  imap: MailServer
  smtp: MailServer
}

type Values = Readonly<Record<string, string | number | boolean>>

/** The settings of a mailbox in the words of its code. */
export function mailSettings(values: Values, secrets: Readonly<Record<string, string>> = {}): MailSettings {
  const text = (id: string): string => String(values[id] ?? '')
  const server = (side: 'imap' | 'smtp'): MailServer => ({
    host: text(`${side}Host`),
    port: Number(values[`${side}Port`]),
    security: text(`${side}Security`) as Security,
    user: text(`${side}User`),
    password: secrets[`${side}Password`] ?? '',
  })
  return {
    address: text('address').toLowerCase(),
    senderName: text('senderName'),
    receives: text('receives') as MailSettings['receives'],
    sends: values['sends'] === true,
    hasPlusAddresses: values['hasPlusAddresses'] === true,
    signature: text('signature'),
    folder: text('imapFolder'),
    begins: text('begins') as MailSettings['begins'],
    imap: server('imap'),
    smtp: server('smtp'),
  }
}
