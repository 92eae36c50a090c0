import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isInNetworks, readNetwork } from './network.ts'

it.each([
  ['10.1.2.3', '10.1.2.3'],
  [' 10.1.2.3/8 ', '10.0.0.0/8'],
  ['192.168.17.9/20', '192.168.16.0/20'],
  ['10.1.2.3/32', '10.1.2.3'],
  ['2001:DB8::1/32', '2001:db8::/32'],
  ['2001:db8:0:0:0:0:0:1', '2001:db8::1'],
  ['2001:db8:1:2:ffff::/49', '2001:db8:1::/49'],
  ['10.0.0.0/7', null],
  ['2001::/31', null],
  ['10.0.0.0/33', null],
  ['10.0.0.0/08x', null],
  ['10.0.0', null],
  ['example.com', null],
  ['fe80::1%eth0', null],
  ['10.0.0.0/8/8', null],
  ['', null],
])('%s is %s', (typed, network) => {
  expect(readNetwork(typed)).toBe(network)
})

it.each([
  ['10.1.2.3', ['10.0.0.0/8'], true],
  ['::ffff:10.1.2.3', ['10.0.0.0/8'], true],
  ['11.1.2.3', ['10.0.0.0/8', '12.0.0.1'], false],
  ['12.0.0.1', ['10.0.0.0/8', '12.0.0.1'], true],
  ['2001:db8::5', ['2001:db8::/32'], true],
  ['2001:db9::5', ['2001:db8::/32'], false],
  ['10.1.2.3', [], false],
  ['not an address', ['10.0.0.0/8'], false],
])('%s in %j: %s', (address, networks, isIn) => {
  expect(isInNetworks(address, networks)).toBe(isIn)
})

it('an address stands in every range that is read from it, and what is read is read the same again', () => {
  const typed = fc.oneof(
    fc.tuple(fc.ipV4(), fc.integer({ min: 8, max: 32 })),
    fc.tuple(fc.ipV6(), fc.integer({ min: 32, max: 128 })),
  )
  fc.assert(
    fc.property(typed, ([address, prefix]) => {
      const network = readNetwork(`${address}/${prefix}`)
      expect(network).not.toBeNull()
      expect(readNetwork(network ?? '')).toBe(network)
      // IPv6 that holds an IPv4 address counts as that address.
      const isMapped = /^::(ffff|0*)?:?\d+\./i.test(address)
      expect(isMapped || isInNetworks(address, [network ?? ''])).toBe(true)
    }),
  )
})
