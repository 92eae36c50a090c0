// breaks packages
import type { Request } from '@care/contract'
