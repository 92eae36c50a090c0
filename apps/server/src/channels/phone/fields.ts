import type { SettingField } from '@care/domain/channels'

export const dialectIds = ['generic', 'asterisk', 'twilio', 'mango'] as const
export type DialectId = (typeof dialectIds)[number]

const only = (...isOneOf: DialectId[]): Pick<SettingField, 'shownIf'> => ({ shownIf: { field: 'dialect', isOneOf } })

/** What a phone system is set up with (rows K2, K3). */
export const phoneFields: readonly SettingField[] = [
  { id: 'dialect', kind: 'choice', choices: dialectIds, standard: 'generic', hasHint: true },
  { id: 'secret', kind: 'secret', isRequired: true, hasHint: true },
  { id: 'takesToken', kind: 'yesNo', standard: false, hasHint: true },
  { id: 'country', kind: 'text', maxLength: 2, hasHint: true },
  { id: 'callsBack', kind: 'yesNo', standard: true, hasHint: true },
  { id: 'announcesRecording', kind: 'yesNo', standard: false, hasHint: true },
  { id: 'recordingsUrl', kind: 'url', hasHint: true, ...only('generic', 'asterisk') },
  { id: 'recordingsToken', kind: 'secret', hasHint: true, ...only('generic', 'asterisk') },
  { id: 'dialUrl', kind: 'url', hasHint: true, ...only('generic') },
  { id: 'ariUrl', kind: 'url', hasHint: true, ...only('asterisk') },
  { id: 'ariUser', kind: 'text', maxLength: 100, ...only('asterisk') },
  { id: 'ariPassword', kind: 'secret', ...only('asterisk') },
  { id: 'ariEndpoint', kind: 'text', standard: 'PJSIP/{extension}', maxLength: 200, ...only('asterisk') },
  { id: 'ariContext', kind: 'text', standard: 'from-internal', maxLength: 100, ...only('asterisk') },
  { id: 'hookUrl', kind: 'url', isRequired: true, hasHint: true, ...only('twilio') },
  { id: 'twilioAccount', kind: 'text', isRequired: true, maxLength: 64, ...only('twilio') },
  { id: 'twilioNumber', kind: 'text', maxLength: 32, hasHint: true, ...only('twilio') },
  { id: 'twilioUrl', kind: 'url', standard: 'https://api.twilio.com', ...only('twilio') },
  { id: 'mangoKey', kind: 'text', isRequired: true, maxLength: 100, ...only('mango') },
  { id: 'mangoUrl', kind: 'url', standard: 'https://app.mango-office.ru/vpbx', ...only('mango') },
  { id: 'sipSocket', kind: 'text', maxLength: 300, hasHint: true },
  { id: 'sipDomain', kind: 'host', hasHint: true },
]
