// breaks server-layers
import { chat } from '../../channels/chat/index.ts'
