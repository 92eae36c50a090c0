import type { ChannelEndpoint, ChannelKind as ShownKind } from '@care/contract'
import { AppError, notFound } from '../kernel/app-error.ts'
import { type Handlers, optionsOf } from '../kernel/handler.ts'
import { newId } from '../kernel/ids.ts'
import type { Secrets } from '../kernel/secrets.ts'
import type { Services } from '../kernel/services.ts'
import {
  addChannel,
  editChannel,
  failedIntakes,
  findChannel,
  getChannel,
  type KindOf,
  listChannels,
  putIntakeAside,
  removeChannel,
  retryIntake,
  sealedFor,
  switchChannel,
} from '../modules/channels/index.ts'
import type { ChannelKind, ChannelKinds } from './channel.ts'
import { takesHooks } from './hooks.ts'
import { testChannel } from './test-channel.ts'

/** Settings → Channels. Secrets are sealed before any command sees them. */
export function channelSettingHandlers(kinds: ChannelKinds): Handlers<ChannelEndpoint> {
  const kindOf: KindOf = (id) => {
    const kind = kinds.get(id)
    if (!kind) return undefined
    return { fields: kind.fields, takesHooks: takesHooks(kind), sidesOf: (all) => kind.sidesOf?.(all) ?? ['receiving'] }
  }
  const shown = ({ store }: Services, channelId: string) => getChannel(store.read, kindOf, channelId)
  return {
    listChannels: async (_, { store }) => ({
      items: await listChannels(store.read, kindOf),
      kinds: [...kinds.values()].map(presentKind),
    }),
    async addChannel(call, services) {
      const { fields } = requireKind(kinds, call.body.kind)
      const channelId = newId(services.clock.now())
      const secrets = sealAll(services.secrets, channelId, call.body.secrets) as Record<string, string>
      const input = { ...call.body, channelId, fields, secrets }
      const made = await services.execute(addChannel, call.actor, input, optionsOf(call))
      return shown(services, made.channelId)
    },
    async editChannel(call, services) {
      const { channelId } = call.params
      const channel = await findChannel(services.store.read, channelId)
      if (!channel) throw notFound('channel')
      const { fields } = requireKind(kinds, channel.kind)
      const { secrets, ...rest } = call.body
      const sealed = secrets === undefined ? {} : { secrets: sealAll(services.secrets, channelId, secrets) }
      const input = { channelId, version: call.version, fields, patch: { ...rest, ...sealed } }
      await services.execute(editChannel, call.actor, input, optionsOf(call))
      return shown(services, channelId)
    },
    async switchChannel(call, services) {
      const input = { ...call.params, ...call.body }
      await services.execute(switchChannel, call.actor, input, optionsOf(call))
      return shown(services, input.channelId)
    },
    removeChannel: (call, { execute }) => execute(removeChannel, call.actor, call.params, optionsOf(call)),
    async testChannel({ params: { channelId } }, services) {
      await testChannel(services, kinds, channelId)
      return shown(services, channelId)
    },
    listFailedIntakes: ({ params, query }, { store }) => failedIntakes(store.read, params.channelId, query),
    putIntakeAside: (call, { execute }) =>
      execute(putIntakeAside, call.actor, { ...call.params, ...call.body }, optionsOf(call)),
    retryIntake: (call, { execute }) => execute(retryIntake, call.actor, call.params, optionsOf(call)),
  }
}

function requireKind(kinds: ChannelKinds, id: string): ChannelKind {
  const kind = kinds.get(id)
  if (kind) return kind
  throw new AppError('INVALID_INPUT', 'there are no channels of this kind', {
    issues: [{ path: 'kind', message: 'unknown' }],
  })
}

const sealAll = (secrets: Secrets, channelId: string, given: Record<string, string | null>) =>
  Object.fromEntries(
    Object.entries(given).map(([field, text]) => [
      field,
      text === null ? null : secrets.seal(text, sealedFor(channelId, field)),
    ]),
  )

const presentKind = (kind: ChannelKind): ShownKind => {
  const { kind: id, medium, abilities, limits, fields } = kind
  const hooks = takesHooks(kind)
  const takesIn = hooks || kind.connect !== undefined
  return { kind: id, medium, abilities: { ...abilities }, limits, fields: [...fields], takesIn, takesHooks: hooks }
}
