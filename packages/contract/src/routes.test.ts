import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { api } from './api/index.ts'
import { routeSource } from './route-source.ts'
import { deskRoutes, widgetRoutes } from './routes.ts'

test('routes.ts is what the endpoints say', () => {
  expect(readFileSync(new URL('./routes.ts', import.meta.url), 'utf8')).toBe(routeSource())
})

test('every endpoint stands in exactly one table', () => {
  expect([...Object.keys(deskRoutes), ...Object.keys(widgetRoutes)].toSorted()).toEqual(Object.keys(api).toSorted())
})

test('no two endpoints share method and path', () => {
  const lines = Object.values(api).map((endpoint) => `${endpoint.method} ${endpoint.path.replaceAll(/:\w+/g, ':')}`)
  expect(new Set(lines).size).toBe(lines.length)
})

test.each(Object.entries(api).filter(([name, { method }]) => method === 'PATCH' && name !== 'changeMe'))(
  '%s says nothing about what it does not name',
  (_name, endpoint) => {
    expect(endpoint.body.parse({})).toEqual({})
  },
)
