import type { ChannelHealth, ChannelProblem, ChannelSide } from '@care/domain/channels'

declare module '../../kernel/event.ts' {
  interface EventMap {
    'channel.added': { channelId: string; kind: string }
    /** Names of what changed; of a secret its field and never a value. */
    'channel.edited': { channelId: string; fields: string[] }
    'channel.switched': { channelId: string; isOn: boolean }
    'channel.removed': { channelId: string }
    'channel.healthChanged': {
      channelId: string
      side: ChannelSide
      health: ChannelHealth
      problem: ChannelProblem | null
    }
    /** Tried often enough: a person has to look at it. */
    'intake.failed': { channelId: string; intakeId: string }
    'intake.retried': { channelId: string; intakeId: string }
    'intake.putAside': { channelId: string; intakeId: string }
    'intake.broughtBack': { channelId: string; intakeId: string }
  }
}
export type ChannelEvent =
  | 'channel.added'
  | 'channel.edited'
  | 'channel.switched'
  | 'channel.removed'
  | 'channel.healthChanged'
  | 'intake.failed'
  | 'intake.retried'
  | 'intake.putAside'
  | 'intake.broughtBack'
