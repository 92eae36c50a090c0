import type { widgetRoutes } from '@care/contract/wire'
import type { Handlers } from '../kernel/handler.ts'
import type { Module } from '../kernel/module.ts'
import { callChannel, callHandlers } from './call/index.ts'
import { chatChannel, chatHandlers, chatWatch } from './chat/index.ts'

/** Every channel, one line each. */
export const channels: readonly Module[] = [chatChannel, chatWatch, callChannel]

/** The handler of every endpoint that customers reach. */
export const channelHandlers = { ...chatHandlers, ...callHandlers } satisfies Handlers<keyof typeof widgetRoutes>
