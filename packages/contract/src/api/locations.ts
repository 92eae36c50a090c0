import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../entities/common.ts'
import { location, locationPatch, newLocation } from '../entities/location.ts'

export const locationsApi = {
  listLocations: endpoint({
    method: 'GET',
    path: '/api/locations',
    access: 'requests.view',
    summary: 'Outlets, shops and stores by name, those switched off too.',
    response: z.object({ items: z.array(location) }),
  }),
  addLocation: endpoint({
    method: 'POST',
    path: '/api/locations',
    access: 'settings.locations',
    summary: 'Adds a location.',
    body: newLocation,
    response: location,
    errors: ['NAME_TAKEN', 'NOT_ALLOWED_NOW'],
  }),
  editLocation: endpoint({
    method: 'PATCH',
    path: '/api/locations/:locationId',
    access: 'settings.locations',
    needsVersion: true,
    summary: 'Renames it, or switches it off or on; requests keep it.',
    params: z.object({ locationId: id }),
    body: locationPatch,
    response: location,
    errors: ['NOT_FOUND', 'CONFLICT', 'NAME_TAKEN'],
  }),
}
