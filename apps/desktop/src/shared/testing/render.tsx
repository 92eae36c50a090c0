import { createTranslator } from '@care/i18n/core'
import { en } from '@care/i18n/desktop/en'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import type { Me } from '@care/contract'
import type { ReactNode } from 'react'
import { meQuery } from '../entities/me.ts'
import { WordsProvider } from '../i18n/I18nProvider.tsx'
import { permissionsOf } from '@care/domain'

/** English words without loading. */
export const words = createTranslator<typeof en>('en', en)

export const anna: Me = {
  id: 'op-anna',
  name: 'Anna Petrova',
  email: 'anna@example.com',
  role: 'operator',
  permissions: [...permissionsOf('operator')],
  language: 'en',
  mailSignature: '',
  queues: [{ id: 'q1', name: 'Orders' }],
  presence: {
    operatorId: 'op-anna',
    chosen: 'available',
    awayReason: null,
    shown: 'available',
    since: 0,
    doNotDisturb: null,
    load: { chat: { taken: 1, places: 4 } },
    version: 1,
  },
  singleKeys: 'on',
  notifications: { ways: {}, volume: 60, unread: 0, quietHours: null, isMailSetUp: true },
}

export function testClient(me: Me = anna): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity }, mutations: { retry: false } },
  })
  client.setQueryData(meQuery.queryKey, me)
  return client
}

/** Renders below the providers of a signed-in desk, Anna's unless the client says otherwise. */
export function renderDesk(ui: ReactNode, client = testClient()): RenderResult & { client: QueryClient } {
  const result = render(
    <QueryClientProvider client={client}>
      <WordsProvider value={words}>{ui}</WordsProvider>
    </QueryClientProvider>,
  )
  return { ...result, client }
}
