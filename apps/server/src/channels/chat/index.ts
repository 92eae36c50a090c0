import type { Module } from '../../kernel/module.ts'
import { chatAudience, chatListeners } from './audience.ts'

/** The chat widget's side of the server: visitors, their chat, their ratings. */
export const chatChannel: Module = { name: 'channel:chat', audience: chatAudience }
export const chatWatch: Module = { name: 'channel:chat:watch', audience: chatListeners }

export { tellPlaces } from './places.ts'
export { siteState } from './queries/site.ts'
export { chatHandlers } from './routes.ts'
