import { roundRobin } from './round-robin.ts'

/** The balancer as a process of its own, for the browser tests, which import nothing of the server. Ports are its arguments. */
const balancer = await roundRobin(process.argv.slice(2).map(Number))
process.on('disconnect', () => process.exit(0))
process.send?.({ port: Number(new URL(balancer.url).port) })
