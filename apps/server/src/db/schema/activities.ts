import { activityStates, endReasons, mediumIds, type Medium, overflowOffers } from '@care/domain'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

export const defineActivities = (k: Kit) => ({
  activities: k.table(
    'activities',
    {
      id: k.id('id').primaryKey(),
      requestId: k.id('request_id').notNull(),
      customerId: k.id('customer_id').notNull(),
      medium: k.oneOf('medium', mediumIds as [Medium, ...Medium[]]).notNull(),
      state: k.oneOf('state', activityStates).notNull(),
      queueId: k.id('queue_id'),
      /** Who has it in progress. */
      operatorId: k.id('operator_id'),
      /** To whom it rings now, and until when. */
      offeredToId: k.id('offered_to_id'),
      offeredAt: k.instant('offered_at'),
      offerExpiresAt: k.instant('offer_expires_at'),
      /** The colleague who is asked to take it over, since and until when, and why; its operator has it until then (rule 24). */
      transferToId: k.id('transfer_to_id'),
      transferAt: k.instant('transfer_at'),
      transferExpiresAt: k.instant('transfer_expires_at'),
      transferReason: k.text('transfer_reason'),
      /** Of a call: he is asked first, and has it only when its operator says so. Without an expiry they talk already. */
      transferIsWarm: k.bool('transfer_is_warm').notNull().default(false),
      /** Who handed it to a group or a queue, as long as it waits there; why stands beside it. */
      handedById: k.id('handed_by_id'),
      /** The group whose members alone are rung while it waits, and until when; then its queue is (rule 24). */
      groupId: k.id('group_id'),
      groupUntil: k.instant('group_until'),
      /** When it has waited longer than its queue's limit; the queues that it came from so, and what its customer is offered (rule 18). */
      overflowAt: k.instant('overflow_at'),
      overflowPath: k.json<string[]>('overflow_path').notNull().default([]),
      overflowOffer: k.oneOf('overflow_offer', overflowOffers),
      /** Rank of the request's priority and VIP, copied so that the queue's order is one index (rule 13). */
      priorityRank: k.int('priority_rank').notNull(),
      vipRank: k.int('vip_rank').notNull(),
      eligibleSince: k.instant('eligible_since').notNull(),
      /** When the present round of offers began; null = with the activity. A return to the queue begins a new one. */
      offerRound: k.instant('offer_round'),
      siteId: k.id('site_id'),
      visitorId: k.id('visitor_id'),
      customerIsHere: k.bool('customer_is_here').notNull(),
      source: k.text('source').notNull(),
      title: k.text('title').notNull(),
      /** Needed besides the queue's skills; the site's when the talk began (rule 14). */
      skills: k.json<string[]>('skills').notNull().default([]),
      startedAt: k.instant('started_at').notNull(),
      acceptedAt: k.instant('accepted_at'),
      /** The first public message of a person in it (rule 27); written with the message, in no index. */
      firstAnswerAt: k.instant('first_answer_at'),
      endedAt: k.instant('ended_at'),
      endReason: k.oneOf('end_reason', endReasons),
      /** Its result: chosen in wrap-up, or that of the request whose closing ended it. */
      outcome: k.text('outcome'),
      /** The talk is over and its operator wraps it up until then (row T7). */
      wrapUpUntil: k.instant('wrap_up_until'),
      messageSeq: k.int('message_seq').notNull(),
      lastLineText: k.text('last_line_text').notNull(),
      lastLineAuthor: k.oneOf('last_line_author', ['customer', 'operator', 'system']),
      lastLineAt: k.instant('last_line_at'),
      lastCustomerMessageAt: k.instant('last_customer_message_at'),
      /** The oldest customer message without an answer. */
      waitingSince: k.instant('waiting_since'),
      unread: k.int('unread').notNull(),
      customerDelivered: k.int('customer_delivered').notNull(),
      customerRead: k.int('customer_read').notNull(),
      operatorDelivered: k.int('operator_delivered').notNull(),
      operatorRead: k.int('operator_read').notNull(),
      /** Counts changes of state, owner and tags, not messages. */
      version: k.int('version').notNull(),
    },
    (t) => [
      k.index('activities_queue').on(t.queueId, t.state, t.priorityRank, t.vipRank, t.eligibleSince, t.id),
      k.index('activities_waiting').on(t.state, t.priorityRank, t.vipRank, t.eligibleSince, t.id),
      // Who waits longest in each queue is the first of its range. No message changes it.
      k
        .index('activities_oldest')
        .on(t.queueId, t.eligibleSince)
        .where(sql`state in ('waiting', 'offered')`),
      k.index('activities_operator').on(t.operatorId, t.state),
      // Waits of those accepted lately, for the expected wait.
      k
        .index('activities_accepted')
        .on(t.queueId, t.acceptedAt)
        .where(sql`accepted_at is not null`),
      k.index('activities_request').on(t.requestId, t.startedAt),
      // The customer's line of time; with the medium, so that a filter by it reads the index alone.
      k.index('activities_customer').on(t.customerId, t.startedAt, t.id, t.medium),
      k.index('activities_visitor').on(t.visitorId, t.startedAt),
      k
        .index('activities_offered')
        .on(t.offeredToId)
        .where(sql`offered_to_id is not null`),
      k
        .index('activities_offer_expires')
        .on(t.offerExpiresAt, t.id)
        .where(sql`offer_expires_at is not null`),
      k
        .index('activities_transfer')
        .on(t.transferToId)
        .where(sql`transfer_to_id is not null`),
      k
        .index('activities_transfer_expires')
        .on(t.transferExpiresAt, t.id)
        .where(sql`transfer_expires_at is not null`),
      k
        .index('activities_group')
        .on(t.groupId, t.groupUntil, t.id)
        .where(sql`group_id is not null`),
      k
        .index('activities_overflow')
        .on(t.overflowAt, t.id)
        .where(sql`overflow_at is not null`),
      k
        .index('activities_wrap_up')
        .on(t.wrapUpUntil, t.id)
        .where(sql`wrap_up_until is not null`),
    ],
  ),
  /** What is chosen and typed in a wrap-up so far; gone when it is done. */
  wrapUpDrafts: k.table('wrap_up_drafts', {
    activityId: k.id('activity_id').primaryKey(),
    outcome: k.text('outcome'),
    comment: k.text('comment').notNull(),
  }),
  /**
   * Every offer that was ever made of a task, to know who was tried (rule 14). `returned` is no offer: it begins a
   * round with the operator who gave the task back, so that it does not ring at him again at once.
   */
  offers: k.table(
    'offers',
    {
      id: k.id('id').primaryKey(),
      activityId: k.id('activity_id').notNull(),
      operatorId: k.id('operator_id').notNull(),
      /** Offers of one stay in the queue belong together; a return to the queue starts a new round. */
      round: k.instant('round').notNull(),
      result: k.oneOf('result', ['pending', 'accepted', 'declined', 'missed', 'withdrawn', 'returned']).notNull(),
      offeredAt: k.instant('offered_at').notNull(),
      closedAt: k.instant('closed_at'),
    },
    (t) => [
      k.index('offers_activity').on(t.activityId, t.round),
      k.index('offers_operator').on(t.operatorId, t.offeredAt),
    ],
  ),
  activityTags: k.table(
    'activity_tags',
    {
      activityId: k.id('activity_id').notNull(),
      tagFolded: k.id('tag_folded').notNull(),
      tag: k.text('tag').notNull(),
      position: k.int('position').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.activityId, t.tagFolded] }), k.index('activity_tags_tag').on(t.tagFolded)],
  ),
  messages: k.table(
    'messages',
    {
      id: k.id('id').primaryKey(),
      activityId: k.id('activity_id').notNull(),
      seq: k.int('seq').notNull(),
      clientMessageId: k.id('client_message_id').notNull(),
      authorKind: k.oneOf('author_kind', ['customer', 'operator', 'system']).notNull(),
      authorId: k.id('author_id'),
      authorName: k.text('author_name').notNull(),
      text: k.text('text').notNull(),
      attachmentIds: k.json<string[]>('attachment_ids').notNull(),
      createdAt: k.instant('created_at').notNull(),
      /** By its author, within five minutes; a deleted one keeps its place in the thread. */
      editedAt: k.instant('edited_at'),
      deletedAt: k.instant('deleted_at'),
    },
    (t) => [
      k.uniqueIndex('messages_seq').on(t.activityId, t.seq),
      // The sender's own id makes a repeated send one message.
      k.uniqueIndex('messages_client').on(t.activityId, t.clientMessageId),
    ],
  ),
  comments: k.table(
    'comments',
    {
      id: k.id('id').primaryKey(),
      activityId: k.id('activity_id').notNull(),
      requestId: k.id('request_id').notNull(),
      clientCommentId: k.id('client_comment_id').notNull(),
      authorId: k.id('author_id').notNull(),
      text: k.text('text').notNull(),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [
      k.index('comments_activity').on(t.activityId, t.id),
      k.uniqueIndex('comments_client').on(t.activityId, t.clientCommentId),
    ],
  ),
  files: k.table(
    'files',
    {
      id: k.id('id').primaryKey(),
      name: k.text('name').notNull(),
      contentType: k.text('content_type').notNull(),
      size: k.int('size').notNull(),
      width: k.int('width'),
      height: k.int('height'),
      /** Who uploaded it: `operator:<id>` or `visitor:<id>`. */
      owner: k.id('owner').notNull(),
      /**
       * What it belongs to: the activity whose message took it, or the quick reply. Until then only its owner may read it
       * and a sweep may remove it.
       */
      activityId: k.id('activity_id'),
      /** The draft that it is attached to (`operator/activity/kind`): as long as that stands no sweep removes it. */
      heldBy: k.id('held_by'),
      createdAt: k.instant('created_at').notNull(),
    },
    (t) => [
      k
        .index('files_unused')
        .on(t.createdAt)
        .where(sql`activity_id is null`),
    ],
  ),
})
