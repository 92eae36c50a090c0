import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { keepNewest, newest } from './versions.ts'

test('an answer asked for before a change and given after it does not undo it', async () => {
  const client = new QueryClient()
  const queryKey = ['activity', 'ac-1', 'details']
  const early = Promise.withResolvers<{ version: number; tags: string[] }>()
  const asked = client.fetchQuery({ queryKey, queryFn: () => early.promise, structuralSharing: newest })
  keepNewest(client, queryKey, { version: 2, tags: ['pump'] })
  early.resolve({ version: 1, tags: [] })
  await asked
  expect(client.getQueryData(queryKey)).toEqual({ version: 2, tags: ['pump'] })
})

test('of the same version the later one counts: not every change raises it', async () => {
  const client = new QueryClient()
  const options = { queryKey: ['request', 'r', 'details'], structuralSharing: newest }
  await client.fetchQuery({ ...options, queryFn: async () => ({ version: 1, unread: 0 }) })
  await client.fetchQuery({ ...options, queryFn: async () => ({ version: 1, unread: 1 }) })
  expect(client.getQueryData(options.queryKey)).toEqual({ version: 1, unread: 1 })
})
