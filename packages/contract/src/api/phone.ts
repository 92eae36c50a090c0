import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { iceServers } from '../entities/call.ts'
import { done, id, pageOf, pageQuery } from '../entities/common.ts'
import {
  dialled,
  myPhoneLine,
  newDial,
  newPhoneLine,
  newPhoneStep,
  phoneLine,
  ringingCall,
  ringingQuery,
} from '../entities/phone.ts'

const lineOf = z.object({ channelId: id, operatorId: id })

/** Phone systems as the desk uses them; what they tell comes by the hooks of their channels. */
export const phoneApi = {
  dialNumber: endpoint({
    method: 'POST',
    path: '/api/phone/calls',
    access: 'tasks.handle',
    summary: 'Calls a customer by one’s phone; the call is in one’s progress at once (click to call).',
    body: newDial,
    response: dialled,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW', 'PHONE_INVALID'],
  }),
  listMyPhoneLines: endpoint({
    method: 'GET',
    path: '/api/phone/lines/mine',
    access: 'tasks.handle',
    summary: 'One’s own lines at phone systems that are on, with what a softphone needs to register.',
    response: z.object({ items: z.array(myPhoneLine) }),
  }),
  getLineServers: endpoint({
    method: 'GET',
    path: '/api/phone/servers',
    access: 'tasks.handle',
    summary: 'STUN and TURN servers for a call of one’s softphone, with credentials that run out.',
    response: iceServers,
  }),
  getRingingCall: endpoint({
    method: 'GET',
    path: '/api/phone/ringing',
    access: 'tasks.handle',
    summary: 'Whose call it is that one’s line has: a customer’s or a colleague’s, and whether its task is one’s own.',
    query: ringingQuery,
    response: ringingCall,
  }),
  tellPhoneStep: endpoint({
    method: 'POST',
    path: '/api/phone/calls/:activityId/steps',
    access: 'tasks.handle',
    summary:
      'Tells what one’s softphone has seen of one’s own call; what the phone system has told too changes nothing.',
    params: z.object({ activityId: id }),
    body: newPhoneStep,
    response: done,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  listPhoneLines: endpoint({
    method: 'GET',
    path: '/api/channels/:channelId/phone-lines',
    access: 'settings.channels',
    summary: 'Under which names operators are known to a phone system. Passwords are never told.',
    params: z.object({ channelId: id }),
    query: z.object(pageQuery),
    response: pageOf(phoneLine),
    errors: ['NOT_FOUND'],
  }),
  savePhoneLine: endpoint({
    method: 'PUT',
    path: '/api/channels/:channelId/phone-lines/:operatorId',
    access: 'settings.channels',
    summary: 'Gives an operator a line at a phone system, or changes it. A user name or extension is one person’s.',
    params: lineOf,
    body: newPhoneLine,
    response: done,
    errors: ['NOT_FOUND', 'NAME_TAKEN'],
  }),
  removePhoneLine: endpoint({
    method: 'DELETE',
    path: '/api/channels/:channelId/phone-lines/:operatorId',
    access: 'settings.channels',
    summary: 'Takes an operator’s line at a phone system away.',
    params: lineOf,
    response: done,
    errors: ['NOT_FOUND'],
  }),
}
