import { createSoftphone } from '@care/client/softphone'

Object.assign(window, { createSoftphone })
