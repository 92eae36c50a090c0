import { expect, test } from 'vitest'
import { isCallDescription, isCandidate } from './signal.ts'

const sdp = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:abcdabcdabcdabcdabcdab',
  'a=fingerprint:sha-256 AA:BB',
  '',
].join('\r\n')

test.each<[string, string, boolean]>([
  ['of a call', sdp, true],
  ['nothing', '', false],
  ['words', 'hello', false],
  ['of a picture', sdp.replace('m=audio', 'm=video'), false],
  ['of both', `${sdp}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`, false],
  ['of a page', `v=0\r\n<script>m=audio </script>`, false],
  ['without a fingerprint', sdp.replace(/a=fingerprint.*\r\n/, ''), false],
  ['without ICE', sdp.replace(/a=ice-ufrag.*\r\n/, ''), false],
  ['without end', sdp + 'a=x\r\n'.repeat(5_000), false],
])('a description %s', (_name, text, expected) => {
  expect(isCallDescription(text)).toBe(expected)
})

test.each<[string, boolean]>([
  ['candidate:1 1 udp 2113937151 127.0.0.1 50000 typ host generation 0', true],
  ['candidate:842163049 1 tcp 1518280447 192.0.2.1 9 typ host tcptype active', true],
  ['', true],
  ['candidate:', false],
  ['rm -rf /', false],
])('the candidate %j', (text, expected) => {
  expect(isCandidate(text)).toBe(expected)
})
