import type { DiskFloor } from './parts/disk.ts'
import type { MicroFigures } from './parts/micro.ts'
import type { PageFigures } from './parts/pages.ts'
import type { SocketsMeasured } from './parts/sockets.ts'
import type { TalkFigures } from './parts/talk.ts'
import type { WatchFigures } from './parts/watch.ts'
import type { Machine } from './run/machine.ts'

/** Everything that one run measured; what was not asked for is null. */
export interface Figures {
  startedAt: string
  machine: Machine
  options: Record<string, unknown>
  disk: DiskFloor
  sockets: SocketsMeasured | null
  talk: TalkFigures | null
  watch: WatchFigures | null
  micro: MicroFigures[] | null
  pages: PageFigures | null
}
