import type { CallDetails } from '@care/contract'
import { beginsTo, peersOf } from '@care/domain'
import type { SeatRecord } from '../store.ts'

const isLost = ({ seatId, socketId, isMediaLost }: SeatRecord): boolean =>
  seatId !== null && (socketId === null || isMediaLost)

/** What a browser at this side needs to connect: its own seat and those whom it hears. */
export function lineOf(seats: readonly SeatRecord[], mine: SeatRecord | null): Pick<CallDetails, 'mySeat' | 'peers'> {
  if (!mine) return { mySeat: null, peers: [] }
  const { side, seatId, tabId, isMuted } = mine
  return {
    mySeat: { side, seatId, tabId, isMuted, isLost: isLost(mine) },
    peers: seats
      .filter((other) => peersOf(side).includes(other.side))
      .map((other) => ({
        side: other.side,
        seatId: other.seatId,
        isMuted: other.isMuted,
        isLost: isLost(other),
        begins: beginsTo(side, other.side),
      })),
  }
}
