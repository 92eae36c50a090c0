/** How long what people type may be, in UTF-16 characters, and how big attachments may be, in bytes. Rule 5. */
export const limits = {
  requestTitle: 200,
  description: 10_000,
  comment: 10_000,
  message: 20_000,
  tag: 50,
  tagsPerActivity: 50,
  attachmentBytes: 25 * 1024 * 1024,
  attachmentsPerMessage: 10,
  fileName: 255,
  customerName: 200,
  email: 254,
  phone: 50,
  outcomeNote: 2_000,
  reason: 500,
  password: { min: 10, max: 200 },
  search: 200,
} as const
