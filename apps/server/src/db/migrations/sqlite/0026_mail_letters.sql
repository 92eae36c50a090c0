ALTER TABLE `mails` ADD `also_to` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `operators` ADD `mail_signature` text DEFAULT '' NOT NULL;