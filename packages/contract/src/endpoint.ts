import type { Permission } from '@care/domain'
import { z } from 'zod'
import type { ErrorCode } from './errors.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call: anybody, a widget's visitor, any signed-in operator, or one with this permission. */
export type Access = 'public' | 'visitor' | 'signedIn' | Permission

type Shape = z.ZodObject
const nothing = z.object({})

export interface EndpointSpec<
  P extends Shape,
  Q extends Shape,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends Access = Access,
> {
  method: Method
  /** Express notation, `/api/requests/:requestId`. */
  path: string
  access: A
  /** One sentence for the API reference. */
  summary: string
  params?: P
  query?: Q
  body?: B
  response: R
  /** Codes beyond the ones every endpoint may answer (see `commonErrors`). */
  errors?: readonly ErrorCode[]
  /** The caller must send the version that he saw as `If-Match` (domain rule 4). */
  needsVersion?: boolean
  /** `upload`: the body is the raw file; `download`: the answer is. */
  raw?: 'upload' | 'download'
  /** Its JSON may be twice as large: it names up to 10,000 objects by their ids. */
  takesMany?: boolean
  /** May also be called through the open socket, where the answer is the acknowledgement (ADR 0005). */
  overSocket?: boolean
}

export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  A extends Access = Access,
> extends EndpointSpec<P, Q, B, R, A> {
  params: P
  query: Q
  body: B
  errors: readonly ErrorCode[]
}

export type ParamsOf<E extends Endpoint> = z.output<E['params']>
export type ParamsInputOf<E extends Endpoint> = z.input<E['params']>
export type QueryInputOf<E extends Endpoint> = z.input<E['query']>
export type QueryOf<E extends Endpoint> = z.output<E['query']>
export type BodyOf<E extends Endpoint> = z.output<E['body']>
export type BodyInputOf<E extends Endpoint> = z.input<E['body']>
export type ResponseOf<E extends Endpoint> = z.output<E['response']>

/** Declares one endpoint: the server binds it, the client calls it, the API reference shows it. */
export function endpoint<
  P extends Shape = typeof nothing,
  Q extends Shape = typeof nothing,
  B extends z.ZodType = typeof nothing,
  R extends z.ZodType = z.ZodType,
  const A extends Access = Access,
>(spec: EndpointSpec<P, Q, B, R, A>): Endpoint<P, Q, B, R, A> {
  return {
    ...spec,
    params: spec.params ?? (nothing as unknown as P),
    query: spec.query ?? (nothing as unknown as Q),
    body: spec.body ?? (nothing as unknown as B),
    errors: spec.errors ?? [],
  }
}
