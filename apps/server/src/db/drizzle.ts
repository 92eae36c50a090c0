// The words of Drizzle that queries are made of, from one place: Node reads the library's package.json, 179 KiB of
// it, anew for each file that names the library. With 472 such files that was half of the time in which the server
// starts. The boundaries keep it so.
export {
  and,
  asc,
  between,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  min,
  ne,
  notExists,
  notInArray,
  or,
  sql,
  sum,
} from 'drizzle-orm'
export type { SQL } from 'drizzle-orm'
