import { type Access, ChannelTrouble } from '../../channel.ts'
import { callOther } from '../call-other.ts'
import { type Dialect, textOf } from './dialect.ts'
import { generic } from './generic.ts'

const ariOf = ({ settings, secrets }: Access): { base: string; headers: Record<string, string> } => {
  const base = String(settings['ariUrl'] ?? '').replace(/\/+$/, '')
  if (base === '') throw new ChannelTrouble('BROKEN', 'no address of ARI is set')
  const login = `${String(settings['ariUser'] ?? '')}:${secrets['ariPassword'] ?? ''}`
  return { base, headers: { authorization: `Basic ${Buffer.from(login).toString('base64')}` } }
}

/**
 * Asterisk has no webhooks of its own: a script beside its dialplan or ARI sends the generic form (Linkedid is the call,
 * Uniqueid the leg). It is asked to dial by ARI (`POST /channels`): first the operator's phone, then the number in a context.
 */
export const asterisk: Dialect = {
  ...generic,
  async dial({ reference, agent, number }, access) {
    const { base, headers } = ariOf(access)
    const { settings } = access
    const extension = agent.extension ?? agent.userName
    const endpoint = String(settings['ariEndpoint'] ?? 'PJSIP/{extension}').replaceAll('{extension}', extension)
    const query = new URLSearchParams({
      endpoint,
      extension: number,
      context: String(settings['ariContext'] ?? ''),
      priority: '1',
      callerId: number,
    })
    const body = JSON.stringify({ variables: { CARE_REFERENCE: reference } })
    const call = { method: 'POST' as const, headers: { ...headers, 'content-type': 'application/json' }, body }
    const answer = await callOther(`${base}/channels?${query.toString()}`, call, access)
    return { callId: textOf(answer['id']) }
  },
  // What ARI has stored is asked of ARI (`GET /recordings/stored/{name}/file`); other files by the generic form.
  recording(named, access, at) {
    const { settings } = access
    const isStored = named.url === null && String(settings['recordingsUrl'] ?? '') === '' && settings['ariUrl'] !== ''
    if (!isStored || named.id === null) return generic.recording(named, access, at)
    const { base, headers } = ariOf(access)
    return { url: `${base}/recordings/stored/${encodeURIComponent(named.id)}/file`, headers }
  },
  async test(access) {
    if (String(access.settings['ariUrl'] ?? '') === '') return
    const { base, headers } = ariOf(access)
    await callOther(`${base}/asterisk/ping`, { method: 'GET', headers }, access)
  },
}
