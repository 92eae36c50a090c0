import type { Site } from '@care/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'

export type SiteFields = Pick<
  Site,
  | 'name'
  | 'allowedOrigins'
  | 'queueId'
  | 'locationId'
  | 'language'
  | 'hasPreChat'
  | 'offersCalls'
  | 'historyNeedsIdentity'
  | 'colour'
  | 'skills'
>

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: () => call('listSites').then(({ items }) => items),
})
export const siteKeysQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['sites', siteId, 'keys'],
    queryFn: () => call('listSiteKeys', { params: { siteId } }).then(({ items }) => items),
  })

/** Makes a site, or with `known` changes that one. */
export function useSaveSite() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      known,
      fields,
    }: { known: Pick<Site, 'id' | 'version'>; fields: Partial<SiteFields> } | { known: null; fields: SiteFields }) =>
      known === null
        ? call('addSite', { body: fields })
        : call('editSite', { params: { siteId: known.id }, version: known.version, body: fields }),
    // Also after a refusal: the list then shows what was faster.
    onSettled: () => client.invalidateQueries({ queryKey: sitesQuery.queryKey }),
  })
}

export function useAddSiteKey(siteId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call('addSiteKey', { params: { siteId } }),
    // The secret is shown once; it does not lie about in memory after that.
    gcTime: 0,
    onSettled: () => client.invalidateQueries({ queryKey: siteKeysQuery(siteId).queryKey }),
  })
}

export function useRevokeSiteKey(siteId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (keyId: string) => call('revokeSiteKey', { params: { siteId, keyId } }),
    onSettled: () => client.invalidateQueries({ queryKey: siteKeysQuery(siteId).queryKey }),
  })
}
