import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id } from '../entities/common.ts'
import { siteKey } from '../entities/workspace.ts'

/** Keys by which a host page's own server signs who its visitors are (row M8). */
export const siteKeysApi = {
  listSiteKeys: endpoint({
    method: 'GET',
    path: '/api/sites/:siteId/keys',
    access: 'settings.sites',
    summary: 'Identity keys of a site, the newest first: those in force and the last 20 revoked; never a secret.',
    params: z.object({ siteId: id }),
    response: z.object({ items: z.array(siteKey) }),
    errors: ['NOT_FOUND'],
  }),
  addSiteKey: endpoint({
    method: 'POST',
    path: '/api/sites/:siteId/keys',
    access: 'settings.sites',
    summary:
      'Makes an identity key. Its secret is answered here and never again. Two are in force at most: make the new one, change the host’s server, revoke the old one.',
    params: z.object({ siteId: id }),
    response: z.object({
      key: siteKey,
      /** 43 letters; as they are, they are the key of HMAC-SHA-256. */
      secret: z.string(),
    }),
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  revokeSiteKey: endpoint({
    method: 'POST',
    path: '/api/sites/:siteId/keys/:keyId/revoke',
    access: 'settings.sites',
    summary:
      'Ends an identity key for good: nothing signed with it is taken, and who came by it is unknown when he connects next.',
    params: z.object({ siteId: id, keyId: id }),
    response: done,
    errors: ['NOT_FOUND'],
  }),
}
