import type { widgetRoutes } from '@care/contract/wire'
import type { Handlers } from '../kernel/handler.ts'
import type { Module } from '../kernel/module.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { takeIntake } from '../modules/channels/index.ts'
import type { ChannelKind, ChannelKinds } from './channel.ts'
import { callChannel, callHandlers } from './call/index.ts'
import { chatChannel, chatHandlers, chatWatch } from './chat/index.ts'
import { mailChannel } from './mail/index.ts'
import { mailChannelHandlers } from './mail/routes.ts'
import { phoneChannel, phoneDialing } from './phone/index.ts'
import { createMailSweep } from './mail/send-mails.ts'
import { createNoticeMailSweep } from './mail/send-notices.ts'
import { channelSettingHandlers } from './settings-routes.ts'
import { takeIntakeJob } from './take.ts'
import { webrtcChannel } from './webrtc/index.ts'

/** Every kind of channel that administrators can set up, one line each. */
export const channelKinds: readonly ChannelKind[] = [mailChannel, phoneChannel, webrtcChannel]

/** Timers of channels, made for each process: they hold connections. */
export const channelSweeps = (): Sweep[] => [createMailSweep(), createNoticeMailSweep()]

/** The widget's chats and calls, which have their own doors and are set up as a site; what channels do besides. */
export const channels: readonly Module[] = [chatChannel, chatWatch, callChannel, phoneDialing]

/** The handler of every endpoint that customers reach. */
export const channelHandlers = { ...chatHandlers, ...callHandlers } satisfies Handlers<keyof typeof widgetRoutes>

/** The handler of every endpoint of the desk that has to know the kinds of channels. */
export const deskChannelHandlers = (kinds: ChannelKinds) => ({
  ...channelSettingHandlers(kinds),
  ...mailChannelHandlers,
})

export const kindsById = (kinds: readonly ChannelKind[]): ChannelKinds =>
  new Map(kinds.map((kind) => [kind.kind, kind]))

/** Takes what came in by channels of these kinds. */
export const intakesModule = (kinds: ChannelKinds): Module => ({
  name: 'channel:intakes',
  jobs: { [takeIntake]: takeIntakeJob(kinds) },
})

export type { ChannelKind, ChannelKinds } from './channel.ts'
export { createMailListener, type Listener } from './mail/listener.ts'
export { createHooks } from './hooks.ts'
export { createConnectorRunner, type ConnectorRunner } from './run-connectors.ts'
