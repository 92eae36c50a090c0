// fine
import { App } from './app/App.tsx'
import { TasksPanel } from './features/tasks/TasksPanel.tsx'
