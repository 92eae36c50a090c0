import type { LoadCommand, Mark, Measured } from '../load/protocol.ts'
import type { BenchOptions } from '../options.ts'
import { type Child, startChild } from '../run/child.ts'
import { machineCpuSeconds, whenQuiet } from '../run/machine.ts'
import type { Running } from '../run/servers.ts'
import { type Pair, quietest } from '../stats.ts'

/** A server with the load program that comes to it. */
export interface Side {
  running: Running
  load: Child
}
/** One measurement with what it cost. `otherCores`: what the rest of the machine did meanwhile. */
export interface Costed extends Measured {
  serverUs: number
  serverCores: number
  loadCores: number
  otherCores: number
}
export interface Round extends Pair<Costed> {
  otherCores: number
}

export async function startSide(running: Running): Promise<Side> {
  const load = startChild(new URL('../load/main.ts', import.meta.url).pathname)
  await load.next('ready')
  return { running, load }
}
export const tell = <T>(load: Child, command: LoadCommand): Promise<T> => load.ask<T>(command, 'done', 300_000)

/** Reads the server's CPU at the load program's own marks, so that both speak of the same messages. */
export async function measure({ running, load }: Side, command: LoadCommand): Promise<Costed> {
  const edge = async (key: 'markStart' | 'markEnd') => {
    const mark = await load.next<Mark>(key, 300_000)
    const machine = machineCpuSeconds()
    return { mark, machine, server: await running.child.probe('cpu') }
  }
  const [start, end, measured] = await Promise.all([edge('markStart'), edge('markEnd'), tell<Measured>(load, command)])
  const seconds = (end.server.atMs - start.server.atMs) / 1_000
  const serverUs = end.server.cpuUs - start.server.cpuUs
  const loadCores = (end.mark.loadCpuUs - start.mark.loadCpuUs) / 1e6 / ((end.mark.atMs - start.mark.atMs) / 1_000)
  const serverCores = serverUs / 1e6 / seconds
  const otherCores = Math.max(0, (end.machine - start.machine) / seconds - serverCores - loadCores)
  return { ...measured, serverUs: serverUs / (end.mark.acks - start.mark.acks), serverCores, loadCores, otherCores }
}

/** Limit, product, limit, product …: repeated while the machine is busy, the quietest rounds count. */
export async function alternate(
  limit: Side,
  product: Side,
  command: LoadCommand,
  options: BenchOptions,
): Promise<Round[]> {
  const rounds: Round[] = []
  const isQuiet = ({ otherCores }: Round): boolean => otherCores < options.quietCores
  for (let i = 0; i < options.pairs * options.tries && rounds.filter(isQuiet).length < options.pairs; i++) {
    await whenQuiet(options.quietCores, options.waitMs)
    const one = { limit: await measure(limit, command), product: await measure(product, command) }
    rounds.push({ ...one, otherCores: Math.max(one.limit.otherCores, one.product.otherCores) })
  }
  return quietest(rounds, ({ otherCores }) => otherCores, options.pairs)
}
