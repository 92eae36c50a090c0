import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusal } from '../../testing/workbench.ts'
import { isSigned } from '../signature.ts'
import { openOtherSide } from './testing/other-side.ts'
import { openPhoneScene, phoneSecret, type PhoneScene } from './testing/phone-scene.ts'

let scene: PhoneScene
const side = openOtherSide()
beforeEach(() => side.listen())
afterEach(async () => {
  await scene.server.stop()
  await side.stop()
  side.asked.length = 0
  Object.assign(side.answer, { status: 200, body: '{}' })
})

async function begin(settings: Record<string, string | number | boolean>) {
  scene = await openPhoneScene(settings)
  const anna = await scene.server.signIn('anna')
  const { id } = await scene.admin.call('addCustomer', { body: { name: 'Elena', phone: '+48 601 234 567' } })
  const dial = (phone = '+48 601 234 567') => anna.call('dialNumber', { body: { customerId: id, phone } })
  return { anna, dial }
}
const lastAsked = () => side.asked.at(-1)

describe('click to call', () => {
  test('the phone system is asked once, and the call follows what it tells', async () => {
    const { anna, dial } = await begin({ dialUrl: `${side.url}/dial` })
    side.answer.body = JSON.stringify({ call: 'pbx-7' })
    const { activityId, dials } = await dial()
    expect(dials).toBe('phoneSystem')
    expect((await anna.call('getMyCall')).call).toMatchObject({ id: activityId, state: 'ringing', direction: 'out' })
    await scene.server.settle()
    const { headers = {}, body = '' } = lastAsked() ?? {}
    expect(JSON.parse(body)).toEqual({ reference: activityId, agent: '101', userName: 'anna', to: '+48601234567' })
    const at = scene.server.clock.now()
    expect(isSigned({ headers, body: Buffer.from(body), query: {}, at }, phoneSecret)).toBe(true)
    expect((await scene.rows()).phoneCalls).toMatchObject([{ callId: 'pbx-7', activityId }])
    const told = { call: 'pbx-7', direction: 'out', to: '+48601234567', agent: '101', leg: 'a' }
    await scene.tell({ ...told, id: '1', type: 'answered' })
    expect((await anna.call('getMyCall')).call).toMatchObject({ state: 'active' })
    await scene.tell({ ...told, id: '2', type: 'ended' })
    const { activities, callbacks } = await scene.rows()
    expect(activities).toMatchObject([{ id: activityId, state: 'ended', operatorId: 'anna' }])
    expect([callbacks.length, side.asked.length]).toEqual([0, 1])
  })

  test('events that bring our name back need no answer, and come before it', async () => {
    const { dial } = await begin({ dialUrl: `${side.url}/dial` })
    const { activityId } = await dial()
    await scene.tell({
      id: '1',
      call: 'x',
      type: 'ringing',
      reference: activityId,
      direction: 'out',
      to: '+48601234567',
    })
    expect((await scene.rows()).phoneCalls).toMatchObject([{ callId: 'x', activityId }])
  })

  test.each<[string, number, string]>([
    ['refuses us', 401, 'WRONG_CREDENTIALS'],
    ['fails', 500, 'BAD_ANSWER'],
  ])('a phone system that %s ends the call, and its channel says so', async (_name, status, problem) => {
    const { anna, dial } = await begin({ dialUrl: `${side.url}/dial` })
    side.answer.status = status
    await dial()
    await scene.server.settle()
    expect((await scene.rows()).activities).toMatchObject([{ state: 'ended', endReason: 'connectionLost' }])
    expect((await anna.call('getMyCall')).call).toBeNull()
    const { items } = await scene.admin.call('listChannels')
    expect(items).toMatchObject([{ problem }])
  })

  test('is refused without a line, during another call, for a number without a country', async () => {
    const { dial } = await begin({ dialUrl: `${side.url}/dial` })
    expect(await refusal(dial('112'))).toBe('PHONE_INVALID')
    await dial()
    expect(await refusal(dial())).toBe('NOT_ALLOWED_NOW')
    const carla = await scene.server.signIn('carla')
    const [customer] = (await scene.rows()).customers
    const call = carla.call('dialNumber', { body: { customerId: customer?.id ?? '', phone: '+48601234567' } })
    expect(await refusal(call)).toBe('NOT_ALLOWED_NOW')
  })

  test('a softphone dials itself and is told what for', async () => {
    const { anna, dial } = await begin({ sipSocket: 'wss://pbx.example/ws', sipDomain: 'pbx.example' })
    const params = { channelId: scene.channelId, operatorId: 'anna' }
    await scene.admin.call('savePhoneLine', {
      params,
      body: { userName: 'anna', password: 'the password of the line' },
    })
    const { items } = await anna.call('listMyPhoneLines')
    const sip = { socketUrl: 'wss://pbx.example/ws', domain: 'pbx.example', password: 'the password of the line' }
    expect(items).toMatchObject([{ userName: 'anna', extension: null, sip }])
    expect(await dial()).toMatchObject({ dials: 'desk', number: '+48601234567' })
    await scene.server.settle()
    expect(side.asked).toEqual([])
    const lines = await scene.admin.call('listPhoneLines', { params: { channelId: scene.channelId } })
    expect(lines.items).toMatchObject([{ operator: { name: 'Anna' }, hasPassword: true }, { hasPassword: false }])
    expect(JSON.stringify(lines) + scene.server.logs.join('')).not.toContain('the password of the line')
    const taken = { ...params, operatorId: 'carla' }
    const other = scene.admin.call('savePhoneLine', { params: taken, body: { userName: 'carla', extension: '102' } })
    expect(await refusal(other)).toBe('NAME_TAKEN')
  })
})

