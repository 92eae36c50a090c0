// breaks packages
const widget = await import('@care/widget')
export const open = () => widget
