import type { Slots } from '../features/communication/CommunicationPanel.tsx'
import { SnoozeBanner } from '../features/snooze/SnoozeBanner.tsx'
import { SnoozeMenu } from '../features/snooze/SnoozeMenu.tsx'
import { TransferBanner } from '../features/transfer/TransferBanner.tsx'
import { BannerFrame } from '../shared/ui/Banner.tsx'
import { regionOnDemand } from '../shared/ui/on-demand.tsx'

const WrapUpPanel = regionOnDemand(() => import('../features/wrap-up/WrapUpPanel.tsx').then((file) => file.WrapUpPanel))
const MailPart = regionOnDemand(
  () => import('../features/mail/MailPart.tsx').then((file) => file.MailPart),
  BannerFrame,
)
const MailBody = regionOnDemand(() => import('../features/mail/MailBody.tsx').then((file) => file.MailBody))
const MailWriter = regionOnDemand(() => import('../features/mail/MailWriter.tsx').then((file) => file.MailWriter))
const CallPane = regionOnDemand(() => import('../features/calls/CallPane.tsx').then((file) => file.CallPane))
/** For the journey: a call that is over, and its recording. */
export const RecordedCall = regionOnDemand(() =>
  import('../features/calls/RecordedCall.tsx').then((file) => file.RecordedCall),
)
const CallbackPart = regionOnDemand(() =>
  import('../features/callbacks/CallbackPart.tsx').then((file) => file.CallbackPart),
)

/** What other features show within Communication. */
export const slots: Slots = {
  TransferBanner,
  SnoozeBanner,
  SnoozeMenu,
  WrapUpPanel,
  MailPart,
  MailBody,
  MailWriter,
  CallPane,
  CallbackPart,
}
