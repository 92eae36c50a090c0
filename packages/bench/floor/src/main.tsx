// The floor under any page of the product's stack: React, 25 components of MUI and a Socket.IO client, with nothing
// else to do than to be shown. What the desktop weighs and takes more than this is the desktop's own.
import { createRoot } from 'react-dom/client'
import { io } from 'socket.io-client'
import { Floor } from './Floor.tsx'

const element = document.getElementById('root')
if (element) createRoot(element).render(<Floor />)
// The client is there and loaded; nobody answers on this path.
io({ path: '/nobody', transports: ['websocket'], autoConnect: false })
