import { expect, test } from 'vitest'
import { withStandards } from '../channels/setting-fields.ts'
import { relayFields, relayUrls } from './ice.ts'

const urls = (settings: Record<string, string | number>) => relayUrls(withStandards(relayFields, settings))

test.each([
  [{}, [], []],
  [{ stunHost: 'stun.example' }, ['stun:stun.example:3478'], []],
  [{ turnHost: 'turn.example' }, [], ['turn:turn.example:3478?transport=udp', 'turn:turn.example:3478?transport=tcp']],
  [{ turnHost: 'turn.example', turnTransport: 'udp', turnPort: 80 }, [], ['turn:turn.example:80?transport=udp']],
  [{ turnHost: '[::1]', turnTransport: 'tcp' }, [], ['turn:[::1]:3478?transport=tcp']],
  [{ turnHost: 't.example', turnTransport: 'tls', turnPort: 5349 }, [], ['turns:t.example:5349?transport=tcp']],
  [{ stunHost: 's.example', stunPort: 1, turnHost: '' }, ['stun:s.example:1'], []],
])('%o', (settings, stunUrls, turnUrls) => {
  expect(urls(settings)).toEqual({ stunUrls, turnUrls })
})