describe('each make is asked in its own way', () => {
  test('asterisk by ARI', async () => {
    const { dial } = await begin({ dialect: 'asterisk', ariUrl: `${side.url}/ari`, ariUser: 'care' })
    side.answer.body = JSON.stringify({ id: '1700.1' })
    const { activityId } = await dial()
    await scene.server.settle()
    const { method, path = '', body = '' } = lastAsked() ?? {}
    const { pathname, searchParams } = new URL(path, side.url)
    expect([method, pathname]).toEqual(['POST', '/ari/channels'])
    expect(Object.fromEntries(searchParams)).toMatchObject({ endpoint: 'PJSIP/101', extension: '+48601234567' })
    expect(JSON.parse(body)).toEqual({ variables: { CARE_REFERENCE: activityId } })
    expect((await scene.rows()).phoneCalls).toMatchObject([{ callId: '1700.1', activityId }])
  })

  test('twilio by its REST interface', async () => {
    const hookUrl = 'https://desk.example/hook/x'
    const twilio = {
      dialect: 'twilio',
      hookUrl,
      twilioAccount: 'AC1',
      twilioNumber: '+48221234567',
      twilioUrl: side.url,
    }
    const { dial } = await begin(twilio)
    side.answer.body = JSON.stringify({ sid: 'CA9' })
    const { activityId } = await dial()
    await scene.server.settle()
    expect(lastAsked()?.path).toBe('/2010-04-01/Accounts/AC1/Calls.json')
    const sent = new URLSearchParams(lastAsked()?.body)
    expect(sent.get('To')).toBe('client:anna')
    expect(sent.get('StatusCallback')).toBe(`${hookUrl}?reference=${activityId}`)
    expect(sent.get('Twiml')).toContain('<Number>+48601234567</Number>')
    expect((await scene.rows()).phoneCalls).toMatchObject([{ callId: 'CA9', activityId }])
  })

  test('mango by a signed command', async () => {
    const { dial } = await begin({ dialect: 'mango', mangoKey: 'key', mangoUrl: `${side.url}/vpbx` })
    side.answer.body = JSON.stringify({ result: 1000 })
    const { activityId } = await dial()
    await scene.server.settle()
    const sent = new URLSearchParams(lastAsked()?.body)
    expect(lastAsked()?.path).toBe('/vpbx/commands/callback')
    expect(JSON.parse(sent.get('json') ?? '')).toEqual({
      command_id: activityId,
      from: { extension: '101' },
      to_number: '48601234567',
    })
    side.answer.body = JSON.stringify({ result: 3100 })
    expect((await scene.rows()).activities).toMatchObject([{ state: 'active' }])
  })
})
