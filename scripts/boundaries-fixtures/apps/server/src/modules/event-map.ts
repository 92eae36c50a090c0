// fine
import type { TagEvents } from './tags/events.ts'
import { routing } from './routing/index.ts'
