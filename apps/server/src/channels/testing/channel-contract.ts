import type { SettingField } from '@care/domain/channels'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findChannel } from '../../modules/channels/index.ts'
import { accessTo } from '../access.ts'
import { type ChannelFixtures, openScene, type Scene } from './contract-scene.ts'
import { describeHooks } from './hook-contract.ts'
import { describeLink } from './link-contract.ts'

/** Holds a kind of channel against what every kind must do. */
export function describeChannel(name: string, fixtures: ChannelFixtures): void {
  describe(`channel ${name}`, () => {
    let scene: Scene
    beforeEach(async () => void (scene = await openScene(fixtures)))
    afterEach(() => scene.server.stop())

    const opened = fixtures.open()
    if (opened.sign) describeHooks(fixtures, () => scene)
    if (opened.link) describeLink(fixtures, () => scene)
    if (opened.sent) describeSending(() => scene)
    describeSettings(() => scene)
  })
}

function describeSending(scene: () => Scene): void {
  const send = async ({ server, opened, channelId }: Scene, key: string, text: string) => {
    const channel = await findChannel(server.services.store.read, channelId)
    if (!channel || !opened.kind.send) throw new Error('the kind does not send')
    const access = accessTo(server.services, opened.kind, channel, new AbortController().signal)
    return opened.kind.send({ key, to: 'customer', text, files: [] }, access)
  }

  test('send: what is sent again with its key reaches the other side once', async () => {
    const first = await send(scene(), 'key-1', 'Hello')
    const other = await send(scene(), 'key-2', 'And then')
    expect(await send(scene(), 'key-1', 'Hello')).toEqual(first)
    expect(other.externalId).not.toBe(first.externalId)
    expect(scene().opened.sent?.()).toEqual(['Hello', 'And then'])
  })
}

function describeSettings(scene: () => Scene): void {
  test('settings: a test says how it went, and no secret comes back', async () => {
    const { admin, channelId, opened } = scene()
    const tested = await admin.call('testChannel', { params: { channelId } })
    expect(tested).toMatchObject({ health: 'ok', problem: null })
    const everything = JSON.stringify(await admin.call('listChannels'))
    for (const secret of Object.values(opened.secrets)) expect(everything).not.toContain(secret)
  })

  test('settings: fields have words, and are of one kind each', () => {
    const { fields, limits } = scene().opened.kind
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
    const wrong = fields.filter(
      ({ id, kind, choices = [], standard, shownIf }) =>
        !/^[a-z][A-Za-z0-9]{0,39}$/.test(id) ||
        (kind === 'choice' && choices.length < 2) ||
        (kind === 'secret' && standard !== undefined) ||
        (shownIf !== undefined && !isAnswered(fields, shownIf)),
    )
    expect(wrong).toEqual([])
    expect(limits.rawBytes).toBeGreaterThan(0)
  })
}

/** Whether the other field is there and can be answered so. */
function isAnswered(
  fields: readonly SettingField[],
  { field, isOneOf }: NonNullable<SettingField['shownIf']>,
): boolean {
  const asked = fields.find(({ id }) => id === field)
  const { choices } = asked ?? {}
  return asked !== undefined && (choices === undefined || isOneOf.every((value) => choices.includes(String(value))))
}
