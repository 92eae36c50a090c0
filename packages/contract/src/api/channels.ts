import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { channel, channelKind, channelPatch, intake, newChannel } from '../entities/channel.ts'
import { done, id, pageOf, pageQuery } from '../entities/common.ts'

const channelId = z.object({ channelId: id })

export const channelsApi = {
  listChannels: endpoint({
    method: 'GET',
    path: '/api/channels',
    access: 'settings.channels',
    summary: 'All channels by name with their health, and the kinds that there are. Secrets are never told.',
    response: z.object({ items: z.array(channel), kinds: z.array(channelKind) }),
  }),
  addChannel: endpoint({
    method: 'POST',
    path: '/api/channels',
    access: 'settings.channels',
    summary: 'Adds a channel; it is off until it is switched on. details.issues names the field that is wrong.',
    body: newChannel,
    response: channel,
    errors: ['NOT_FOUND', 'NAME_TAKEN', 'NOT_ALLOWED_NOW'],
  }),
  editChannel: endpoint({
    method: 'PATCH',
    path: '/api/channels/:channelId',
    access: 'settings.channels',
    needsVersion: true,
    summary: 'Changes name, places, settings or secrets; it connects anew with them.',
    params: channelId,
    body: channelPatch,
    response: channel,
    errors: ['NOT_FOUND', 'CONFLICT', 'NAME_TAKEN'],
  }),
  switchChannel: endpoint({
    method: 'PUT',
    path: '/api/channels/:channelId/is-on',
    access: 'settings.channels',
    summary: 'Switches a channel on or off; off, it takes nothing in.',
    params: channelId,
    body: z.object({ isOn: z.boolean() }),
    response: channel,
    errors: ['NOT_FOUND'],
  }),
  removeChannel: endpoint({
    method: 'DELETE',
    path: '/api/channels/:channelId',
    access: 'settings.channels',
    summary: 'Removes a channel and its secrets; what came by it stays.',
    params: channelId,
    response: done,
    errors: ['NOT_FOUND'],
  }),
  testChannel: endpoint({
    method: 'POST',
    path: '/api/channels/:channelId/test',
    access: 'settings.channels',
    summary: 'Tries the other side with what is set, 10 s at most; health and problem of the answer say how it went.',
    params: channelId,
    response: channel,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
  listFailedIntakes: endpoint({
    method: 'GET',
    path: '/api/channels/:channelId/failed-intakes',
    access: 'settings.channels',
    summary: 'What came in by a channel and could not be taken, newest first.',
    params: channelId,
    query: z.object(pageQuery),
    response: pageOf(intake),
    errors: ['NOT_FOUND'],
  }),
  putIntakeAside: endpoint({
    method: 'PUT',
    path: '/api/intakes/:intakeId/is-aside',
    access: 'settings.channels',
    summary:
      'Puts what failed aside, where it is neither listed nor counted, or brings it back. It is kept as long as before.',
    params: z.object({ intakeId: id }),
    body: z.object({ isAside: z.boolean() }),
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  retryIntake: endpoint({
    method: 'POST',
    path: '/api/intakes/:intakeId/retry',
    access: 'settings.channels',
    summary: 'Tries once more to take what came in and failed.',
    params: z.object({ intakeId: id }),
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
}
export type ChannelEndpoint = keyof typeof channelsApi
