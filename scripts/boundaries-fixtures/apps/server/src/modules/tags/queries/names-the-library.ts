// breaks drizzle-by-one-file
import { eq } from 'drizzle-orm'

export const isTag = eq
