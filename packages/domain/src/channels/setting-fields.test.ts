import { describe, expect, test } from 'vitest'
import { type SettingField, type Settings, settingsProblems, withStandards } from './setting-fields.ts'

const fields: SettingField[] = [
  { id: 'host', kind: 'host', isRequired: true },
  { id: 'port', kind: 'number', standard: 993, min: 1, max: 65_535 },
  { id: 'way', kind: 'choice', choices: ['none', 'login', 'token'], standard: 'none' },
  { id: 'user', kind: 'text', isRequired: true, maxLength: 5, shownIf: { field: 'way', isOneOf: ['login', 'token'] } },
  { id: 'password', kind: 'secret', isRequired: true, shownIf: { field: 'way', isOneOf: ['login'] } },
  { id: 'from', kind: 'email' },
  { id: 'callback', kind: 'url' },
  { id: 'isSafe', kind: 'yesNo', standard: true },
]
const right: Settings = { host: 'imap.example' }
const problems = (settings: Settings, secrets: string[] = []) =>
  settingsProblems(fields, { ...right, ...settings }, (id) => secrets.includes(id)).map(
    ({ field, problem }) => `${field} ${problem}`,
  )

describe('settings of a channel', () => {
  test.each<[string, Settings, string[], string[]]>([
    ['are right with what is required alone', {}, [], []],
    ['need what is required', { host: '' }, [], ['host REQUIRED']],
    ['know no other fields', { colour: 'red' }, [], ['colour UNKNOWN']],
    ['never take a secret among the values', { password: 'x' }, [], ['password UNKNOWN']],
    ['need what another value asks for', { way: 'login' }, [], ['user REQUIRED', 'password REQUIRED']],
    ['need what any of several values asks for', { way: 'token' }, [], ['user REQUIRED']],
    ['need it only well formed while it is asked for', { user: 'annabel' }, [], []],
    ['and refuse it once it is', { way: 'token', user: 'annabel' }, [], ['user TOO_LONG']],
    ['have it', { way: 'login', user: 'anna' }, ['password'], []],
    ['keep texts short', { way: 'login', user: 'annabel' }, ['password'], ['user TOO_LONG']],
    ['keep numbers within bounds', { port: 0 }, [], ['port TOO_SMALL']],
    ['keep numbers within bounds', { port: 65_536 }, [], ['port TOO_LARGE']],
    ['take whole numbers', { port: 1.5 }, [], ['port WRONG']],
    ['take no text for a number', { port: '993' }, [], ['port WRONG']],
    ['take only what can be chosen', { way: 'magic' }, [], ['way WRONG']],
    ['take yes or no', { isSafe: 'yes' }, [], ['isSafe WRONG']],
    ['take an address of a machine', { host: '[2001:db8::1]' }, [], []],
    ['take no address of a page for a machine', { host: 'https://imap.example/' }, [], ['host WRONG']],
    ['take no port within it', { host: 'imap.example:993' }, [], ['host WRONG']],
    ['take mail addresses', { from: 'help@example.com' }, [], []],
    ['take no two of them', { from: 'a@b.example, c@d.example' }, [], ['from WRONG']],
    ['take addresses of the web', { callback: 'https://bot.example/replies?x=1' }, [], []],
    ['take no other addresses', { callback: 'file:///etc/passwd' }, [], ['callback WRONG']],
    ['take no password within one', { callback: 'https://me:secret@bot.example' }, [], ['callback WRONG']],
  ])('%s', (_, settings, secrets, expected) => {
    expect(problems(settings, secrets)).toEqual(expected)
  })

  test('have the standard where nothing was said', () => {
    expect(withStandards(fields, { ...right, port: 143 })).toEqual({
      host: 'imap.example',
      port: 143,
      way: 'none',
      isSafe: true,
    })
  })

  test('lines are one line', () => {
    expect(settingsProblems([{ id: 'a', kind: 'text' }], { a: 'x\r\ny' }, () => false)).toEqual([
      { field: 'a', problem: 'WRONG' },
    ])
  })
})
