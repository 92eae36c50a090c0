// breaks desktop-upward
import { useTasks } from '../../features/tasks/api.ts'
