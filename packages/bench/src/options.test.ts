import { expect, it } from 'vitest'
import { parseOptions } from './options.ts'

it('measures everything by default', () => {
  const { options } = parseOptions([])
  expect(options).toMatchObject({
    pairs: 3,
    seconds: 5,
    idle: 5_000,
    widgets: 1_000,
    desks: 50,
    rates: [100, 500, 1_000],
  })
  expect([...(options?.parts ?? [])]).toEqual(['sockets', 'talk', 'watch', 'micro', 'pages'])
})
it('is shorter when quick, and what is said goes before', () => {
  expect(parseOptions(['--quick']).options).toMatchObject({ pairs: 1, idle: 1_000 })
  expect(parseOptions(['--quick', '--idle', '15000', '--pairs', '2']).options).toMatchObject({ pairs: 2, idle: 15_000 })
})
it('runs only the parts named', () =>
  expect([...(parseOptions(['--only', 'micro,talk']).options?.parts ?? [])]).toEqual(['talk', 'micro']))
it.each([
  [['--idle', 'many'], '--idle must be a number from 0 to 15000, not many'],
  [['--pairs', '0'], '--pairs must be a number from 1 to 20, not 0'],
  [['--only', 'tea'], '--only knows sockets, talk, watch, micro, pages, not tea'],
  [['--unknown'], '--unknown'],
])('refuses %j', (args, problem) => expect(parseOptions(args).problem).toContain(problem))
