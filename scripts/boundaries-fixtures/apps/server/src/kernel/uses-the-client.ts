// breaks packages
import { call } from '@care/client'
