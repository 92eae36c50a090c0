import type { Location } from '@care/contract'
import { asc } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** Locations by name, those switched off too. */
export async function locationList(read: Reader): Promise<Location[]> {
  const { locations } = read.t
  return read
    .select({ id: locations.id, name: locations.name, isActive: locations.isActive, version: locations.version })
    .from(locations)
    .orderBy(asc(locations.nameFolded), asc(locations.id))
}

export async function locationById(read: Reader, locationId: string): Promise<Location> {
  const location = (await locationList(read)).find((one) => one.id === locationId)
  if (!location) throw notFound('location')
  return location
}
