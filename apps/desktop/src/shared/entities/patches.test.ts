import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { patchQuery, withPatches } from './patches.ts'

interface Row {
  unread: number
}
const key = ['patched']

/** A query whose answers are given by hand, in any order. */
function asked(client: QueryClient) {
  const answers: ((row: Row) => void)[] = []
  const ask = () =>
    client.fetchQuery({
      queryKey: key,
      queryFn: withPatches(() => new Promise<Row>((give) => answers.push(give))),
      staleTime: 0,
    })
  return { answers, ask }
}
const read = (row: Row): Row => ({ ...row, unread: 0 })

test('an answer that is older than an event does not undo it', async () => {
  const client = new QueryClient()
  client.setQueryData<Row>(key, { unread: 1 })
  const { answers, ask } = asked(client)
  const coming = ask()
  patchQuery<Row>(client, key, read)
  expect(client.getQueryData(key)).toEqual({ unread: 0 })
  answers[0]?.({ unread: 1 })
  await coming
  expect(client.getQueryData(key)).toEqual({ unread: 0 })
})

test('the first answer has what came before it', async () => {
  const client = new QueryClient()
  const { answers, ask } = asked(client)
  const coming = ask()
  patchQuery<Row>(client, key, read)
  expect(client.getQueryData(key)).toBeUndefined()
  answers[0]?.({ unread: 1 })
  await coming
  expect(client.getQueryData(key)).toEqual({ unread: 0 })
})

test('an answer that was asked for after the event is taken as it is', async () => {
  const client = new QueryClient()
  client.setQueryData<Row>(key, { unread: 1 })
  const { answers, ask } = asked(client)
  patchQuery<Row>(client, key, read)
  const coming = ask()
  answers[0]?.({ unread: 2 })
  await coming
  expect(client.getQueryData(key)).toEqual({ unread: 2 })
})
