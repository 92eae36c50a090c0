// fine
import { bootServer } from '../../../testing/boot-server.ts'
import { call } from '@care/client'
import { offer } from '../../routing/commands/offer-task.ts'
