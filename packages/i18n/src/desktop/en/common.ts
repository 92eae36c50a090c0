export const common = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: 'Try again',
} as const
